package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.IngestTables.INTERACTIONS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.format.Words;

/** Reads one input into the tables: staged, judged, counted, written, and balanced at the end. */
final class InputRun {
    private final Draft draft;
    private final IngestOptions options;
    private final Reading reading;
    private final String key;
    private final Shape shape;
    private final List<Dataset<Row>> held = new ArrayList<>();

    private Optional<Lists.Extent> extent = Optional.empty();
    private OtherInputs others;

    InputRun(Draft draft, IngestOptions options, Reading reading, String key) {
        this.draft = draft;
        this.options = options;
        this.reading = reading;
        this.key = key;
        this.shape = reading.layout().shape();
    }

    /** The rows are parsed once and held, on disk where memory ends, until the last table is written. */
    InputReport run() {
        try {
            Reading.Staged staged = reading.stage(draft.session());
            Dataset<Row> judged = hold(Judgement.of(staged.rows(), reading.layout()));
            Tally tally = Tally.of(judged);
            refuseWhatCannotStand(judged, tally);
            Snapshots snapshots = Snapshots.of(reading, tally);
            Dataset<Row> dated = snapshots.date(judged);
            others = new OtherInputs(draft, snapshots.first(), snapshots.last());
            Dataset<Row> accepted = dated.where(Judgement.isAccepted());
            switch (shape) {
                case TIES, PAIRS, LIST -> writeTies(dated, staged, tally, snapshots);
                case ACCOUNTS -> writeAccounts(accepted.select(accountRow("account")));
                case EVENTS -> draft.write(FOLLOW_EVENTS, key, key, events(accepted));
                case INTERACTIONS ->
                    draft.write(
                            INTERACTIONS,
                            key,
                            key,
                            accepted.withColumn(
                                    "period", timestamp_micros(col("period")).cast("date")));
                case COVERAGE -> draft.write(LISTS, key, key, Lists.statements(accepted, key));
            }
            writeNames(accepted, tally);
            tally.requireBalance(reading.source().name());
            return new InputReport(reading, staged, judged, tally, snapshots, extent, others.shared());
        } catch (RuntimeException failed) {
            release();
            throw failed;
        }
    }

    /** Lets go of the rows that were held. */
    void release() {
        held.forEach(Dataset::unpersist);
        held.clear();
    }

    private Dataset<Row> hold(Dataset<Row> rows) {
        Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
        held.add(persisted);
        return persisted;
    }

    private void refuseWhatCannotStand(Dataset<Row> judged, Tally tally) {
        if (tally.damaged()) {
            Row damage = judged.where(col("outcome").equalTo(StagedRows.DAMAGED))
                    .orderBy("unit")
                    .select("explanation")
                    .head();
            throw reading.source().damaged(damage.getString(0));
        }
        long rejected = tally.counted(StagedRows.REJECTED);
        String name = reading.source().name();
        if (rejected > 0 && options.strict()) {
            throw AssayException.badInput(name + ": " + Words.count(rejected, "line was", "lines were") + " rejected, "
                    + firstReject(judged) + ": mend them, or leave --strict out");
        }
        if (tally.counted(Judgement.ACCEPTED) > 0
                || reading.statements().lists().size() > 0) {
            return;
        }
        throw AssayException.badInput(
                rejected > 0
                        ? name + ": none of its " + Words.count(tally.rows(), "row") + " could be read, "
                                + firstReject(judged) + ": check separator, header and --columns"
                        : name + " holds no rows besides its header: export it again, or leave it out");
    }

    private String firstReject(Dataset<Row> judged) {
        Row first = judged.where(col("outcome").equalTo(StagedRows.REJECTED))
                .orderBy("unit", "line")
                .select("line", "explanation")
                .head();
        return "the first in line " + Words.number(first.getLong(0)) + " (" + first.getString(1) + ")";
    }

    private void writeTies(Dataset<Row> dated, Reading.Staged staged, Tally tally, Snapshots snapshots) {
        Dataset<Row> rows = TieRows.positioned(dated, reading, linesBefore(staged, tally));
        Dataset<Row> positioned = rows.where(Judgement.isAccepted());
        Dataset<Row> ties = shape == Shape.PAIRS ? TieRows.bothWays(positioned) : positioned;
        Optional<Dataset<Row>> judgedAgain = others.judged(ties).map(this::hold);
        judgedAgain.ifPresent(again -> {
            others.holders(again);
            Column once = shape == Shape.PAIRS ? col("follower").lt(col("followee")) : lit(true);
            tally.correct(again.where(once));
        });
        draft.write(FOLLOWS, key, key, judgedAgain.orElse(ties).where(Judgement.isAccepted()));
        writeLists(ties, tally, snapshots);
        if (shape.describesAccounts() && reading.layout().tellsFacts()) {
            writeAccounts(followers(positioned, snapshots));
        }
    }

    /** By unit: elements of the list in the parts before. */
    private static List<Long> linesBefore(Reading.Staged staged, Tally tally) {
        List<Long> before = new ArrayList<>();
        for (int unit = 0; unit < staged.lists().size(); unit++) {
            boolean follows =
                    unit > 0 && staged.lists().get(unit).equals(staged.lists().get(unit - 1));
            before.add(follows ? before.get(unit - 1) + tally.lines(unit - 1) : 0L);
        }
        return before;
    }

    private void writeLists(Dataset<Row> ties, Tally tally, Snapshots snapshots) {
        Statements statements = reading.statements();
        Dataset<Row> lists;
        if (reading.owner().isPresent()) {
            lists = Lists.ofOwner(ties, reading.owner().get());
            if (!statements.lists().isEmpty()) {
                lists = Lists.withEmpty(lists, reading.owner().get(), statements, snapshots.onlyOne());
            }
        } else if (reading.layout().ordered()) {
            Dataset<Row> told = Lists.ofFollowees(ties);
            lists = snapshots.several() ? Lists.withGaps(told) : told;
        } else {
            lists = Lists.ofBothEnds(ties);
        }
        Optional<String> notWhole = statements
                .partial()
                .or(() -> statements
                        .ties()
                        .filter(stated -> stated > tally.rows())
                        .map(stated -> "the header states " + Words.number(stated) + " ties, the file holds "
                                + Words.number(tally.rows())));
        Manifest.Part written = draft.write(LISTS, key, key, Lists.published(lists, key, statements, notWhole));
        extent = Optional.of(extent(written, snapshots));
    }

    /** Counted from the part that was written; for one owner or one snapshot its number of rows tells enough. */
    private Lists.Extent extent(Manifest.Part lists, Snapshots snapshots) {
        if (reading.owner().isPresent()) {
            return new Lists.Extent(1, lists.rows());
        }
        if (reading.layout().ordered() && !snapshots.several()) {
            return new Lists.Extent(lists.rows(), 1);
        }
        return Lists.Extent.of(draft.rowsOf(LISTS, lists));
    }

    /** What is said of each follower, in the first row that names it; one shuffle. */
    private Dataset<Row> followers(Dataset<Row> ties, Snapshots snapshots) {
        Column facts = struct(AccountFacts.published(reading.layout()));
        Dataset<Row> told = ties.withColumn("account", reading.owner().isPresent() ? otherEnd() : col("follower"))
                .groupBy("snapshot", "account")
                .agg(min_by(facts, struct(col("unit"), col("line"))).as("facts"))
                .select("snapshot", "account", "facts.*");
        if (reading.statements().lists().isEmpty()) {
            return told;
        }
        // An archive tells nothing but the time in newer ids; one after the archive itself is no such time.
        Dataset<Row> dated = told.where(col("created_at").leq(col("snapshot")));
        return reading.statements()
                .ownerCreatedAt()
                .map(created -> dated.unionByName(ownerRow(created, snapshots.onlyOne()), true))
                .orElse(dated);
    }

    private Dataset<Row> ownerRow(long created, long snapshot) {
        ListOwner owner = reading.owner().orElseThrow();
        return draft.session()
                .range(1)
                .select(
                        timestamp_micros(lit(snapshot)).as("snapshot"),
                        lit(owner.account()).as("account"),
                        timestamp_micros(lit(created)).as("created_at"));
    }

    private static Column otherEnd() {
        return when(col("direction").equalTo(Lists.FOLLOWERS), col("follower")).otherwise(col("followee"));
    }

    private void writeAccounts(Dataset<Row> accounts) {
        others.writeAccounts(key, accounts);
    }

    private Column[] accountRow(String account) {
        List<Column> columns =
                new ArrayList<>(List.of(col("snapshot"), col(account).as("account")));
        columns.addAll(List.of(AccountFacts.published(reading.layout())));
        return columns.toArray(Column[]::new);
    }

    private static Dataset<Row> events(Dataset<Row> accepted) {
        return accepted.withColumn("earliest", timestamp_micros(col("earliest")))
                .withColumn("latest", timestamp_micros(col("latest")));
    }

    private void writeNames(Dataset<Row> accepted, Tally tally) {
        String platform = reading.source().format().equals(ExportFormat.X_ARCHIVE)
                ? "x"
                : reading.source().format().name();
        Dataset<Row> names = Identities.of(accepted, shape, platform);
        Dataset<Row> all = reading.owner()
                .map(owner -> Identities.withOwner(names, owner, reading.statements(), platform))
                .orElse(names);

        if (tally.tellsNames() || reading.owner().isPresent()) {
            Identities.write(draft, key, reading.source().name(), all, options.identities());
        }
    }
}
