package org.followerassay.ingest.format;

import java.util.List;
import java.util.Optional;

/**
 * One file of an export, and how it is read.
 *
 * @param list {@code followers} or {@code followees} if the file is a piece of that list of the owner, newest first, the
 *     pieces in the order of the parts; empty if places in it say nothing. The reader need not fill a position then: the
 *     number of the record is the place.
 * @param rows where Spark reads the cells, and not the reader the bytes
 */
public record Part(Entry entry, RowReader reader, Optional<String> list, Optional<SparkRows> rows) {
    /**
     * How Spark reads a table for us, cell by cell.
     *
     * @param format as Spark calls it
     * @param columns those that are read, in the order in which the reader gets their cells
     */
    public record SparkRows(String format, List<String> columns) {}

    public static Part of(Entry entry, RowReader reader) {
        return new Part(entry, reader, Optional.empty(), Optional.empty());
    }

    /** A piece of the owner's list in this direction, newest first. */
    public static Part newestFirst(Entry entry, RowReader reader, String direction) {
        return new Part(entry, reader, Optional.of(direction), Optional.empty());
    }

    /** A table that Spark reads by a format of its own. */
    public static Part table(Entry entry, TableReader reader, String format, List<String> columns) {
        return new Part(entry, reader, Optional.empty(), Optional.of(new SparkRows(format, columns)));
    }
}
