package org.followerassay.ingest.format;

import java.util.List;

/** Reads rows that are parted into cells already, as those of a Parquet file are. */
public interface TableReader extends RowReader {
    /** Says what one row is; the record has begun. */
    void row(List<String> cells, RowSink rows);
}
