package org.followerassay.reliability;

import java.util.List;

/**
 * What came of one kind of fault.
 *
 * @param tried faults that really happened
 * @param missed of those, the ones after which something was wrong, each in a sentence
 * @param note what else the figure needs to be understood
 * @param mayMiss how many may be missed at most
 */
record Outcome(long tried, List<String> missed, String note, long mayMiss) {
    Outcome(long tried, List<String> missed, String note) {
        this(tried, missed, note, 0);
    }

    long survived() {
        return tried - missed.size();
    }
}
