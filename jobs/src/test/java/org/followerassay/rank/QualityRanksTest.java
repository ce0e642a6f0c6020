package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.table.RankTables.RANK_AGREEMENT;
import static org.followerassay.table.RankTables.RANK_MOVERS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.TextTable.assertTable;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ranks by measure, what they agree in, and who moves: made of the same few accounts. */
@ExtendWith(SparkTest.class)
class QualityRanksTest {
    @Test
    void ranksAreAmongAllAndWithinTheTierOfThoseWithTheMeasure(Drawings draw) {
        TestInputs ranks = accounts(draw).derive(new QualityRanks());

        assertTable("""
                account  measure    tier   followers  value  rank  tier_rank  tier_rank_by_followers  tier_accounts  rise_share
                big      attention  nano   2000       3      2     1          1                       2              0
                star     attention  nano   1500       2.5    3     2          2                       2              0
                guy      attention  small  70         9      1     1          3                       4              0.5
                ann      attention  small  900        0      6     4          1                       4              -0.75
                bob      attention  small  300        1      4     2          2                       4              0
                cat      attention  small  60         1      4     2          4                       4              0.5
                big      tunkrank   nano   2000       5      1     1          1                       1              0
                """, ranks.of(QUALITY_RANKS).where(col("measure").isin("attention", "tunkrank")), draw);
    }

    @Test
    void countAndQualityAgreeAsFarAsPairsAreOrderedAlike(Drawings draw) {
        TestInputs ranks = accounts(draw).derive(new QualityRanks()).derive(new RankAgreement(RankOptions.defaults()));

        assertTable("""
                tier   measure    accounts  kendall_tau  concordant_pairs  discordant_pairs  risers  fallers
                all    attention  6         0.138        8                 6                 2       1
                nano   attention  2         1            1                 0                 0       0
                small  attention  4         -0.5477      1                 4                 2       1
                all    tunkrank   1         -            0                 0                 0       0
                nano   tunkrank   1         -            0                 0                 0       0
                """, ranks.of(RANK_AGREEMENT), draw);
    }

    @Test
    void thoseWhoMoveFarthestAreNamedFirst(Drawings draw) {
        TestInputs ranks = accounts(draw).derive(new QualityRanks()).derive(new RankMovers(RankOptions.defaults()));

        assertTable("""
                tier   measure    movement  place  account  followers  tier_rank  tier_rank_by_followers  rise_share
                small  attention  riser     1      guy      70         1          3                       0.5
                small  attention  riser     2      cat      60         2          4                       0.5
                small  attention  faller    1      ann      900        4          1                       -0.75
                """, ranks.of(RANK_MOVERS), draw);
    }

    private static TestInputs accounts(Drawings draw) {
        List<Object[]> ranked = new ArrayList<>();
        ranked.add(new Object[] {DAY_1, draw.id("big"), "nano", 2_000L, 3.0});
        ranked.add(new Object[] {DAY_1, draw.id("star"), "nano", 1_500L, 2.5});
        ranked.add(new Object[] {DAY_1, draw.id("guy"), "small", 70L, 9.0});
        ranked.add(new Object[] {DAY_1, draw.id("ann"), "small", 900L, 0.0});
        ranked.add(new Object[] {DAY_1, draw.id("bob"), "small", 300L, 1.0});
        ranked.add(new Object[] {DAY_1, draw.id("cat"), "small", 60L, 1.0});
        ranked.add(new Object[] {DAY_1, draw.id("nil"), "small", 10L, null});
        return new TestInputs(draw.session())
                .with(
                        AUDIENCE_RANK,
                        draw.rows(
                                AUDIENCE_RANK,
                                List.of("snapshot", "account", "tier", "followers", "attention"),
                                ranked.toArray(Object[][]::new)))
                .with(
                        PROPAGATED_SCORES,
                        draw.rows(
                                PROPAGATED_SCORES,
                                List.of("snapshot", "account", "overlaps_known", "tunkrank"),
                                new Object[] {DAY_1, draw.id("big"), 0L, 5.0}));
    }
}
