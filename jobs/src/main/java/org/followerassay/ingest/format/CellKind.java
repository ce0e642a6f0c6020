package org.followerassay.ingest.format;

/** What a cell of an export holds, and so how it is checked. */
public enum CellKind {
    /** A decimal id, or a name that begins with a letter. */
    ID,
    /** A name, even one of digits. */
    NAME,
    COUNT,
    /** Microseconds since 1970, UTC. */
    TIME,
    /** Midnight, as a time. */
    DAY,
    FLAG,
    /** A flag that says the opposite of its column. */
    NOT_FLAG,
    /** A length; true above 0. */
    ABOVE_ZERO,
    /** A text; true if there is one. */
    NOT_BLANK,
    CHANGE,
    DIRECTION,
    STATUS,
    TEXT,
    /** Checked to be above 0 and then forgotten. */
    WEIGHT;

    public boolean isAccount() {
        return this == ID || this == NAME;
    }
}
