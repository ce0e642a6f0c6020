package org.followerassay.ingest.takeout;

import java.io.Serializable;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Times;

/**
 * Made-up names for people of whom an export tells no id, no user name and no link, but at most how they are called.
 *
 * <p>Such a name holds within one owner's exports and one relation only: "Ann Lee (friend of bea)". The Ann Lee who
 * follows bea, or is another owner's friend, is, for all that is known, another one. It is made of what the record says
 * and nothing else, so the same record gives the same account in the next export, too, provided that the owner is named
 * alike.
 *
 * @param relation "friend of bea", "followed by bea"
 */
record KnownBy(String relation) implements Serializable {
    private static final int LONGEST = 100;

    static KnownBy as(String relation, Owner owner) {
        return new KnownBy(relation + " " + cut(owner.name()));
    }

    /**
     * @param name as the export writes it, maybe blank
     * @param since microseconds, where the time is to tell namesakes apart, or null
     * @param occurrence above 1 for a further person of whom the export says the very same
     */
    String person(String name, Long since, int occurrence) {
        return (name.isBlank() ? "someone without a name" : cut(name.strip()))
                + (since == null ? "" : " since " + Times.words(since))
                + (occurrence == 1 ? "" : " #" + occurrence)
                + " (" + relation + ")";
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
