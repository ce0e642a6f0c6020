package org.followerassay.ingest.format;

import java.util.List;
import java.util.Locale;

/** What one staged row states, and so which table it goes to. */
public enum Kind {
    /** One account follows another; to follows. */
    TIE,
    /**
     * One account began or ceased to follow another at a time; to follow_events. An unfollow may leave the followee empty if
     * it names, in {@code record_key}, the record that said whom it was.
     */
    EVENT,
    /** An account has a creation time, a number of posts or the like; to accounts. */
    PROFILE,
    /** One account did something to another's post, or to another thing such as a repository; to interactions. */
    INTERACTION,
    /** A list of an account has a length, or is not whole; to lists, and so to coverage. */
    LIST,
    /** An account had a number of followers at a time, without saying whom; to counts. */
    COUNT;

    /** The columns that hold accounts. */
    public List<String> accounts() {
        return switch (this) {
            case TIE, EVENT -> List.of("follower", "followee");
            case INTERACTION -> List.of("actor", "target");
            case PROFILE, LIST, COUNT -> List.of("account");
        };
    }

    public static Kind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As in the staged column {@code kind}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
