package org.followerassay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Ids;

/**
 * A Parquet file. Its cells are read as text and checked like those of a CSV file: the same rules, the same rejects.
 *
 * <p>The number of a row is its place in the file, which Spark knows however the file is cut into tasks.
 */
record ParquetReading(Source source, InputFile file, Layout layout, Optional<ListOwner> owner, Ids ids)
        implements Reading {

    static List<String> columns(SparkSession session, InputFile file) {
        return Arrays.asList(
                session.read().parquet(file.path().toString()).schema().fieldNames());
    }

    @Override
    public String plan() {
        return layout + " parquet " + owner;
    }

    @Override
    public Optional<String> firstTie() {
        return Optional.empty();
    }

    @Override
    public Statements statements() {
        return Statements.NONE;
    }

    @Override
    public Staged stage(SparkSession session) {
        Dataset<Row> rows = session.read().parquet(file.path().toString());
        StagedRows staged = new StagedRows(layout, ids.hidesNumbers());
        RowParser parser = new RowParser(layout, ids, staged, owner.orElse(null));
        Column[] cells = Arrays.stream(rows.schema().fieldNames())
                .map(name -> coalesce(rows.col("`" + name + "`").cast("string"), lit("")))
                .toArray(Column[]::new);
        StructType schema = staged.schema();
        Dataset<Row> parsed = rows.select(
                        col("_metadata.row_index").plus(1).as("line"),
                        array(cells).as("cells"))
                .mapPartitions((MapPartitionsFunction<Row, Row>) part -> parsed(part, parser), Encoders.row(schema));
        Row end = staged.end(0, rows.count());
        return new Staged(
                parsed.unionByName(session.createDataFrame(List.of(end), schema)), List.of(file.name()), List.of());
    }

    private static Iterator<Row> parsed(Iterator<Row> part, RowParser parser) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return part.hasNext();
            }

            @Override
            public Row next() {
                Row row = part.next();
                List<String> cells = new ArrayList<>(row.getList(1));
                return parser.parse(0, row.getLong(0), cells, String.join(",", cells));
            }
        };
    }
}
