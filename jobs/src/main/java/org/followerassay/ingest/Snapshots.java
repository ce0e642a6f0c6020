package org.followerassay.ingest;

import java.util.Optional;
import java.util.OptionalLong;
import org.followerassay.ingest.format.Times;

/**
 * When the rows of an input were true: each row's own snapshot, or one for all that have none.
 *
 * @param forRest for rows without a snapshot of their own; microseconds
 * @param first of all snapshots of the input
 * @param last of all snapshots of the input
 * @param words how the snapshot came to be known
 */
record Snapshots(long forRest, long first, long last, String words) {
    private static final String UNDATED =
            "undated: it states no time, so its snapshot is 1970-01-01; --snapshot would say better";

    static Snapshots of(Reading reading, Counted counted, int input) {
        Optional<long[]> own = counted.snapshots(input);
        if (own.isPresent()) {
            long first = own.get()[0];
            long last = own.get()[1];
            String span = first == last ? Times.words(first) : Times.words(first) + " to " + Times.words(last);
            return new Snapshots(reading.snapshot().orElse(last), first, last, span);
        }
        if (reading.snapshot().isPresent()) {
            return forAll(reading.snapshot().get(), reading.snapshotFrom());
        }
        OptionalLong newest = counted.newest(input);
        return newest.isPresent()
                ? forAll(Times.nextMidnight(newest.getAsLong()), "the midnight after the newest time it states")
                : new Snapshots(0, 0, 0, UNDATED);
    }

    private static Snapshots forAll(long micros, String from) {
        return new Snapshots(micros, micros, micros, Times.words(micros) + ", " + from);
    }

    boolean several() {
        return last > first;
    }
}
