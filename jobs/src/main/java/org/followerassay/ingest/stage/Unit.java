package org.followerassay.ingest.stage;

import java.io.Serializable;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.Stretch;

/**
 * A stretch of a file that one task reads as a whole: a file, an entry of an archive, or a block of a long text.
 *
 * @param input number of the export among those of the run
 * @param number of the unit among all of the run; the blocks of a file are numbered in their order
 * @param owner whose export it is, or null
 * @param start first byte; lines that begin before it belong to the block before
 * @param end first byte of the next block
 */
public record Unit(
        int input, int number, Stretch stretch, RowReader reader, String platform, Owner owner, long start, long end)
        implements Serializable {

    /** The bytes that a task reads for it, as they lie there. */
    long bytes() {
        return Math.min(end, stretch.bytes()) - start;
    }
}
