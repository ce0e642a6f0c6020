package org.followerassay.signature.evidence;

/**
 * What kind of trace a signature reads. Two findings of one family may have one innocent cause; of two families more seldom, but a
 * class or a country that came online together leaves traces of two.
 */
public enum Family {
    /** Creation dates against the order of arrival. */
    BATCH,
    /** When ties began and ended. */
    TIME,
    /** Who follows whom. */
    STRUCTURE,
    /** What the accounts are like. */
    PROFILE;

    /** As tables write it: "batch". */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
