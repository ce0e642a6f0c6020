package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.stage.UnitVerdicts;

/**
 * What the staged rows are, before anything is made of them: records by file, kinds and times by input. Counted from the
 * rows, never by accumulators, which count a retried task twice.
 */
final class Counted {
    private static final List<String> TIMES =
            List.of("created_at", "followed_at", "last_post_at", "latest", "observed_at");

    private final Map<Integer, Long> records = new HashMap<>();
    private final Map<Integer, Map<String, Long>> outcomes = new HashMap<>();
    private final Map<Integer, Set<Kind>> kinds = new HashMap<>();
    private final Map<Integer, Long> furtherRejects = new HashMap<>();
    private final Map<Integer, String> damage = new HashMap<>();
    private final Map<Integer, long[]> snapshots = new HashMap<>();
    private final Map<Integer, Long> newest = new HashMap<>();

    /** One small aggregation: a row per file, outcome and kind. */
    static Counted of(Dataset<Row> staged, StagedColumns columns) {
        Counted counted = new Counted();
        Column snapshot = columns.has("snapshot") ? col("snapshot") : lit(null).cast(LongType);
        Column damage = when(col("outcome").equalTo(RowSink.DAMAGED), col("explanation"));
        staged.groupBy("source", "unit", "outcome", "further", "kind")
                .agg(
                        count(lit(1)).as("rows"),
                        max(when(col("outcome").isin(RowSink.END, RowSink.DAMAGED), col("line")))
                                .as("records"),
                        max(newestTime(columns)).as("newest"),
                        min(snapshot).as("first_snapshot"),
                        max(snapshot).as("last_snapshot"),
                        max(damage).as("damage"))
                .collectAsList()
                .forEach(counted::add);
        return counted;
    }

    /** The same from what tasks have counted in the blocks of one long list of plain ties. */
    static Counted ofPlain(Collection<UnitVerdicts> units) {
        Counted counted = new Counted();
        for (UnitVerdicts unit : units) {
            counted.records.put(unit.unit(), unit.records());
            if (unit.damage() != null) {
                counted.damage.put(unit.unit(), unit.damage());
            }
            counted.outcomes.put(unit.unit(), unit.outcomes());
            counted.furtherRejects.merge(0, unit.furtherRejects(), Long::sum);
            if (unit.hasTie()) {
                counted.kinds.put(0, EnumSet.of(Kind.TIE));
            }
        }
        return counted;
    }

    private static Column newestTime(StagedColumns columns) {
        List<Column> times = new ArrayList<>();
        TIMES.stream().filter(columns::has).forEach(time -> times.add(col(time)));
        if (times.isEmpty()) {
            return lit(null).cast(LongType);
        }
        return times.size() == 1 ? times.get(0) : greatest(times.toArray(Column[]::new));
    }

    private void add(Row row) {
        int source = row.getAs("source");
        int unit = row.getAs("unit");
        String outcome = row.getAs("outcome");
        long rows = row.getAs("rows");
        if (outcome.equals(RowSink.END) || outcome.equals(RowSink.DAMAGED)) {
            records.put(unit, row.getAs("records"));
            if (row.getAs("damage") != null) {
                damage.put(unit, row.getAs("damage"));
            }
            return;
        }
        boolean further = row.getAs("further");
        if (!further) {
            outcomes.computeIfAbsent(unit, any -> new HashMap<>()).merge(outcome, rows, Long::sum);
        } else if (outcome.equals(RowSink.REJECTED)) {
            furtherRejects.merge(source, rows, Long::sum);
        }
        if (outcome.equals(RowSink.ROW)) {
            Kind kind = Kind.ofCode(row.getAs("kind"));
            kinds.computeIfAbsent(source, any -> EnumSet.noneOf(Kind.class)).add(kind);
            Long time = row.getAs("newest");
            if (time != null) {
                newest.merge(source, time, Math::max);
            }
            Long first = row.getAs("first_snapshot");
            if (first != null) {
                Long last = row.getAs("last_snapshot");
                snapshots.merge(source, new long[] {first, last}, (one, other) ->
                        new long[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])});
            }
        }
    }

    long records(int unit) {
        return records.getOrDefault(unit, 0L);
    }

    long counted(int unit, String outcome) {
        return outcomes.getOrDefault(unit, Map.of()).getOrDefault(outcome, 0L);
    }

    /** Why a unit could not be read to its end. */
    Optional<String> damage(int unit) {
        return Optional.ofNullable(damage.get(unit));
    }

    /** Facts beside an accepted row that were wrong and left out. */
    long furtherRejects(int input) {
        return furtherRejects.getOrDefault(input, 0L);
    }

    Set<Kind> kinds(int input) {
        return kinds.getOrDefault(input, Set.of());
    }

    boolean has(Kind kind) {
        return kinds.values().stream().anyMatch(of -> of.contains(kind));
    }

    /** The newest time in a row besides its snapshot, in microseconds. */
    OptionalLong newest(int input) {
        Long time = newest.get(input);
        return time == null ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /** The first and the last snapshot that rows themselves state, in microseconds. */
    Optional<long[]> snapshots(int input) {
        return Optional.ofNullable(snapshots.get(input)).map(long[]::clone);
    }

    private Counted() {}
}
