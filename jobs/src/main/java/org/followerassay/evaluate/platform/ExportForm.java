package org.followerassay.evaluate.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.followerassay.flow.AssayException;

/** What a platform's export looks like. */
public enum ExportForm {
    /** Tables of ties with positions, profiles and coverage, of everybody. */
    CSV,
    /** The archive of each audited account: a folder with its followers by id, newest first. */
    X_ARCHIVE,
    /** A list of edges of everybody, follower and followee. */
    SNAP,
    /** Whole follower lists of each audited account, a file for each of three months. */
    SNAPSHOTS,
    /** Follows and unfollows of the audited accounts' audiences as lines of Bluesky's Jetstream. */
    BLUESKY;

    public static ExportForm named(String name) {
        return Arrays.stream(values())
                .filter(form -> form.word().equals(name))
                .findFirst()
                .orElseThrow(() -> AssayException.usage("--as must be one of " + words() + ", was '" + name + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words() {
        return Arrays.stream(values()).map(ExportForm::word).collect(Collectors.joining(", "));
    }
}
