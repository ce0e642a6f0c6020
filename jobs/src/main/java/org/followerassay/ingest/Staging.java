package org.followerassay.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.stage.Packing;
import org.followerassay.ingest.stage.StagedSource;
import org.followerassay.ingest.stage.Unit;

/**
 * The staged rows of several exports as one dataset.
 *
 * @param units what was read, by number
 */
record Staging(Supplier<Dataset<Row>> rows, StagedColumns columns, List<Piece> units) {
    /**
     * A file of an export, or a block of one.
     *
     * @param list direction of the owner's list that it is a piece of, newest first
     */
    record Piece(int source, String file, Optional<String> list) {}

    static Staging of(SparkSession session, List<Reading> readings, Ids ids) {
        Set<String> filled = new TreeSet<>();
        long bytes = 0;
        for (Reading reading : readings) {
            bytes += reading.bytes();
            reading.export().parts().forEach(part -> filled.addAll(part.reader().columns()));
        }
        StagedColumns columns = StagedColumns.with(filled);
        long taskBytes = Packing.taskBytes(bytes, session.sparkContext().defaultParallelism());
        List<Piece> pieces = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        List<TableRows> tables = new ArrayList<>();
        for (int source = 0; source < readings.size(); source++) {
            Export export = readings.get(source).export();
            for (Part part : export.parts()) {
                Unit whole = new Unit(
                        source,
                        pieces.size(),
                        part.entry().stretch(),
                        part.reader(),
                        export.platform(),
                        export.owner().orElse(null),
                        0,
                        Long.MAX_VALUE);
                Piece piece = new Piece(source, part.entry().shown(), part.list());
                if (part.rows().isPresent()) {
                    tables.add(new TableRows(whole, part.rows().get()));
                    pieces.add(piece);
                } else {
                    for (Unit block : Packing.blocks(whole, taskBytes)) {
                        units.add(block);
                        pieces.add(piece);
                    }
                }
            }
        }
        Dataset<Row> rows = units.isEmpty() ? null : StagedSource.rows(session, units, columns, ids, taskBytes);
        for (TableRows table : tables) {
            Dataset<Row> ofTable = table.staged(session, columns, ids);
            rows = rows == null ? ofTable : rows.unionByName(ofTable);
        }
        Dataset<Row> all = rows;
        return new Staging(() -> all, columns, List.copyOf(pieces));
    }

    /**
     * One long list of plain ties, of which only the other records are staged.
     *
     * @param whole the file
     * @param units its blocks
     * @param taskBytes what one task reads
     */
    record Plain(Staging staging, Unit whole, List<Unit> units, long taskBytes, Ids ids) {}

    static Plain ofPlain(SparkSession session, Reading reading, Ids ids) {
        Export export = reading.export();
        Part part = export.parts().get(0);
        long taskBytes =
                Packing.taskBytes(reading.bytes(), session.sparkContext().defaultParallelism());
        Unit whole = new Unit(0, 0, part.entry().stretch(), part.reader(), export.platform(), null, 0, Long.MAX_VALUE);
        List<Unit> units = Packing.blocks(whole, taskBytes);
        StagedColumns columns = StagedColumns.with(part.reader().columns());
        Piece piece = new Piece(0, part.entry().shown(), Optional.empty());
        Staging staging = new Staging(
                () -> StagedSource.verdicts(session, units, columns, ids, taskBytes),
                columns,
                units.stream().map(unit -> piece).toList());
        return new Plain(staging, whole, units, taskBytes, ids);
    }

    /** By unit: records of the same file in the units before. */
    List<Long> linesBefore(Counted counted) {
        List<Long> before = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            boolean goesOn = unit > 0
                    && units.get(unit).file().equals(units.get(unit - 1).file());
            before.add(goesOn ? before.get(unit - 1) + counted.records(unit - 1) : 0L);
        }
        return before;
    }

    /** By unit: places of the same list in the units before; null for units that are no pieces of lists. */
    List<Long> placesBefore(Counted counted) {
        List<Long> before = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            Piece piece = units.get(unit);
            boolean goesOn = unit > 0
                    && piece.source() == units.get(unit - 1).source()
                    && piece.list().equals(units.get(unit - 1).list());
            Long places = goesOn ? before.get(unit - 1) : Long.valueOf(0);
            before.add(
                    piece.list().isEmpty() ? null : goesOn ? Long.valueOf(places + counted.records(unit - 1)) : places);
        }
        return before;
    }

    /** A small table of units, to be joined with rows: unit, file, lines_before, places_before. */
    Dataset<Row> unitTable(SparkSession session, Counted counted) {
        List<Long> lines = linesBefore(counted);
        List<Long> places = placesBefore(counted);
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            rows.add(RowFactory.create(unit, units.get(unit).file(), lines.get(unit), places.get(unit)));
        }
        return session.createDataFrame(
                rows,
                new StructType()
                        .add("unit", DataTypes.IntegerType)
                        .add("file", DataTypes.StringType)
                        .add("lines_before", DataTypes.LongType)
                        .add("places_before", DataTypes.LongType));
    }

    boolean hasPlaces() {
        return columns.has("newest_first")
                || units.stream().anyMatch(piece -> piece.list().isPresent());
    }
}
