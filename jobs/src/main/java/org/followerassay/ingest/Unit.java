package org.followerassay.ingest;

import java.io.Serializable;
import org.followerassay.ingest.format.Compression;

/**
 * A stretch of a file that one task reads: a whole file, a block of a long one, or an entry of an archive.
 *
 * @param path Hadoop path, as text since paths can't be sent to a task
 * @param entry name within a zip; empty for a file of its own
 * @param file as in the tables rejects and input_files
 * @param start first byte; lines that begin before it belong to the block before
 * @param end first byte of the next block
 * @param linesBefore lines of the file before this block
 */
record Unit(String path, String entry, String file, Compression compression, long start, long end, long linesBefore)
        implements Serializable {

    static Unit whole(InputFile file, Compression compression) {
        return new Unit(file.path().toString(), "", file.name(), compression, 0, Long.MAX_VALUE, 0);
    }
}
