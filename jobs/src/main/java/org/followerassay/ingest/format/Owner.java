package org.followerassay.ingest.format;

import java.io.Serializable;

/**
 * Whose export it is.
 *
 * @param account as in the tables
 * @param name the owner as the export, the user or the file's name gives it
 * @param named true if the id does not tell the name, so that it must be kept apart
 * @param handle a further name, or null
 * @param createdAt microseconds, or null
 * @param from who said so, in words
 */
public record Owner(long account, String name, boolean named, String handle, Long createdAt, String from)
        implements Serializable {
    public static final String FOLLOWERS = "followers";
    public static final String FOLLOWEES = "followees";

    /** How it ends who said so, if nobody did. */
    public static final String GUESSED = ", --account says otherwise";

    /** The end of a tie at which the owner of a list stands. */
    public static String ownEnd(String direction) {
        return direction.equals(FOLLOWERS) ? "followee" : "follower";
    }

    /** The end of a tie that a list names. */
    public static String otherEnd(String direction) {
        return direction.equals(FOLLOWERS) ? "follower" : "followee";
    }

    /** True if the export does not name the owner, nor the user: the name is the place's. */
    public boolean isGuessed() {
        return from.endsWith(GUESSED);
    }

    public Owner withHandle(String handle) {
        return new Owner(account, name, named, handle, createdAt, from);
    }

    public Owner withCreatedAt(Long micros) {
        return new Owner(account, name, named, handle, micros, from);
    }
}
