package org.followerassay.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.followerassay.table.IngestTables.COUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.IngestTables.INTERACTIONS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.columns.AccountFacts;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.format.Words;
import org.followerassay.ingest.series.RecordKeys;

/**
 * Several exports, read into the tables together: a handful of Spark jobs for all of them. Rows are parsed once and held,
 * on disk where memory ends, until the last table is written.
 */
final class Batch implements Way {
    /** Lists by source and direction, as far as ties make them up: how many ties were accepted in them. */
    record Found(
            Tally tally,
            Counted counted,
            SortedMap<Integer, Snapshots> snapshots,
            Map<String, Long> listed,
            Links.Found links) {
        long listed(int source, String direction) {
            return listed.getOrDefault(source + " " + direction, 0L);
        }
    }

    private final Draft draft;
    private final IngestOptions options;
    private final List<Reading> readings;
    private final Ids ids;
    private final Staging staging;
    private final Counted counted;
    private final SortedMap<Integer, String> keys = new TreeMap<>();
    private final SortedMap<Integer, Snapshots> snapshots = new TreeMap<>();
    private final List<Dataset<Row>> held = new ArrayList<>();
    private final Map<String, Long> listed = new HashMap<>();
    private final Dataset<Row> staged;
    private final Tally tally;
    private Links.Found links;
    private Optional<Dataset<Row>> orphans = Optional.empty();

    private Batch(Draft draft, IngestOptions options, List<Reading> readings, Ids ids, Staging staging) {
        this.ids = ids;
        this.draft = draft;
        this.options = options;
        this.readings = readings;
        this.staging = staging;
        this.staged = hold(staging.rows().get());
        draft.session().sparkContext().setJobGroup(draft.id(), "read and count " + what(), false);
        this.counted = Counted.of(staged, staging.columns());
        draft.session().sparkContext().clearJobGroup();
        this.tally = new Tally(staging.units(), counted);
    }

    /**
     * Stages the exports and counts what is in them.
     *
     * @see #unusable
     * @see #write
     */
    static Batch of(Draft draft, IngestOptions options, List<Reading> readings, Ids ids) {
        return new Batch(draft, options, readings, ids, Staging.of(draft.session(), readings, ids));
    }

    private String what() {
        return readings.size() == 1 ? readings.get(0).name() : Words.count(readings.size(), "export");
    }

    private Dataset<Row> hold(Dataset<Row> rows) {
        Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
        held.add(persisted);
        return persisted;
    }

    @Override
    public void release() {
        held.forEach(Dataset::unpersist);
        held.clear();
    }

    @Override
    public Map<Integer, AssayException> unusable() {
        return Unusable.among(readings, staging, counted, () -> staged, options);
    }

    @Override
    public Found write(Set<Integer> standing) {
        for (int source : standing) {
            keys.put(source, readings.get(source).key());
            snapshots.put(source, Snapshots.of(readings.get(source), counted, source));
        }
        links = new Links.Found(keys);
        OtherInputs others = new OtherInputs(draft, spanEnd(true), spanEnd(false));
        Dataset<Row> rows = staged.where(col("outcome").equalTo(RowSink.ROW).and(isStanding()));
        Ownings ownings = new Ownings(draft.session(), readings, keys.keySet(), snapshots, tally);
        Dataset<Row> statements = statements(rows, ownings);
        if (counted.has(Kind.TIE) || ownings.haveLists()) {
            writeTies(rows, others, statements, ownings);
        } else if (counted.has(Kind.LIST)) {
            draft.writeEach(
                    LISTS,
                    keys,
                    withKeys(statements.withColumn("listed", lit(null).cast(LongType))));
        }
        if (counted.has(Kind.PROFILE) || ownings.haveProfiles()) {
            writeProfiles(rows, others, ownings);
        }
        writeEvents(rows);
        writeOthers(rows);
        writeRejects();
        standing.forEach(tally::requireBalance);
        return new Found(tally, counted, snapshots, listed, links);
    }

    @Override
    public void writeNames(SortedMap<Integer, Reading> standing) {
        boolean named = standing.values().stream()
                .anyMatch(reading -> reading.export().owner().isPresent());
        List<Column> texts = new ArrayList<>();
        staging.columns().names().stream()
                .filter(column -> column.endsWith("_text") || column.equals("handle"))
                .forEach(column -> texts.add(col(column).isNotNull()));
        Column tellsName = texts.stream().reduce(lit(false), Column::or);
        Dataset<Row> rows = staged.where(
                col("outcome").equalTo(RowSink.ROW).and(isStanding()).and(tellsName));
        if (named || !rows.isEmpty()) {
            Identities.write(draft, standing, keys, rows, staging.columns(), options.identities());
        }
    }

    @Override
    public Map<Integer, InputReport.Extent> extents() {
        Map<Integer, InputReport.Extent> extents = new HashMap<>();
        Map<String, Integer> sources = new HashMap<>();
        keys.forEach((source, key) -> sources.put(key, source));
        List<Manifest.Part> parts = draft.parts(LISTS).stream()
                .filter(part -> sources.containsKey(part.name()))
                .toList();
        if (!parts.isEmpty()) {
            draft.rowsOf(LISTS, parts)
                    .groupBy("input")
                    .agg(
                            countDistinct("account").as("accounts"),
                            countDistinct("snapshot").as("snapshots"))
                    .collectAsList()
                    .forEach(row -> extents.put(
                            sources.get(row.<String>getAs("input")),
                            new InputReport.Extent(row.getAs("accounts"), row.getAs("snapshots"))));
        }
        return extents;
    }

    @Override
    public Map<Integer, String> firstTies() {
        Object[] telling = keys.keySet().stream().filter(this::needsFirstTie).toArray();
        Map<Integer, String> words = new HashMap<>();
        if (telling.length > 0) {
            Column order = struct(col("unit"), col("line"), col("further"));
            staged.where(col("source")
                            .isin(telling)
                            .and(col("kind").equalTo(Kind.TIE.code()))
                            .and(col("outcome").equalTo(RowSink.ROW)))
                    .groupBy("source")
                    .agg(
                            min_by(shown("follower"), order).as("one"),
                            min_by(shown("followee"), order).as("other"))
                    .collectAsList()
                    .forEach(row -> words.put(
                            row.getInt(0),
                            InputReport.inWords(
                                    readings.get(row.getInt(0)).export(), row.getString(1), row.getString(2))));
        }
        return words;
    }

    private boolean needsFirstTie(int source) {
        return counted.kinds(source).contains(Kind.TIE)
                && readings.get(source).export().owner().isEmpty()
                && found(source, Lists.FOLLOWERS) + found(source, Lists.FOLLOWEES) == 0;
    }

    private long found(int source, String direction) {
        return listed.getOrDefault(source + " " + direction, 0L);
    }

    private Column shown(String account) {
        Column text = col(StagedColumns.textOf(account));
        return ids.hidesNumbers()
                ? col(account).cast("string")
                : coalesce(text, col(account).cast("string"));
    }

    private Column isStanding() {
        return keys.size() == readings.size()
                ? lit(true)
                : col("source").isin(keys.keySet().toArray());
    }

    private Column spanEnd(boolean first) {
        long end = snapshots.values().stream()
                .mapToLong(span -> first ? span.first() : span.last())
                .reduce(first ? Math::min : Math::max)
                .orElse(0);
        return timestamp_micros(lit(end));
    }

    /** Rows of one kind with their snapshot as a timestamp. */
    private Dataset<Row> dated(Dataset<Row> rows, Kind kind) {
        Column own =
                staging.columns().has("snapshot") ? col("snapshot") : lit(null).cast(LongType);
        return rows.where(col("kind").equalTo(kind.code()))
                .withColumn("snapshot", timestamp_micros(coalesce(own, ofSource())));
    }

    private Column ofSource() {
        long any = snapshots.values().iterator().next().forRest();
        if (snapshots.values().stream().allMatch(one -> one.forRest() == any)) {
            return lit(any);
        }
        Column[] pairs = snapshots.entrySet().stream()
                .flatMap(entry ->
                        Stream.of(lit(entry.getKey()), lit(entry.getValue().forRest())))
                .toArray(Column[]::new);
        return element_at(map(pairs), col("source"));
    }

    private Dataset<Row> withKeys(Dataset<Row> rows) {
        Column[] pairs = keys.entrySet().stream()
                .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
                .toArray(Column[]::new);
        return rows.withColumn("input", element_at(map(pairs), col("source")));
    }

    private void writeTies(Dataset<Row> rows, OtherInputs others, Dataset<Row> statements, Ownings ownings) {
        Dataset<Row> judged = new Ties(this::hold).judged(placed(dated(rows, Kind.TIE)));
        Dataset<Row> ties = others.holdTies() ? hold(others.judged(judged)) : others.judged(judged);
        ties.groupBy("source", "unit", "further", "in_list", "verdict", "direction", "holder", "earlier")
                .agg(count(lit(1)).as("rows"))
                .collectAsList()
                .forEach(this::tallyTies);
        draft.writeEach(FOLLOWS, keys, ties.where(Judgement.isAccepted()));
        Dataset<Row> lists =
                Lists.of(ties, rejectedTies(), statements, ownings.holdLists(counted), ownings.whyPartial());
        boolean anySeries = snapshots.values().stream().anyMatch(Snapshots::several);
        draft.writeEach(LISTS, keys, withKeys(anySeries ? Lists.withGaps(lists, ownings.areSeries()) : lists));
    }

    /** Rejected rows that are known to stand in a list, as rows of that list. */
    private Dataset<Row> rejectedTies() {
        Column direction = staging.columns().has("direction")
                ? col("direction")
                : lit(null).cast("string");
        Column owner = when(direction.equalTo(Lists.FOLLOWERS), col("followee"))
                .when(direction.equalTo(Lists.FOLLOWEES), col("follower"));
        Column own =
                staging.columns().has("snapshot") ? col("snapshot") : lit(null).cast(LongType);
        return staged.where(col("outcome").equalTo(RowSink.REJECTED).and(isStanding()))
                .select(
                        col("source"),
                        timestamp_micros(coalesce(own, ofSource())).as("snapshot"),
                        owner.as("account"),
                        direction.as("direction"))
                .where(col("account").isNotNull());
    }

    private void tallyTies(Row row) {
        long rows = row.getAs("rows");
        int source = row.getAs("source");
        if (!row.<Boolean>getAs("further")) {
            tally.add(row.getAs("unit"), row.getAs("verdict"), rows);
        }
        if (row.getAs("in_list").equals(Judgement.ACCEPTED)) {
            listed.merge(source + " " + row.getAs("direction"), rows, Long::sum);
        }
        Integer holder = row.getAs("holder");
        if (holder != null) {
            links.add(source, holder);
        }
        String earlier = row.getAs("earlier");
        if (earlier != null) {
            links.add(source, earlier);
        }
    }

    /** Ties with their place in the list of the one who is followed, counted from the newest. */
    private Dataset<Row> placed(Dataset<Row> ties) {
        if (!staging.hasPlaces()) {
            return ties.withColumn("place", lit(null).cast(LongType));
        }
        Column own = staging.columns().has("newest_first")
                ? col("newest_first")
                : lit(null).cast(LongType);
        return ties.join(broadcast(staging.unitTable(draft.session(), counted)), "unit")
                .withColumn(
                        "place",
                        coalesce(own, col("places_before").plus(col("line")).minus(1)))
                .drop("file", "lines_before", "places_before");
    }

    /** What exports say of lists: in rows, or about themselves. */
    private Dataset<Row> statements(Dataset<Row> rows, Ownings ownings) {
        Dataset<Row> own = ownings.statements();
        if (!counted.has(Kind.LIST)) {
            return own;
        }
        Dataset<Row> judged = hold(Judgement.within(
                dated(rows, Kind.LIST),
                List.of("snapshot", "account", "direction"),
                present("stated", "complete", "reason")));
        addToTally(judged);
        Dataset<Row> said = withAll(judged.where(Judgement.isAccepted()), own);
        return own.unionByName(said);
    }

    private Dataset<Row> withAll(Dataset<Row> rows, Dataset<Row> like) {
        List<String> has = List.of(rows.columns());
        Column[] columns = Stream.of(like.schema().fields())
                .map(field -> has.contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    private List<String> present(String... columns) {
        return Stream.of(columns).filter(staging.columns()::has).toList();
    }

    private void addToTally(Dataset<Row> judged) {
        tally.add(judged.where(col("further").equalTo(false))
                .groupBy("unit", "verdict")
                .agg(count(lit(1)).as("rows"))
                .collectAsList());
    }

    private void writeProfiles(Dataset<Row> rows, OtherInputs others, Ownings ownings) {
        List<String> facts =
                AccountFacts.COLUMNS.stream().filter(staging.columns()::has).toList();
        Dataset<Row> told = dated(rows, Kind.PROFILE);
        if (counted.has(Kind.PROFILE)) {
            addToTally(
                    Judgement.within(told.where(col("further").equalTo(false)), List.of("snapshot", "account"), facts));
        }
        Dataset<Row> all = hold(ownings.withOwners(told));
        Dataset<Row> holders = all.withColumn("holder", min("source").over(Window.partitionBy("snapshot", "account")));
        if (keys.size() > 1) {
            holders.where(col("holder").notEqual(col("source")))
                    .select("source", "holder")
                    .distinct()
                    .collectAsList()
                    .forEach(row -> links.add(row.getInt(0), row.getInt(1)));
        }
        links.addAll(others.writeAccounts(keys, Profiles.of(all)));
    }

    private void writeEvents(Dataset<Row> rows) {
        if (!counted.has(Kind.EVENT)) {
            return;
        }
        Dataset<Row> events = rows.where(col("kind").equalTo(Kind.EVENT.code()));
        Dataset<Row> changes = staging.columns().has("record_key") ? resolved(events) : events;
        Dataset<Row> judged = hold(
                Judgement.within(changes, List.of("follower", "followee", "change", "earliest"), present("latest")));
        addToTally(judged);
        draft.writeEach(
                FOLLOW_EVENTS,
                keys,
                judged.where(Judgement.isAccepted())
                        .withColumn("earliest", timestamp_micros(col("earliest")))
                        .withColumn("latest", timestamp_micros(col("latest"))));
    }

    /** Events that changed a tie, where follows are records with a key; the others go to the tally and the rejects. */
    private Dataset<Row> resolved(Dataset<Row> events) {
        Dataset<Row> all = hold(RecordKeys.resolve(events));
        Column verdict = when(col("resolution").equalTo(RecordKeys.ORPHAN), RowSink.REJECTED)
                .when(col("resolution").equalTo(RecordKeys.NOT_A_CHANGE), RowSink.OTHER)
                .otherwise(Judgement.REPEATED);
        Dataset<Row> unchanged = all.where(col("resolution").isNotNull()).withColumn("verdict", verdict);
        addToTally(unchanged);
        orphans = Optional.of(unchanged
                .where(col("verdict").equalTo(RowSink.REJECTED))
                .withColumn("code", lit(RejectReason.NO_FOLLOW.code()))
                .withColumn("explanation", lit(RejectReason.NO_FOLLOW.about()))
                .withColumn("text", coalesce(col("record_key"), lit(""))));
        return all.where(col("resolution").isNull());
    }

    private void writeOthers(Dataset<Row> rows) {
        if (counted.has(Kind.INTERACTION)) {
            Dataset<Row> judged = hold(Judgement.within(
                    rows.where(col("kind").equalTo(Kind.INTERACTION.code())),
                    List.of("actor", "target", "interaction", "period"),
                    List.of("count")));
            addToTally(judged);
            draft.writeEach(
                    INTERACTIONS,
                    keys,
                    judged.where(Judgement.isAccepted())
                            .withColumn("kind", col("interaction"))
                            .withColumn(
                                    "period", timestamp_micros(col("period")).cast("date")));
        }
        if (counted.has(Kind.COUNT)) {
            List<String> says = present("followers", "followees", "posts");
            Dataset<Row> judged = hold(Judgement.within(
                    rows.where(col("kind").equalTo(Kind.COUNT.code())), List.of("account", "observed_at"), says));
            addToTally(judged);
            Dataset<Row> counts = judged.where(Judgement.isAccepted())
                    .withColumn("observed_at", timestamp_micros(col("observed_at")));
            for (String column : List.of("followers", "followees", "posts")) {
                counts = says.contains(column)
                        ? counts
                        : counts.withColumn(column, lit(null).cast(LongType));
            }
            draft.writeEach(COUNTS, keys, counts);
        }
    }

    private void writeRejects() {
        boolean any = keys.keySet().stream()
                .anyMatch(source -> tally.counted(source, RowSink.REJECTED) > 0 || counted.furtherRejects(source) > 0);
        if (!any) {
            return;
        }
        Dataset<Row> unread =
                staged.where(col("outcome").equalTo(RowSink.REJECTED).and(isStanding()));
        Column[] columns = Judgement.columns(List.of(unread.columns()));
        Dataset<Row> rejected =
                orphans.map(found -> unread.unionByName(found.select(columns))).orElse(unread);
        Rejects.write(draft, keys, staging, counted, rejected);
    }
}
