package org.followerassay.signature.followthrough;

import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.FollowThroughTables.FOLLOW_THROUGH;
import static org.followerassay.table.FollowThroughTables.FOLLOW_THROUGH_STRATA;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class FollowThroughTest {
    private static final Timestamp EARLIER = Drawings.at("2026-01-01T00:00:00Z");
    private static final Timestamp LATER = Drawings.at("2026-03-01T00:00:00Z");
    private static final List<ScoredSignature> SIGNATURES = SignatureSteps.scored(SignatureOptions.defaults());
    private static final FollowThroughOptions SMALL = new FollowThroughOptions(20, 10);

    @Test
    void followersThatMatchElsewhereAreComparedWithThoseThatMatchNowhere(Drawings draw) {
        // 20 of 40 against 10 of 100: ratio 5, standard error of its logarithm sqrt(1/20 - 1/40 + 1/10 - 1/100).
        Dataset<Row> table = table(SMALL, inputs(draw, 2)).localCheckpoint();
        assertTable("""
                signature  tier   accounts  flagged  flagged_vanished  unflagged  unflagged_vanished  enough_data  risk_ratio
                lockstep   all    1         40       20                100        10                  true         5
                lockstep   small  1         40       20                100        10                  true         5
                """, table, draw);
        Row overall = table.where("tier = 'all'").first();
        assertEquals(0.352, overall.getDouble(overall.fieldIndex("flagged_low")), 5e-4);
        assertEquals(0.648, overall.getDouble(overall.fieldIndex("flagged_high")), 5e-4);
        assertEquals(2.572, overall.getDouble(overall.fieldIndex("risk_low")), 5e-3);
        assertEquals(9.719, overall.getDouble(overall.fieldIndex("risk_high")), 5e-3);
    }

    /** Two strata with the same ratio of 2 and risks that differ; summed up without them, flagged would seem safer. */
    @Test
    void alikeIsComparedWithAlike(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(
                        FOLLOW_THROUGH_STRATA,
                        draw.rows(
                                FOLLOW_THROUGH_STRATA,
                                List.of(
                                        RowFactory.create("lots", 1L, 0L, 2010L, 0L, "small", 900L, 18L, 100L, 1L),
                                        RowFactory.create("lots", 1L, 9L, 2025L, 0L, "small", 100L, 80L, 900L, 360L))));
        assertTable("""
                tier   flagged  unflagged  risk_ratio
                all    1000     1000       2
                small  1000     1000       2
                """, FOLLOW_THROUGH.conform(new FollowThrough(SMALL).derive(inputs)), draw);
    }

    @Test
    void fewFollowersAreNotEnoughData(Drawings draw) {
        assertTable("""
                tier   flagged  enough_data  risk_ratio  risk_low
                all    40       false        -           -
                small  40       false        -           -
                """, table(FollowThroughOptions.defaults(), inputs(draw, 2)), draw);
    }

    @Test
    void partitionsAndTheOrderOfRowsChangeNothing(Drawings draw) {
        Set<Set<String>> results = new HashSet<>();
        for (int partitions : List.of(1, 7)) {
            results.add(new TreeSet<>(
                    table(SMALL, inputs(draw, partitions)).toJSON().collectAsList()));
        }
        assertEquals(1, results.size());
    }

    @Test
    void withoutMatchesOrLaterListsTheTableIsEmpty(Drawings draw) {
        assertEquals(0, table(SMALL, new TestInputs(draw.session())).count());
    }

    /**
     * Account 1 is listed twice, account 2 once. Followers 100 to 139 match at account 2, 200 to 299 match nowhere, 300 to 329
     * follow account 1 alone. Those below 120 and below 210 leave account 1. What matches at account 1 itself, where all that
     * are listed have stayed, must not count.
     */
    private static TestInputs inputs(Drawings draw, int partitions) {
        List<Row> follows = new ArrayList<>();
        List<Row> matches = new ArrayList<>();
        for (long follower = 100; follower < 330; follower++) {
            boolean flagged = follower < 140;
            if (!flagged && follower < 200) {
                continue;
            }
            follows.add(tie(EARLIER, 1, follower));
            if (flagged ? follower >= 120 : follower >= 210) {
                follows.add(tie(LATER, 1, follower));
                if (flagged || follower >= 290) {
                    matches.add(match(1, follower));
                }
            }
            if (follower < 300) {
                follows.add(tie(LATER, 2, follower));
            }
            if (flagged) {
                matches.add(match(2, follower));
            }
        }
        Collections.shuffle(follows, new Random(partitions));
        return new TestInputs(draw.session())
                .with(
                        FOLLOWS,
                        draw.rows(FOLLOWS, follows).repartition(partitions).localCheckpoint())
                .with(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of(
                                        RowFactory.create(EARLIER, 1L, "followers", 170L, null, true, null),
                                        RowFactory.create(LATER, 1L, "followers", 140L, null, true, null),
                                        RowFactory.create(LATER, 2L, "followers", 140L, null, true, null))))
                .with(
                        SNAPSHOT_PAIRS,
                        draw.rows(
                                SNAPSHOT_PAIRS,
                                List.of(RowFactory.create(
                                        1L, "followers", EARLIER, LATER, 59.0, 170L, 140L, true, null))))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, matches));
    }

    private static Dataset<Row> table(FollowThroughOptions options, TestInputs inputs) {
        inputs.with(FOLLOW_THROUGH_STRATA, new FollowThroughStrata(options, SIGNATURES).derive(inputs));
        return FOLLOW_THROUGH.conform(new FollowThrough(options).derive(inputs));
    }

    private static Row tie(Timestamp at, long account, long follower) {
        return RowFactory.create(at, account, follower, null, null);
    }

    private static Row match(long account, long follower) {
        return RowFactory.create(LATER, account, follower, "lockstep", 0.9, "group 1");
    }
}
