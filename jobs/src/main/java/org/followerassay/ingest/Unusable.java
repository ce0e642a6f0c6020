package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Words;

/** Why an export that was recognised can't stand all the same: damage on the way, nothing usable, a reject in strict mode. */
final class Unusable {
    static Map<Integer, AssayException> among(
            List<Reading> readings,
            Staging staging,
            Counted counted,
            Supplier<Dataset<Row>> staged,
            IngestOptions options) {
        Map<Integer, AssayException> unusable = new HashMap<>();
        Tally tally = new Tally(staging.units(), counted);
        for (int unit = 0; unit < staging.units().size(); unit++) {
            Staging.Piece piece = staging.units().get(unit);
            counted.damage(unit)
                    .ifPresent(why -> unusable.putIfAbsent(
                            piece.source(), readings.get(piece.source()).damaged(piece.file(), why)));
        }
        for (int source = 0; source < readings.size(); source++) {
            if (!unusable.containsKey(source)) {
                String name = readings.get(source).name();
                long rejected = tally.counted(source, RowSink.REJECTED);
                if (rejected > 0 && options.strict()) {
                    unusable.put(
                            source,
                            AssayException.badInput(name + ": " + Words.count(rejected, "line was", "lines were")
                                    + " rejected, " + first(staged, source) + ": mend them, or leave --strict out"));
                } else if (counted.kinds(source).isEmpty() && holdsNothing(readings.get(source))) {
                    unusable.put(source, nothing(name, tally, source, staged));
                }
            }
        }
        return unusable;
    }

    private static boolean holdsNothing(Reading reading) {
        return reading.export().lists().isEmpty();
    }

    private static AssayException nothing(String name, Tally tally, int source, Supplier<Dataset<Row>> staged) {
        long rejected = tally.counted(source, RowSink.REJECTED);
        long selfTies = tally.counted(source, RowSink.SELF_TIE);
        long other = tally.counted(source, RowSink.OTHER);
        if (rejected > 0) {
            return AssayException.badInput(name + ": none of its " + Words.count(tally.rows(source), "row")
                    + " could be read, " + first(staged, source) + ": check separator, header and --columns");
        }
        if (selfTies + other > 0) {
            return AssayException.badInput(name + " holds no tie: " + Words.count(selfTies, "row")
                    + " in which an account follows itself, " + Words.number(other)
                    + " of kinds that are not read: leave it out");
        }
        return AssayException.badInput(name + " holds no rows besides its header: export it again, or leave it out");
    }

    private static String first(Supplier<Dataset<Row>> staged, int source) {
        Row first = staged.get()
                .where(col("outcome")
                        .equalTo(RowSink.REJECTED)
                        .and(col("source").equalTo(source)))
                .orderBy("unit", "line")
                .select("line", "explanation")
                .head();
        return "the first in line " + Words.number(first.getLong(0)) + " (" + first.getString(1) + ")";
    }

    private Unusable() {}
}
