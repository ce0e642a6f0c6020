package org.followerassay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.format.TableReader;
import org.followerassay.ingest.stage.Unit;

/**
 * A table that Spark reads, as staged rows. Its cells are read as text and checked like those of a text file.
 *
 * <p>A typed function, since what checks a row is the same code that checks a line. The number of a row is its place in a
 * Parquet file, which Spark knows however the file is cut into tasks; rows of other tables have no number.
 */
record TableRows(Unit unit, Part.SparkRows table) {

    Dataset<Row> staged(SparkSession session, StagedColumns columns, Ids ids) {
        Dataset<Row> rows =
                session.read().format(table.format()).load(unit.stretch().path());
        Column[] cells = table.columns().stream()
                .map(name -> coalesce(rows.col("`" + name + "`").cast("string"), lit("")))
                .toArray(Column[]::new);
        boolean numbered = table.format().equals("parquet");
        Column line = numbered ? col("_metadata.row_index").plus(1) : lit(0L);
        StructType schema = new StructType().add("source", DataTypes.IntegerType);
        for (var field : columns.schema().fields()) {
            schema = schema.add(field);
        }
        Unit whole = unit;
        Dataset<Row> parsed = rows.select(line.as("line"), array(cells).as("cells"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) part -> new Parsed(part, whole, columns, ids),
                        Encoders.row(schema));
        Object[] last = new RowSink(columns, ids, unit.platform(), unit.owner(), unit.number()).end(null);
        last[1] = rows.count();
        return parsed.unionByName(session.createDataFrame(List.of(row(unit.input(), last)), schema));
    }

    private static Row row(int source, Object[] values) {
        Object[] all = new Object[values.length + 1];
        all[0] = source;
        System.arraycopy(values, 0, all, 1, values.length);
        return RowFactory.create(all);
    }

    private static final class Parsed implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final int source;
        private final TableReader reader;
        private final RowSink sink;
        private final Deque<Row> ready = new ArrayDeque<>();

        Parsed(Iterator<Row> rows, Unit unit, StagedColumns columns, Ids ids) {
            this.rows = rows;
            this.source = unit.input();
            this.reader = (TableReader) unit.reader();
            this.sink = new RowSink(columns, ids, unit.platform(), unit.owner(), unit.number());
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                Row row = rows.next();
                List<String> cells = row.getList(1);
                sink.recordAt(row.getLong(0), () -> String.join(",", cells));
                reader.row(cells, sink);
                for (Object[] values = sink.poll(); values != null; values = sink.poll()) {
                    ready.add(row(source, values));
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return ready.poll();
        }
    }
}
