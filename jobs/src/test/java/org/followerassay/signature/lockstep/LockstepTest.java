package org.followerassay.signature.lockstep;

import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CANDIDATES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_CROWDS;
import static org.followerassay.table.LockstepTables.LOCKSTEP_GROUPS;
import static org.followerassay.table.LockstepTables.LOCKSTEP_MEMBERS;
import static org.followerassay.table.LockstepTables.LOW_ACTIVITY_CROWDS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.signature.estimate.ArrivalEstimates;
import org.followerassay.signature.estimate.EstimateOptions;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class LockstepTest {
    private static final LockstepOptions OPTIONS = LockstepOptions.defaults();
    private static final LockstepFindings SIGNATURE = new LockstepFindings(OPTIONS);
    private static final Duration BURST = Duration.ofHours(2);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DRIP = Duration.ofDays(90);

    @Test
    void aCrowdThatComesToOneAccountAfterTheOtherIsAGroup(Drawings draw) {
        TestInputs inputs = measured(new Deliveries(1)
                .organic(accounts(1, 6), 200)
                .delivered("pool", List.of(2L, 5L), 50, Duration.ofMinutes(50), false)
                .inputs(draw, true, 1, 2));

        assertTable(
                """
                account  other_account  followers
                2        5              50
                """,
                inputs.of(LOCKSTEP_CROWDS)
                        .select("account", "other_account", "followers")
                        .distinct(),
                draw);
        assertTable("""
                lockstep_group  followers  accounts  ties  filled_share
                1               50         2         100   1
                """, inputs.of(LOCKSTEP_GROUPS), draw);
        assertTable("""
                account  tier    support
                2        strong  50
                5        strong  50
                """, findings(inputs), draw);
        assertEquals("yes", SIGNATURE.readiness(inputs).first().getAs("ran"));
        inputs.derive(new ArrivalEstimates(EstimateOptions.defaults(), List.of(SIGNATURE)));
        assertEquals(List.of(), Recounted.notGiven(inputs, findings(inputs)));
    }

    @Test
    void burstsAndWeeksAreFoundAndSlowDeliveriesAreNot(Drawings draw) {
        Deliveries world = new Deliveries(7).organic(accounts(1, 78), 200);
        long next = 1;
        for (Map.Entry<String, Duration> way :
                new TreeMap<>(Map.of("burst", BURST, "week", WEEK, "drip", DRIP)).entrySet()) {
            for (int customers : List.of(1, 5, 20)) {
                world.delivered(
                        way.getKey() + " × " + customers, accounts(next, customers), 150, way.getValue(), false);
                next += customers;
            }
        }
        TestInputs inputs = measured(world.inputs(draw, true, 1, 2));
        Set<Deliveries.Tie> named = ties(inputs.of(LOCKSTEP_MEMBERS));
        Set<Deliveries.Tie> alone =
                ties(LowActivity.members(OPTIONS, DatedTies.of(inputs), inputs.of(LOW_ACTIVITY_CROWDS)));

        Map<String, Double> recall = new TreeMap<>();
        world.planted().forEach((name, planted) -> {
            recall.put(name, share(planted, named));
            recall.put(name + ", alone", share(planted, alone));
        });
        System.out.println("Recall of planted ties: " + recall);
        Set<Deliveries.Tie> honest = new HashSet<>(world.ties().keySet());
        world.planted().values().forEach(honest::removeAll);
        System.out.println("Honest ties in crowds: " + share(honest, named) + ", alone " + share(honest, alone));

        for (String found : List.of("burst × 5", "burst × 20", "week × 5", "week × 20")) {
            assertTrue(recall.get(found) >= 0.9, found + ": " + recall);
        }
        for (String missed : List.of("burst × 1", "week × 1", "drip × 1", "drip × 5", "drip × 20")) {
            assertTrue(recall.get(missed) <= 0.1, missed + ": " + recall);
        }
        assertTrue(recall.get("burst × 1, alone") >= 0.9, recall.toString());
        assertTrue(share(honest, named) <= 0.005, "honest ties in crowds: " + share(honest, named));
    }

    @Test
    void whatComesTogetherInnocentlyIsNotStrong(Drawings draw) {
        Deliveries world = new Deliveries(3)
                .organic(accounts(1, 30), 300)
                .broadcast("broadcast", List.of(1L, 2L), 400)
                .viral("viral", 3, accounts(10, 20), 1_500)
                .suggested("suggested", List.of(5L, 6L, 7L), 2_000)
                .delivered("joint giveaway", List.of(8L, 9L), 300, Duration.ofDays(3), true);
        TestInputs inputs = measured(world.inputs(draw, true, 1, 2));

        assertTable("""
                account  tier
                1        weak
                2        weak
                8        weak
                9        weak
                """, findings(inputs), draw);
        Set<Deliveries.Tie> named = ties(inputs.of(LOCKSTEP_MEMBERS));
        assertEquals(0, share(world.planted().get("viral"), named));
        assertEquals(0, share(world.planted().get("suggested"), named));
    }

    @Test
    void withoutProfilesOnlyAGroupOfSeveralAccountsIsModerate(Drawings draw) {
        TestInputs inputs = measured(new Deliveries(5)
                .organic(accounts(1, 12), 200)
                .delivered("few", List.of(1L, 2L), 60, BURST, false)
                .delivered("many", accounts(4, 5), 60, BURST, false)
                .inputs(draw, false, 1, 2));

        assertTable("""
                account  tier
                1        weak
                2        weak
                4        moderate
                5        moderate
                6        moderate
                7        moderate
                8        moderate
                """, findings(inputs), draw);
    }

    @ParameterizedTest(name = "random arrivals, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void crowdsAndTheirExpectationAreTheDefinition(long seed, Drawings draw) {
        LockstepOptions small = new LockstepOptions(5, 1.01, 3, 100, 10_000, 2);
        Random random = new Random(seed);
        Deliveries world = new Deliveries(seed);
        for (long follower = 100; follower < 180; follower++) {
            Instant at = Deliveries.START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 40)));
            for (long account = 1; account <= 3; account++) {
                if (random.nextInt(5) > 0) {
                    Duration later = Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 200 : 20_000));
                    world.follow(account, follower, at.plus(later));
                }
            }
        }
        Dataset<Row> crowds = crowds(small, world.inputs(draw, false, seed, 3));

        assertEquals(CrowdsByDefinition.of(world.ties(), small.minCrowd()), texts(crowds));
        assertFalse(texts(crowds).isEmpty());
    }

    @Test
    void partitionsAndTheOrderOfRowsChangeNothing(Drawings draw) {
        Set<List<String>> results = new HashSet<>();
        for (int partitions : List.of(1, 2, 7, 64)) {
            TestInputs inputs = measured(new Deliveries(11)
                    .organic(accounts(1, 8), 100)
                    .delivered("pool", accounts(2, 4), 40, WEEK, false)
                    .inputs(draw, true, partitions, partitions));
            List<String> rows = new ArrayList<>();
            for (Dataset<Row> table : List.of(
                    inputs.of(LOCKSTEP_CROWDS),
                    inputs.of(LOCKSTEP_MEMBERS),
                    inputs.of(LOCKSTEP_GROUPS),
                    inputs.of(LOW_ACTIVITY_CROWDS),
                    findings(inputs))) {
                rows.addAll(
                        new TreeSet<>(table.toJSON().collectAsList().stream().toList()));
            }
            results.add(rows);
        }
        assertEquals(1, results.size());
    }

    @Test
    void datesOfDaysAndNarrowEventsCountAndWideIntervalsDoNot(Drawings draw) {
        List<Row> events = new ArrayList<>();
        for (long follower = 1; follower <= 3; follower++) {
            String until = List.of("2026-01-03T02:00:00Z", "2026-01-04T01:00:00Z", "2026-02-01T00:00:00Z")
                    .get((int) follower - 1);
            events.add(event(follower, 9, "2026-01-03T02:00:00Z", until));
        }
        TestInputs inputs = new TestInputs(draw.session()).with(FOLLOW_EVENTS, draw.rows(FOLLOW_EVENTS, events));
        inputs.with(DATED_TIES, new DatedTies().derive(inputs));

        assertTable("""
                account  follower  uncertain_seconds
                9        1         0
                9        2         82800
                """, inputs.of(DATED_TIES), draw);
        assertTable("""
                ran  reason
                no   no account has 10 follows dated to the day or better
                """, SIGNATURE.readiness(inputs), draw);
    }

    @Test
    void emptyInputGivesEmptyTables(Drawings draw) {
        TestInputs inputs = measured(new TestInputs(draw.session()));

        assertEquals(0, inputs.rows(LOCKSTEP_CROWDS));
        assertEquals(0, inputs.rows(LOCKSTEP_GROUPS));
        assertEquals(0, inputs.rows(LOW_ACTIVITY_CROWDS));
        assertEquals(0, findings(inputs).count());
        assertEquals(0, SIGNATURE.scores(inputs).count());
        assertTable("""
                ran  reason
                no   no follow is dated to the day or better
                """, SIGNATURE.readiness(inputs), draw);
    }

    @Test
    void scoresCoverTheMembersAndStayWithinZeroAndOne(Drawings draw) {
        TestInputs inputs = measured(new Deliveries(1)
                .organic(accounts(1, 6), 100)
                .delivered("pool", List.of(2L, 5L), 50, BURST, false)
                .inputs(draw, true, 1, 2));
        Dataset<Row> scores = SIGNATURE.scores(inputs).localCheckpoint();

        assertTrue(ties(scores).containsAll(ties(SIGNATURE.members(inputs))));
        assertEquals(0, scores.where("excess_share <= 0 or excess_share > 1").count());
    }

    private static TestInputs measured(TestInputs inputs) {
        inputs.with(DATED_TIES, new DatedTies().derive(inputs).localCheckpoint());
        inputs.with(
                LOCKSTEP_CANDIDATES,
                new LockstepCandidates(OPTIONS).derive(inputs).localCheckpoint());
        inputs.with(LOCKSTEP_CROWDS, new LockstepCrowds(OPTIONS).derive(inputs).localCheckpoint());
        inputs.with(
                LOCKSTEP_MEMBERS, new LockstepMembers(OPTIONS).derive(inputs).localCheckpoint());
        inputs.with(LOCKSTEP_GROUPS, new LockstepGroups().derive(inputs).localCheckpoint());
        return inputs.with(
                LOW_ACTIVITY_CROWDS, new LowActivity(OPTIONS).derive(inputs).localCheckpoint());
    }

    private static Dataset<Row> crowds(LockstepOptions options, TestInputs inputs) {
        inputs.with(DATED_TIES, new DatedTies().derive(inputs).localCheckpoint());
        inputs.with(
                LOCKSTEP_CANDIDATES,
                new LockstepCandidates(options).derive(inputs).localCheckpoint());
        return new LockstepCrowds(options).beforeThresholds(inputs);
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        return FINDINGS.conform(Compared.findings(SIGNATURE, inputs))
                .where("support > 0 and signature = 'lockstep'")
                .where("evidence like '%crowds that came to other%'");
    }

    private static List<Long> accounts(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static Set<Deliveries.Tie> ties(Dataset<Row> rows) {
        Set<Deliveries.Tie> ties = new HashSet<>();
        for (Row row : rows.select("account", "follower").collectAsList()) {
            ties.add(new Deliveries.Tie(row.getLong(0), row.getLong(1)));
        }
        return ties;
    }

    private static double share(Set<Deliveries.Tie> planted, Set<Deliveries.Tie> named) {
        return (double) planted.stream().filter(named::contains).count() / planted.size();
    }

    private static Map<String, String> texts(Dataset<Row> crowds) {
        Map<String, String> texts = new HashMap<>();
        for (Row row : crowds.select(
                        "account", "other_account", "length", "from", "other_from", "followers", "expected")
                .collectAsList()) {
            texts.put(
                    row.getLong(0) + " " + row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3) + " "
                            + row.getLong(4),
                    row.getLong(5) + " " + String.format("%.6f", row.getDouble(6)));
        }
        return texts;
    }

    private static Row event(long follower, long followee, String earliest, String latest) {
        return RowFactory.create(
                follower,
                followee,
                "follow",
                Timestamp.from(Instant.parse(earliest)),
                Timestamp.from(Instant.parse(latest)));
    }
}
