package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.stage.Packing;
import org.followerassay.ingest.stage.Parcel;
import org.followerassay.ingest.stage.Ranges;
import org.followerassay.ingest.stage.TieSample;
import org.followerassay.ingest.stage.Unit;
import org.followerassay.ingest.stage.UnitVerdicts;
import org.followerassay.table.Table;

/**
 * The faster way for one long list of plain ties: {@link PlainJob} reads, sorts and writes it in one go. The text is gone
 * through again only for the rows of the table rejects, if there are any.
 *
 * <p>There is nothing in which two such rows could contradict each other, so that of equal ties one is kept, and the
 * others are counted as repeated.
 */
final class PlainWay implements Way {
    /** Ties that one task sorts and one file holds: some 10 MB. A setting of the session for the sake of tests. */
    private static final String TIES_OF_A_FILE = "2000000";

    private static final long MOST_FILES = 20_000;

    private final Draft draft;
    private final IngestOptions options;
    private final Reading reading;
    private final Staging.Plain plain;
    private final PlainLists.Said said;
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, Set<String>> files = new HashMap<>();
    private final SortedMap<Integer, UnitVerdicts> verdicts = new TreeMap<>();
    private final Counted counted;
    private final Tally tally;
    private long accounts;

    PlainWay(Draft draft, IngestOptions options, Reading reading, Ids ids) {
        this.draft = draft;
        this.options = options;
        this.reading = reading;
        this.plain = Staging.ofPlain(draft.session(), reading, ids);
        this.said = new PlainLists.Said(reading.snapshot().orElse(0L), reading.key(), HeaderClaim.of(reading.export()));
        rooms.put(FOLLOWS.name(), draft.room(FOLLOWS, reading.key()));
        rooms.put(LISTS.name(), draft.room(LISTS, reading.key()));
        boolean isAlone = draft.parts(LISTS).isEmpty() && draft.parts(ACCOUNTS).isEmpty();
        if (isAlone) {
            rooms.put(COVERAGE.name(), draft.room(COVERAGE, Coverage.PART));
        }
        read();
        this.counted = Counted.ofPlain(verdicts.values());
        this.tally = new Tally(plain.staging().units(), counted);
    }

    /** Bytes from which on the faster way is worth jobs of its own; a setting of the session for the sake of tests. */
    static long from(SparkSession session) {
        return Long.parseLong(session.conf().get("spark.assay.plainFromBytes", "1048576"));
    }

    /** True if an export is one list of plain ties that is long enough. */
    static boolean fits(Reading reading, Ids ids, SparkSession session) {
        Export export = reading.export();
        return export.parts().size() == 1
                && export.parts().get(0).reader() instanceof PlainTies ties
                && !ties.named()
                && !ids.hidesNumbers()
                && reading.bytes() >= from(session);
    }

    private void read() {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(draft.session().sparkContext());
        spark.setJobGroup(draft.id(), "read, sort and write " + reading.name());
        try {
            PlainJob.run(spark, Packing.tasks(plain.units(), plain.taskBytes()), order(spark))
                    .forEach(this::take);
        } finally {
            spark.clearJobGroup();
        }
    }

    private void take(Parcel parcel) {
        Object content = parcel.object();
        if (content instanceof UnitVerdicts unit) {
            verdicts.put(unit.unit(), unit);
        } else if (content instanceof Long inRange) {
            accounts += inRange;
        } else {
            String[] file = ((String) content).split("/", 2);
            files.computeIfAbsent(file[0], any -> new HashSet<>()).add(file[1]);
        }
    }

    private PlainJob.Order order(JavaSparkContext spark) {
        TieSample sample = sample(spark);
        int cores = spark.defaultParallelism();
        long enough = sample.about() > Packing.FEW_ROWS ? cores : 1;
        long together = Long.parseLong(draft.session().conf().get("spark.assay.plainTiesOfAFile", TIES_OF_A_FILE));
        long wanted = Math.max((sample.about() + together - 1) / together, enough);
        long sorting = Math.min(MOST_FILES, inRounds(wanted, cores));
        // Accounts are fewer than ties.
        long counting = inRounds(Math.max(sorting / 2, Math.min(sorting, cores)), cores);
        List<long[]> ties = sample.ties();
        return new PlainJob.Order(
                plain.staging().columns(),
                plain.ids(),
                Ranges.of(ties, (int) sorting),
                Ranges.ofAccounts(ties, (int) counting),
                said,
                folder(FOLLOWS),
                folder(LISTS),
                rooms.containsKey(COVERAGE.name()) ? folder(COVERAGE) : null);
    }

    private String folder(Table table) {
        return draft.folder(rooms.get(table.name())).toString();
    }

    /** So many tasks that no core waits for others in the last round. */
    private static long inRounds(long tasks, int cores) {
        return tasks <= cores ? tasks : (tasks + cores - 1) / cores * cores;
    }

    private TieSample sample(JavaSparkContext spark) {
        Unit whole = plain.whole();
        if (whole.stretch().seekable()) {
            return TieSample.ofPlaces(whole, spark.hadoopConfiguration());
        }
        Broadcast<SerializableConfiguration> hadoop =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return spark.parallelize(List.of(Parcel.of(Parcel.Kind.UNITS, 0, whole)), 1)
                .map(unit ->
                        TieSample.ofAll((Unit) unit.object(), hadoop.value().value()))
                .first();
    }

    @Override
    public Map<Integer, AssayException> unusable() {
        Map<Integer, AssayException> unusable = Unusable.among(
                List.of(reading), plain.staging(), counted, plain.staging().rows(), options);
        if (!unusable.isEmpty()) {
            rooms.values().forEach(draft::vacate);
        }
        return unusable;
    }

    @Override
    public Batch.Found write(Set<Integer> standing) {
        SortedMap<Integer, String> keys = new TreeMap<>(Map.of(0, reading.key()));
        Manifest.Part follows = adopt(FOLLOWS, reading.key(), reading.key());
        boolean bothWays = reading.export().isUndirected();
        long accepted = bothWays ? follows.rows() / 2 : follows.rows();
        long read = tally.rows(0) - tally.counted(0, RowSink.REJECTED) - tally.counted(0, RowSink.SELF_TIE);
        tally.add(0, Judgement.ACCEPTED, accepted);
        tally.add(0, Judgement.REPEATED, read - accepted);
        adopt(LISTS, reading.key(), reading.key());
        if (rooms.containsKey(COVERAGE.name())) {
            adopt(COVERAGE, Coverage.PART, Coverage.key(draft));
        }
        if (tally.counted(0, RowSink.REJECTED) > 0 || counted.furtherRejects(0) > 0) {
            Rejects.write(
                    draft,
                    keys,
                    plain.staging(),
                    counted,
                    plain.staging().rows().get().where(col("outcome").equalTo(RowSink.REJECTED)));
        }
        tally.requireBalance(0);
        SortedMap<Integer, Snapshots> snapshots = new TreeMap<>(Map.of(0, Snapshots.of(reading, counted, 0)));
        return new Batch.Found(tally, counted, snapshots, Map.of(), new Links.Found(keys));
    }

    private Manifest.Part adopt(Table table, String name, String key) {
        return draft.adopt(table, name, key, rooms.get(table.name()), files.getOrDefault(table.name(), Set.of()));
    }

    /** Plain ties have none. */
    @Override
    public void writeNames(SortedMap<Integer, Reading> standing) {}

    @Override
    public Map<Integer, InputReport.Extent> extents() {
        return Map.of(0, new InputReport.Extent(accounts, 1));
    }

    @Override
    public Map<Integer, String> firstTies() {
        return verdicts.values().stream()
                .filter(UnitVerdicts::hasTie)
                .findFirst()
                .map(unit -> Map.of(
                        0,
                        InputReport.inWords(
                                reading.export(),
                                Long.toString(unit.firstTie()[0]),
                                Long.toString(unit.firstTie()[1]))))
                .orElse(Map.of());
    }

    /** Nothing is held. */
    @Override
    public void release() {}
}
