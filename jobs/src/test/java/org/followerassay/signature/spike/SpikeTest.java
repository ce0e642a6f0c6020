package org.followerassay.signature.spike;

import static org.followerassay.signature.spike.Histories.BOUGHT;
import static org.followerassay.signature.spike.Histories.BURST_DAY;
import static org.followerassay.signature.spike.Histories.DAYS;
import static org.followerassay.signature.spike.Histories.GIVEAWAY;
import static org.followerassay.signature.spike.Histories.VIRAL;
import static org.followerassay.signature.spike.Histories.at;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;
import static org.followerassay.table.SpikeTables.BURST_DECAY;
import static org.followerassay.table.SpikeTables.GROWTH_INTERVALS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SpikeTest {
    private static final SpikeFindings SIGNATURE = new SpikeFindings(SpikeOptions.defaults());

    @Test
    void burstsThatLeaveAreFoundAndOneThatStaysIsNot(Drawings draw) {
        TestInputs inputs = Histories.of(1).inputs(draw, 1);

        assertTable("""
                account  snapshot_after  burst
                1        2026-04-05      true
                2        2026-04-05      true
                3        2026-04-05      true
                """, inputs.of(GROWTH_INTERVALS).where("burst"), draw);
        assertTable("""
                account  signature        tier
                1        spike and decay  weak
                3        spike and decay  weak
                """, FINDINGS.conform(SIGNATURE.derive(inputs)), draw);
        assertEquals(List.of(), Recounted.notGiven(inputs, SIGNATURE.derive(inputs)));
        Map<Long, String> sentences = new HashMap<>();
        for (Row row : SIGNATURE.derive(inputs).select("account", "evidence").collectAsList()) {
            sentences.put(row.getLong(0), row.getString(1));
        }
        assertTrue(sentences.get(GIVEAWAY).contains("Most of them left at once"), sentences.get(GIVEAWAY));
        assertTrue(sentences.get(BOUGHT).contains("They left little by little"), sentences.get(BOUGHT));
        assertTable("""
                ran
                yes
                """, SIGNATURE.readiness(inputs), draw);
    }

    @Test
    void cohortsAreCountedAsTheListsShowThem(Drawings draw) {
        Histories history = Histories.of(2);
        Map<String, Long> expected = new HashMap<>();
        for (long account : history.lists().keySet()) {
            for (int day = 1; day < DAYS; day++) {
                for (int last = day; last < DAYS; last++) {
                    Set<Long> leavers = history.still(account, day, last);
                    if (last + 1 < DAYS) {
                        leavers.removeAll(history.still(account, day, last + 1));
                    }
                    if (!leavers.isEmpty()) {
                        Object goneBy = last + 1 < DAYS ? at(last + 1) : null;
                        expected.put(account + " " + at(day - 1) + " " + at(day) + " " + at(last) + " " + goneBy, (long)
                                leavers.size());
                    }
                }
            }
        }
        Map<String, Long> counted = new HashMap<>();
        for (Row row : history.inputs(draw, 3)
                .of(ARRIVAL_COHORTS)
                .select("account", "snapshot_before", "snapshot_after", "last_seen", "gone_by", "followers")
                .collectAsList()) {
            counted.put(
                    row.getLong(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3) + " " + row.get(4),
                    row.getLong(5));
        }
        assertEquals(expected, counted);
        assertFalse(expected.isEmpty());
    }

    /** By the definition: spans of 1, 1, 2 and 3 days after the burst, each beside all other accounts' cohorts of that age. */
    @Test
    void theRatioOfHazardsIsThatOfTheDefinition(Drawings draw) {
        Histories history = Histories.of(3);
        TestInputs inputs = history.inputs(draw, 2);
        Set<String> bursts = new HashSet<>();
        for (Row row : inputs.of(GROWTH_INTERVALS).where("burst").collectAsList()) {
            bursts.add(row.getAs("account") + " " + row.getAs("snapshot_after"));
        }
        for (long account : List.of(GIVEAWAY, VIRAL, BOUGHT)) {
            double observed = 0;
            double expected = 0;
            double variance = 0;
            int[] ends = {0, 1, 2, 4, 7};
            for (int span = 1; span < ends.length; span++) {
                int from = BURST_DAY + ends[span - 1];
                int to = BURST_DAY + ends[span];
                double[] own = span(history, account, BURST_DAY, from, to);
                double[] peers = new double[2];
                for (long other : history.lists().keySet()) {
                    for (int day = 1; day < to; day++) {
                        if (other == account || bursts.contains(other + " " + at(day))) {
                            continue;
                        }
                        for (int end = 1; end < 2 * DAYS; end *= 2) {
                            int until = Math.min(day + end, DAYS - 1);
                            int since = day + end / 2;
                            if (until == to && since < until && log2(until - day) == log2(to - BURST_DAY)) {
                                double[] theirs = span(history, other, day, since, until);
                                peers[0] += theirs[0];
                                peers[1] += theirs[1];
                            }
                        }
                    }
                }
                double weight = own[1] / peers[1];
                observed += own[0];
                expected += (peers[0] + 0.5) * weight;
                variance += (peers[0] + 0.5) * weight * weight;
            }
            double error = 1.959964 * Math.sqrt(1 / observed + variance / (expected * expected));
            Row last = inputs.of(BURST_DECAY)
                    .where("account = " + account)
                    .orderBy("snapshot_later")
                    .collectAsList()
                    .get(3);
            assertEquals(observed / expected, last.<Double>getAs("hazard_ratio"), 1e-6);
            assertEquals(observed / expected * Math.exp(-error), last.<Double>getAs("hazard_low"), 1e-6);
            assertEquals(observed / expected * Math.exp(error), last.<Double>getAs("hazard_high"), 1e-6);
        }
    }

    @Test
    void partitionsAndTheOrderOfRowsChangeNothing(Drawings draw) {
        Set<Set<String>> results = new HashSet<>();
        for (int partitions : List.of(1, 7)) {
            TestInputs inputs = Histories.of(1).inputs(draw, partitions);
            Set<String> rows = new TreeSet<>(inputs.of(BURST_DECAY).toJSON().collectAsList());
            rows.addAll(FINDINGS.conform(SIGNATURE.derive(inputs)).toJSON().collectAsList());
            results.add(rows);
        }
        assertEquals(1, results.size());
    }

    @Test
    void aSingleSnapshotGivesNothingAndSaysWhy(Drawings draw) {
        TestInputs inputs = Histories.measured(new TestInputs(draw.session()));

        assertEquals(0, inputs.rows(ARRIVAL_COHORTS));
        assertEquals(0, SIGNATURE.derive(inputs).count());
        assertTable("""
                ran  reason
                no   no account has 6 complete follower lists to compare
                """, SIGNATURE.readiness(inputs), draw);
    }

    /** Gone and exposure of a cohort between two days. */
    private static double[] span(Histories history, long account, int day, int from, int to) {
        int atRisk = history.still(account, day, from).size();
        int gone = atRisk - history.still(account, day, to).size();
        return new double[] {gone, (atRisk - gone / 2.0) * (to - from)};
    }

    private static int log2(int days) {
        return 31 - Integer.numberOfLeadingZeros(days);
    }
}
