package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.Times;

/**
 * When the rows of an input were true: each row's own snapshot, or one for all of them.
 *
 * @param words how the snapshot came to be known, empty if rows have no snapshot
 */
record Snapshots(Optional<Long> forAll, long firstMicros, long lastMicros, String words) {
    static final String UNDATED =
            "undated: it states no time, so its snapshot is 1970-01-01; --snapshot would say better";

    static Snapshots of(Reading reading, Tally tally) {
        Shape shape = reading.layout().shape();
        if (!shape.key().contains("snapshot")) {
            return new Snapshots(Optional.empty(), 0, 0, "");
        }
        if (reading.layout().has("snapshot")) {
            long first = tally.firstSnapshot().orElse(0);
            long last = tally.lastSnapshot().orElse(0);
            String span = first == last ? Times.words(first) : Times.words(first) + " to " + Times.words(last);
            return new Snapshots(Optional.empty(), first, last, span);
        }
        Source source = reading.source();
        if (source.snapshot().isPresent()) {
            return forAll(source.snapshot().get(), source.snapshotFrom());
        }
        return tally.newest().isPresent()
                ? forAll(Times.nextMidnight(tally.newest().getAsLong()), "the midnight after the newest time it states")
                : new Snapshots(Optional.of(0L), 0, 0, UNDATED);
    }

    private static Snapshots forAll(long micros, String from) {
        return new Snapshots(Optional.of(micros), micros, micros, Times.words(micros) + ", " + from);
    }

    /** Rows with their snapshot as a timestamp. */
    Dataset<Row> date(Dataset<Row> rows) {
        if (!Arrays.asList(rows.columns()).contains("snapshot")) {
            return rows;
        }
        Column micros = forAll.map(all -> lit((long) all)).orElse(col("snapshot"));
        return rows.withColumn("snapshot", timestamp_micros(micros));
    }

    Column first() {
        return timestamp_micros(lit(firstMicros));
    }

    Column last() {
        return timestamp_micros(lit(lastMicros));
    }

    boolean several() {
        return lastMicros > firstMicros;
    }

    long onlyOne() {
        return forAll.orElse(lastMicros);
    }
}
