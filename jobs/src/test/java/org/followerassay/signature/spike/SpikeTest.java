package org.followerassay.signature.spike;

import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SpikeTest {
    private static final int DAYS = 10;
    private static final int GIVEAWAY = 1;
    private static final int VIRAL = 2;
    private static final SpikeFindings SIGNATURE = new SpikeFindings(SpikeOptions.defaults());

    @Test
    void aBurstThatLeavesIsFoundAndOneThatStaysIsNot(Drawings draw) {
        TestInputs inputs = inputs(history(1), draw, 1);

        Set<Long> bursts = new TreeSet<>();
        for (Row row :
                inputs.of(ARRIVAL_COHORTS).where("burst").select("account").collectAsList()) {
            bursts.add(row.getLong(0));
        }
        assertEquals(Set.of((long) GIVEAWAY, (long) VIRAL), bursts);
        assertTable("""
                account  signature        tier
                1        spike and decay  weak
                """, FINDINGS.conform(SIGNATURE.derive(inputs)), draw);
        assertTable("""
                ran
                yes
                """, SIGNATURE.readiness(inputs), draw);
    }

    @Test
    void cohortsAreCountedAsTheListsShowThem(Drawings draw) {
        Map<Integer, List<Set<Long>>> history = history(2);
        Set<String> expected = new TreeSet<>();
        history.forEach((account, lists) -> {
            for (int day = 1; day < DAYS; day++) {
                for (int later = 1; day + later < DAYS; later *= 2) {
                    Set<Long> arrived = new HashSet<>(lists.get(day));
                    arrived.removeAll(lists.get(day - 1));
                    int all = arrived.size();
                    arrived.retainAll(lists.get(day + later));
                    expected.add(account + " " + at(day) + " " + at(day + later) + " " + all + " " + arrived.size());
                }
            }
        });
        Set<String> counted = new TreeSet<>();
        for (Row row : inputs(history, draw, 3)
                .of(ARRIVAL_COHORTS)
                .select("account", "snapshot_after", "snapshot_later", "arrived", "kept")
                .collectAsList()) {
            counted.add(
                    row.getLong(0) + " " + row.get(1) + " " + row.get(2) + " " + row.getLong(3) + " " + row.getLong(4));
        }
        assertEquals(expected, counted);
        assertFalse(expected.isEmpty());
    }

    @Test
    void partitionsAndTheOrderOfRowsChangeNothing(Drawings draw) {
        Set<Set<String>> results = new HashSet<>();
        for (int partitions : List.of(1, 2, 7, 64)) {
            TestInputs inputs = inputs(history(1), draw, partitions);
            Set<String> rows = new TreeSet<>(inputs.of(ARRIVAL_COHORTS).toJSON().collectAsList());
            rows.addAll(FINDINGS.conform(SIGNATURE.derive(inputs)).toJSON().collectAsList());
            results.add(rows);
        }
        assertEquals(1, results.size());
    }

    @Test
    void aSingleSnapshotGivesNothingAndSaysWhy(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session());
        inputs.with(ARRIVAL_COHORTS, new ArrivalCohorts(SpikeOptions.defaults()).derive(inputs));

        assertEquals(0, inputs.rows(ARRIVAL_COHORTS));
        assertEquals(0, SIGNATURE.derive(inputs).count());
        assertTable("""
                ran  reason
                no   no account has 6 complete follower lists to compare
                """, SIGNATURE.readiness(inputs), draw);
    }

    /** Nine accounts on ten days; a giveaway and a viral post on the fifth, a good day for everybody on the seventh. */
    private static Map<Integer, List<Set<Long>>> history(long seed) {
        Random random = new Random(seed);
        Map<Integer, List<Set<Long>>> history = new TreeMap<>();
        long next = 1_000;
        for (int account = 1; account <= 9; account++) {
            List<Set<Long>> lists = new ArrayList<>();
            Set<Long> list = new TreeSet<>();
            Set<Long> crowd = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                boolean over = account == GIVEAWAY && day > 5;
                list.removeIf(follower -> random.nextInt(100) < (over && crowd.contains(follower) ? 30 : 1));
                int gained = (10 + random.nextInt(4)) * (day == 6 ? 5 : 1);
                for (int i = 0; i < gained; i++) {
                    list.add(next++);
                }
                for (int i = 0; i < (day == 4 && account <= VIRAL ? 200 : 0); i++) {
                    crowd.add(next);
                    list.add(next++);
                }
                lists.add(new TreeSet<>(list));
            }
            history.put(account, lists);
        }
        return history;
    }

    private static TestInputs inputs(Map<Integer, List<Set<Long>>> history, Drawings draw, int partitions) {
        List<Row> follows = new ArrayList<>();
        List<Row> coverage = new ArrayList<>();
        List<Row> pairs = new ArrayList<>();
        history.forEach((account, lists) -> {
            for (int day = 0; day < DAYS; day++) {
                for (long follower : lists.get(day)) {
                    follows.add(RowFactory.create(at(day), (long) account, follower, null, null));
                }
                long listed = lists.get(day).size();
                coverage.add(RowFactory.create(at(day), (long) account, "followers", listed, null, true, null));
                if (day > 0) {
                    long before = lists.get(day - 1).size();
                    pairs.add(RowFactory.create(
                            (long) account, "followers", at(day - 1), at(day), 1.0, before, listed, true, null));
                }
            }
        });
        Collections.shuffle(follows, new Random(partitions));
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(partitions))
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(SNAPSHOT_PAIRS, draw.rows(SNAPSHOT_PAIRS, pairs));
        return inputs.with(
                ARRIVAL_COHORTS,
                new ArrivalCohorts(SpikeOptions.defaults()).derive(inputs).localCheckpoint());
    }

    private static Timestamp at(int day) {
        return Timestamp.from(Instant.parse("2026-04-01T00:00:00Z").plus(Duration.ofDays(day)));
    }
}
