package org.followerassay.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Ids;

/**
 * A text of lines: CSV, TSV or an edge list.
 *
 * <p>One of the few RDDs here: line numbers must be exact and a damaged file must name itself, and Spark's own text
 * readers give neither. One task per file, or per block of a long file that is not packed.
 *
 * @param headerLine number of the line that names the columns, 0 if there is none
 */
record TextReading(
        Source source,
        InputFile file,
        Compression compression,
        Layout layout,
        long headerLine,
        Optional<ListOwner> owner,
        Optional<String> firstTie,
        Statements statements,
        Ids ids)
        implements Reading {

    @Override
    public String plan() {
        return layout + " " + headerLine + " " + owner;
    }

    @Override
    public Staged stage(SparkSession session) {
        List<Unit> units = Blocks.of(session, Unit.whole(file, compression), file.bytes(), Blocks.BYTES);
        StagedRows rows = new StagedRows(layout, ids.hidesNumbers());
        RowParser parser = new RowParser(layout, ids, rows, owner.orElse(null));
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sparkContext().hadoopConfiguration());
        long header = headerLine;
        JavaRDD<Row> staged = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(IntStream.range(0, units.size()).boxed().toList(), units.size())
                .flatMap(unit -> new StagedLines(unit, units.get(unit), parser, rows, header, hadoop.value()));
        return new Staged(
                session.createDataFrame(staged, rows.schema()),
                units.stream().map(Unit::file).toList(),
                List.of());
    }

    /** True if the last line of a text that is not packed lacks its end, as in a file that was cut short. */
    static boolean endsOpen(InputFile file, Compression compression, Configuration hadoop) {
        if (compression != Compression.NONE) {
            return false;
        }
        try (var in = file.open(hadoop)) {
            in.seek(file.bytes() - 1);
            return in.read() != '\n';
        } catch (IOException unreadable) {
            throw file.unreadable(unreadable);
        }
    }
}
