package org.followerassay.ingest.format;

import java.util.Optional;

/**
 * One file of an export, and how it is read.
 *
 * @param list {@code followers} or {@code followees} if the file is a piece of that list of the owner, newest first, the
 *     pieces in the order of the parts; empty if places in it say nothing. The reader need not fill a position then: the
 *     number of the record is the place.
 */
public record Part(Entry entry, RowReader reader, Optional<String> list) {

    public static Part of(Entry entry, RowReader reader) {
        return new Part(entry, reader, Optional.empty());
    }

    /** A piece of the owner's list in this direction, newest first. */
    public static Part newestFirst(Entry entry, RowReader reader, String direction) {
        return new Part(entry, reader, Optional.of(direction));
    }
}
