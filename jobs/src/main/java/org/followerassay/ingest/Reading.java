package org.followerassay.ingest;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How one input will be read: decided by looking at its beginning, before any row is read. */
interface Reading {
    /**
     * The rows of an input as they stand between export and tables.
     *
     * @param files by unit: the file that it is part of, as in the table input_files
     * @param lists by unit: the list that it is a part of, in order; empty if units are no parts of lists
     */
    record Staged(Dataset<Row> rows, List<String> files, List<String> lists) {}

    Source source();

    /** Cells and shape of the rows; for an archive, those of a list. */
    Layout layout();

    /** Everything besides the content that decides how the input is read. */
    String plan();

    /** Owner of the lists, where rows do not name it. */
    Optional<ListOwner> owner();

    /** The first tie in words, where one tie shows how the direction was understood. */
    Optional<String> firstTie();

    /** What the export itself says of its size or completeness. */
    Statements statements();

    Staged stage(SparkSession session);
}
