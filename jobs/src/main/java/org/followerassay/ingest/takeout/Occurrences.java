package org.followerassay.ingest.takeout;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.followerassay.ingest.format.RowSink;

/**
 * Counts how often a file has said the same so far, where that is all that tells two records apart.
 *
 * <p>The count begins anew with each reading of a file; a reading has a sink of its own. It keeps what it has seen, so it
 * is asked only for records that nothing else tells apart.
 */
final class Occurrences implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient RowSink reading;
    private transient Map<String, Integer> seen;

    /** 1 when it is said first. */
    int of(String said, RowSink rows) {
        if (reading != rows) {
            reading = rows;
            seen = new HashMap<>();
        }
        return seen.merge(said, 1, Integer::sum);
    }
}
