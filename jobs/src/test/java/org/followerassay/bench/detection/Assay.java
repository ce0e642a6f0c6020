package org.followerassay.bench.detection;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.WorldInputs;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Pipeline;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Matches;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.table.Table;

/** What our signatures say of a world, each by itself and all together, from the tables that an export would give. */
final class Assay implements Inputs, AutoCloseable {
    static final String ALL = "all";

    /** A tie counts as found from here on: more of its group is unexplained than explained. */
    static final double OPERATING_POINT = 0.5;

    private final SparkSession session;
    private final Ties ties;
    private final Map<Table, Dataset<Row>> tables = new HashMap<>();
    private final Map<Table, Long> rows = new HashMap<>();
    private final SortedMap<String, Double> seconds = new TreeMap<>();

    /** The scores and the members of one signature or family, by the number of the tie. */
    private record Said(double[] scores, double[] members, BitSet published, Set<Integer> named, Set<Integer> strong) {}

    Assay(SparkSession session, Ties ties) {
        this.session = session;
        this.ties = ties;
        WorldInputs inputs = new WorldInputs(session, ties.world());
        keep(FOLLOWS, inputs.follows());
        keep(COVERAGE, inputs.coverage());
        keep(ACCOUNTS, inputs.accounts());
    }

    /** One judgement for each signature that says something about ties, and last one for all of them. */
    List<Judgement> judgements() {
        SignatureOptions options = SignatureOptions.defaults();
        List<ScoredSignature> signatures = SignatureSteps.scored(options);
        for (Derivation step : needed(SignatureSteps.steps(options), signatures)) {
            timed(step.name(), () -> keep(step.output(), step.output().conform(step.derive(this))));
        }
        List<Judgement> judgements = new ArrayList<>();
        Map<Family, Said> families = new TreeMap<>();
        for (ScoredSignature signature : signatures) {
            Said said = said(signature);
            judgements.add(judgement(signature.signature(), signature.family().word(), said));
            families.merge(signature.family(), said, this::larger);
        }
        judgements.add(judgement(ALL, ALL, families.values().stream().reduce(none(), Assay::together)));
        return judgements;
    }

    /** The steps that the findings of these signatures rest on, and the findings, in the order of the pipeline. */
    private static List<Derivation> needed(List<Derivation> all, List<ScoredSignature> signatures) {
        List<Derivation> ordered = Pipeline.of(all).steps();
        Set<Derivation> needed = new LinkedHashSet<>();
        Set<Table> wanted = new HashSet<>();
        signatures.forEach(signature -> wanted.addAll(signature.scoredFrom()));
        for (int i = ordered.size() - 1; i >= 0; i--) {
            Derivation step = ordered.get(i);
            boolean finds = step instanceof ScoredSignature signature
                    && signatures.stream().anyMatch(one -> one.signature().equals(signature.signature()));
            boolean measures =
                    wanted.contains(step.output()) && !step.output().equals(FINDINGS) && !(step instanceof Matches);
            if (finds || measures) {
                needed.add(step);
                wanted.addAll(step.inputs());
            }
        }
        return ordered.stream().filter(needed::contains).toList();
    }

    private Said said(ScoredSignature signature) {
        Said said = none();
        timed("scores of " + signature.signature(), () -> collect(signature.scores(this), said.scores()));
        timed("members of " + signature.signature(), () -> collect(signature.members(this), said.members()));
        for (Row found : of(FINDINGS)
                .where(col("signature")
                        .equalTo(signature.signature())
                        .and(col("tier").notEqual("weak")))
                .select("account", "tier", "axis")
                .collectAsList()) {
            int list = ties.list(found.getLong(0));
            if (found.getString(2).equals("arrivals")) {
                said.named().add(list);
            }
            if (found.getString(1).equals("strong")) {
                said.strong().add(list);
            }
            for (int tie = ties.first(list); tie < ties.first(list + 1); tie++) {
                said.published().set(tie, said.members()[tie] >= OPERATING_POINT);
            }
        }
        return said;
    }

    /** How long each step took, by name. */
    SortedMap<String, Double> seconds() {
        return seconds;
    }

    private void timed(String step, Runnable work) {
        long start = System.nanoTime();
        work.run();
        seconds.put(step, Math.round((System.nanoTime() - start) / 1e7) / 100.0);
    }

    private void collect(Dataset<Row> scored, double[] into) {
        for (Row row : scored.select("account", "follower", "excess_share").collectAsList()) {
            int tie = ties.tie(row.getLong(0), row.getLong(1));
            into[tie] = Math.max(into[tie], row.getDouble(2));
        }
    }

    private Said none() {
        int count = ties.count();
        return new Said(new double[count], new double[count], new BitSet(count), new HashSet<>(), new HashSet<>());
    }

    /** Within a family, evidence may have one cause: the largest counts. */
    private Said larger(Said one, Said other) {
        for (int tie = 0; tie < ties.count(); tie++) {
            one.scores()[tie] = Math.max(one.scores()[tie], other.scores()[tie]);
            one.members()[tie] = Math.max(one.members()[tie], other.members()[tie]);
        }
        return joined(one, other);
    }

    /** Families are independent: what one leaves explained, another may not. */
    private static Said together(Said one, Said other) {
        for (int tie = 0; tie < one.scores().length; tie++) {
            one.scores()[tie] = 1 - (1 - one.scores()[tie]) * (1 - other.scores()[tie]);
            one.members()[tie] = 1 - (1 - one.members()[tie]) * (1 - other.members()[tie]);
        }
        return joined(one, other);
    }

    private static Said joined(Said one, Said other) {
        one.published().or(other.published());
        one.named().addAll(other.named());
        one.strong().addAll(other.strong());
        return one;
    }

    private static Judgement judgement(String detector, String family, Said said) {
        BitSet flagged = new BitSet();
        for (int tie = 0; tie < said.members().length; tie++) {
            flagged.set(tie, said.members()[tie] >= OPERATING_POINT);
        }
        return new Judgement(
                detector,
                family,
                said.scores().clone(),
                flagged,
                (BitSet) said.published().clone(),
                Set.copyOf(said.named()),
                Set.copyOf(said.strong()));
    }

    /**
     * Keeps a table in memory, added to what other steps wrote into it. As a checkpoint, not a cache: Spark writes the plan of
     * a cached table into that of each table made of it, again whenever a stage ends, which takes longer than the work.
     */
    private void keep(Table table, Dataset<Row> derived) {
        Dataset<Row> before = tables.get(table);
        Dataset<Row> kept = (before == null ? derived : before.unionByName(derived)).localCheckpoint();
        rows.put(table, kept.count());
        tables.put(table, kept);
    }

    @Override
    public Dataset<Row> of(Table table) {
        return tables.getOrDefault(table, session.createDataFrame(List.<Row>of(), table.schema()));
    }

    @Override
    public long rows(Table table) {
        return rows.getOrDefault(table, 0L);
    }

    @Override
    public long present(Table table, String column) {
        return of(table).where(col(column).isNotNull()).count();
    }

    @Override
    public void close() {
        tables.clear();
    }
}
