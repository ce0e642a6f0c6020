package org.followerassay.flow;

/** Hears which step a pipeline is at. */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    default void started(String step, int number, int of) {}

    default void finished(Manifest.Step step) {}
}
