package org.followerassay.ingest.format;

/**
 * A reader of lines that are two decimal ids each and nothing else that counts, parted by blanks, tabs or commas: for long
 * lists of these there is a faster way, which leaves every other line to the reader itself.
 */
public interface PlainTies {
    /** True if the first account of a line is the followee. */
    boolean reversed();

    /** True if each line stands for two ties. */
    boolean undirected();

    /** True if accounts may be names, so that there is no faster way. */
    boolean named();
}
