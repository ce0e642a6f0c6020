package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Words;

/**
 * How many lines each unit of an input has, and what became of them. Counted from the rows, never by accumulators, which
 * count a retried task twice.
 */
final class Tally {
    private static final List<String> TIMES = List.of("created_at", "followed_at", "last_post_at");
    private static final List<String> KINDS = List.of(
            StagedRows.HEADER,
            Judgement.ACCEPTED,
            Judgement.REPEATED,
            Judgement.CONFLICTING,
            StagedRows.SELF_TIE,
            StagedRows.REJECTED);

    private final Map<Integer, Map<String, Long>> counts = new HashMap<>();
    private final Map<Integer, Long> lines = new HashMap<>();
    private boolean damaged;
    private boolean tellsNames;
    private OptionalLong newest = OptionalLong.empty();
    private OptionalLong firstSnapshot = OptionalLong.empty();
    private OptionalLong lastSnapshot = OptionalLong.empty();

    /** Counts in one small aggregation, a row per unit and verdict; of numbers only, since a maximum of texts would sort. */
    static Tally of(Dataset<Row> judged) {
        Tally tally = new Tally();
        List<String> has = Arrays.asList(judged.columns());
        Column snapshot = has.contains("snapshot") ? col("snapshot") : lit(null).cast(LongType);
        judged.groupBy("unit", "verdict")
                .agg(
                        count(lit(1)).as("rows"),
                        max("line").as("last_line"),
                        max(newestTime(has)).as("newest"),
                        max(tellsName(has)).as("tells_name"),
                        min(snapshot).as("first_snapshot"),
                        max(snapshot).as("last_snapshot"))
                .collectAsList()
                .forEach(tally::add);
        return tally;
    }

    private static Column tellsName(List<String> has) {
        return has.stream()
                .filter(column -> column.endsWith("_text") || column.equals("handle"))
                .map(column -> col(column).isNotNull())
                .reduce(lit(false), Column::or);
    }

    /** The newest time in a row besides its snapshot. */
    private static Column newestTime(List<String> has) {
        List<Column> times = new ArrayList<>();
        TIMES.stream().filter(has::contains).forEach(time -> times.add(col(time)));
        if (times.isEmpty()) {
            return lit(null).cast(LongType);
        }
        return times.size() == 1 ? times.get(0) : greatest(times.toArray(Column[]::new));
    }

    private void add(Row row) {
        int unit = row.getAs("unit");
        String verdict = row.getAs("verdict");
        if (verdict.equals(StagedRows.END)) {
            lines.put(unit, row.getAs("last_line"));
        } else if (verdict.equals(StagedRows.DAMAGED)) {
            damaged = true;
        } else {
            counts.computeIfAbsent(unit, any -> new HashMap<>()).put(verdict, row.getAs("rows"));
        }
        if (verdict.equals(Judgement.ACCEPTED)) {
            tellsNames |= row.<Boolean>getAs("tells_name");
            newest = later(newest, row.getAs("newest"));
            lastSnapshot = later(lastSnapshot, row.getAs("last_snapshot"));
            Long first = row.getAs("first_snapshot");
            if (first != null && (firstSnapshot.isEmpty() || first < firstSnapshot.getAsLong())) {
                firstSnapshot = OptionalLong.of(first);
            }
        }
    }

    private static OptionalLong later(OptionalLong one, Long other) {
        if (other == null) {
            return one;
        }
        return OptionalLong.of(Math.max(other, one.orElse(other)));
    }

    /** Moves rows from accepted to what a second look, with other inputs at hand, made of them. */
    void correct(Dataset<Row> judgedAgain) {
        judgedAgain
                .where(Judgement.isAccepted().equalTo(false))
                .groupBy("unit", "verdict")
                .agg(count(lit(1)).as("rows"))
                .collectAsList()
                .forEach(row -> {
                    Map<String, Long> unit = counts.get(row.<Integer>getAs("unit"));
                    long rows = row.getAs("rows");
                    unit.merge(row.getAs("verdict"), rows, Long::sum);
                    unit.merge(Judgement.ACCEPTED, -rows, Long::sum);
                });
    }

    /** True if a unit could not be read to its end. */
    boolean damaged() {
        return damaged;
    }

    /** True if an accepted row has a name that its id does not tell. */
    boolean tellsNames() {
        return tellsNames;
    }

    /** Microseconds; empty if no accepted row states a time. */
    OptionalLong newest() {
        return newest;
    }

    OptionalLong firstSnapshot() {
        return firstSnapshot;
    }

    OptionalLong lastSnapshot() {
        return lastSnapshot;
    }

    long lines(int unit) {
        return lines.getOrDefault(unit, 0L);
    }

    long counted(int unit, String kind) {
        return counts.getOrDefault(unit, Map.of()).getOrDefault(kind, 0L);
    }

    long lines() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    long counted(String kind) {
        return counts.values().stream()
                .mapToLong(kinds -> kinds.getOrDefault(kind, 0L))
                .sum();
    }

    /** Lines that are neither header nor comment nor blank. */
    long rows() {
        return lines() - counted(StagedRows.HEADER);
    }

    /** "5,190 lines = 1 header + 5,189 accepted + …". */
    String balance() {
        return Words.count(lines(), "line") + " = " + Words.number(counted(StagedRows.HEADER)) + " header + "
                + Words.number(counted(Judgement.ACCEPTED)) + " accepted + " + Words.number(counted(Judgement.REPEATED))
                + " repeated + " + Words.number(counted(Judgement.CONFLICTING)) + " conflicting + "
                + Words.number(counted(StagedRows.SELF_TIE)) + " self ties + "
                + Words.number(counted(StagedRows.REJECTED)) + " rejected";
    }

    /** Fails unless every line of every unit became exactly one of these. */
    void requireBalance(String name) {
        for (Map.Entry<Integer, Long> unit : lines.entrySet()) {
            long sum = KINDS.stream()
                    .mapToLong(kind -> counted(unit.getKey(), kind))
                    .sum();
            if (sum != unit.getValue()) {
                throw AssayException.failed(name + " has " + Words.count(unit.getValue(), "line") + " but "
                        + Words.number(sum) + " are accounted for: this is a defect, please report it");
            }
        }
    }

    private Tally() {}
}
