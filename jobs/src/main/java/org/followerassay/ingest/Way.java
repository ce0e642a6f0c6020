package org.followerassay.ingest;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.followerassay.flow.AssayException;

/** How exports of a run are read into the tables: {@link Batch}, or {@link PlainWay}, which is faster where it can be taken. */
interface Way {
    /** Why exports can't stand, by their number. */
    Map<Integer, AssayException> unusable();

    /** Writes every table but identities for the exports that can stand. */
    Batch.Found write(Set<Integer> standing);

    void writeNames(SortedMap<Integer, Reading> standing);

    /** How many accounts and snapshots the lists of each export are of. */
    Map<Integer, InputReport.Extent> extents();

    /** By export: the first tie in words, where one tie shows how the direction was understood. */
    Map<Integer, String> firstTies();

    void release();
}
