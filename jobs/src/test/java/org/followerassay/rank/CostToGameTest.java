package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.RankTables.COST_TO_GAME;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.table.RankTables.QUALITY_RANKS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class CostToGameTest {
    private static final RankOptions OPTIONS = RankOptions.defaults();
    private static final int ACCOUNTS = 3_000;
    private static final long BOUGHT = 150;

    /** The ranking is run with and without the bought followers, and moves the buyer as far as was read off before. */
    @Test
    void whatIsReadOffIsWhatRankingAgainGives(Drawings draw) {
        TestInputs before = ranked(world(draw, false, 0));
        Map<String, Long> unrecognised = lifts(before, ranked(world(draw, true, 0)), draw.id("rival5"));
        Map<String, Long> recognised = lifts(before, ranked(world(draw, true, BOUGHT)), draw.id("rival5"));

        Map<String, Long> expected = readOff(before, draw.id("rival5"), 0);
        // All others stay as they are: here one who is overtaken by attention alone comes level, which read off is one
        // less.
        assertEquals(expected.remove("quality") + 1, unrecognised.remove("quality"));
        assertEquals(expected, unrecognised);
        assertEquals(readOff(before, draw.id("rival5"), 1), recognised);
        assertTrue(unrecognised.get("attention") > 0, unrecognised.toString());
        assertEquals(0, recognised.get("attention"));
    }

    /**
     * The claim of the default measure: in every tier, a hundred thousand gain no more than a tenth of what they gain by
     * count. Of attention it holds for pooled followers that signatures match.
     */
    @Test
    void aHundredThousandBoughtFollowersGainATenthOfTheRanksAtMost(Drawings draw) {
        TestInputs costs = market(draw).derive(new CostToGame(OPTIONS));

        List<Row> rows = costs.of(COST_TO_GAME).collectAsList();
        assertEquals(7 * Measures.ALL.size() * 8, rows.size());
        for (Row row : rows) {
            Double share = row.getAs("share_of_count_lift");
            double enough = "small".equals(row.getAs("tier")) ? 0.99 : 0.95;
            boolean recognised = row.<Double>getAs("recognised_share") >= enough;
            boolean ofAPool = row.<Long>getAs("bought_followees") == 2_000;
            if (Measures.ATTENTION.equals(row.getAs("measure")) && recognised && ofAPool) {
                assertTrue(share <= 0.1, row.toString());
            }
            // The default needs no signature, and holds for followers of either kind.
            if (Measures.QUALITY.equals(row.getAs("measure"))) {
                assertTrue(share <= 0.1, row.toString());
            }
            if (Measures.FOLLOWERS.equals(row.getAs("measure"))) {
                assertEquals(1, share, row.toString());
            }
        }
        assertTable(
                """
                tier   recognised_share  bought_median  price_median
                small  1                 -              -
                mid    1                 -              -
                mega   1                 -              -
                """,
                costs.of(COST_TO_GAME)
                        .where(col("measure").equalTo("attention"))
                        .where(col("bought_followees")
                                .equalTo(2_000)
                                .and(col("recognised_share").equalTo(1)))
                        .where(col("tier").isin("small", "mid", "mega")),
                draw);
    }

    /** What the claim rests on: if no signature matches them, followers who follow nobody else are worth buying. */
    @Test
    void withoutSignaturesAttentionIsForSaleToo(Drawings draw) {
        TestInputs costs = market(draw).derive(new CostToGame(OPTIONS));

        long forSale = costs.of(COST_TO_GAME)
                .where(col("measure")
                        .equalTo("attention")
                        .and(col("bought_followees").equalTo(50)))
                .where(col("recognised_share")
                        .equalTo(0)
                        .and(col("share_of_count_lift").gt(0.5)))
                .count();

        assertEquals(7, forSale);
    }

    /** Accounts from 100 to 10 million followers, as many in each class of size, in audiences of very unequal quality. */
    private static TestInputs market(Drawings draw) {
        List<Object[]> ranked = new ArrayList<>();
        List<Object[]> scores = new ArrayList<>();
        double[] attentions = new double[ACCOUNTS];
        long[] audiences = new long[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            long followers = followers(i);
            attentions[i] = followers / 120.0 * quality(i);
            audiences[i] = (long) Math.sqrt(followers * quality(i));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            long followers = followers(i);
            double attention = attentions[i];
            long h = audiences[i];
            ranked.add(new Object[] {
                DAY_1,
                (long) i,
                tier(followers),
                followers,
                attention,
                h,
                0.6 * followers * quality(i),
                1 + Arrays.stream(attentions).filter(other -> other > attention).count(),
                1 + Arrays.stream(audiences).filter(other -> other > h).count()
            });
            scores.add(
                    new Object[] {DAY_1, (long) i, 10L, followers - followers / 20, attention, 0.15 + attention / 8});
        }
        return new TestInputs(draw.session())
                .with(
                        AUDIENCE_RANK,
                        draw.rows(
                                AUDIENCE_RANK,
                                List.of(
                                        "snapshot",
                                        "account",
                                        "tier",
                                        "followers",
                                        "attention",
                                        "audience_h",
                                        "effective_audience",
                                        "rank_by_attention",
                                        "rank_by_audience_h"),
                                ranked.toArray(Object[][]::new)))
                .with(
                        PROPAGATED_SCORES,
                        draw.rows(
                                PROPAGATED_SCORES,
                                List.of(
                                        "snapshot",
                                        "account",
                                        "overlaps_known",
                                        "reciprocity_adjusted",
                                        "tunkrank",
                                        "pagerank"),
                                scores.toArray(Object[][]::new)));
    }

    private static long followers(int account) {
        return (long) (100 * Math.pow(10, 5.0 * account / ACCOUNTS));
    }

    private static double quality(int account) {
        return 0.3 + 1.4 * ((account * 37 + 7) % 101) / 100;
    }

    private static String tier(long followers) {
        long[] least = {1_000, 5_000, 20_000, 100_000, 1_000_000};
        int larger =
                (int) Arrays.stream(least).filter(size -> followers >= size).count();
        return List.of("small", "nano", "micro", "mid", "macro", "mega").get(larger);
    }

    /** Twenty rivals with 11 to 30 of the same readers; one of them buys, or not, and so many of those are recognised. */
    private static TestInputs world(Drawings draw, boolean buys, long recognised) {
        Audiences audiences = new Audiences(draw);
        String[] readers = names("reader", 30);
        for (int i = 0; i < readers.length; i++) {
            audiences.stated(readers[i], 5 + i, 60 + 5 * i);
        }
        List<String> buyer = new ArrayList<>(List.of(readers).subList(0, 15));
        for (int rival = 1; rival <= 20; rival++) {
            if (rival != 5) {
                audiences.followed("rival" + rival, Arrays.copyOf(readers, 10 + rival));
            }
        }
        String[] bought = names("bought", buys ? (int) BOUGHT : 0);
        for (int i = 0; i < bought.length; i++) {
            audiences.stated(bought[i], 0, 2_000);
            buyer.add(bought[i]);
            if (i < recognised) {
                audiences.matched("rival5", bought[i]);
            }
        }
        return audiences.followed("rival5", buyer.toArray(String[]::new)).inputs();
    }

    private static TestInputs ranked(TestInputs world) {
        return world.derive(new AudienceRank(OPTIONS))
                .derive(new PropagatedScores(OPTIONS))
                .derive(new QualityRanks());
    }

    private static Map<String, Long> lifts(TestInputs before, TestInputs after, long account) {
        Map<String, Long> lifts = ranks(before, account);
        ranks(after, account).forEach((measure, rank) -> lifts.merge(measure, rank, (old, now) -> old - now));
        return lifts;
    }

    private static Map<String, Long> ranks(TestInputs ranked, long account) {
        Map<String, Long> ranks = new TreeMap<>();
        for (Row row :
                ranked.of(QUALITY_RANKS).where(col("account").equalTo(account)).collectAsList()) {
            ranks.put(row.getAs("measure"), row.getAs("rank"));
        }
        return ranks;
    }

    private static Map<String, Long> readOff(TestInputs before, long account, double recognisedShare) {
        Purchase purchase = new Purchase(2_000, recognisedShare, 0, OPTIONS.followeesFloor(), OPTIONS.propagation());
        Map<String, Long> lifts = new TreeMap<>();
        for (String measure : ranks(before, account).keySet()) {
            List<Row> rows = Measures.of(before)
                    .where(col("measure").equalTo(measure))
                    .orderBy("value", "account")
                    .collectAsList();
            double[] values =
                    rows.stream().mapToDouble(row -> row.getAs("value")).toArray();
            double[] attention =
                    rows.stream().mapToDouble(row -> row.getAs("attention")).toArray();
            double[] h = rows.stream()
                    .mapToDouble(row -> (double) row.<Long>getAs("audience_h"))
                    .toArray();
            int place = IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).<Long>getAs("account") == account)
                    .findFirst()
                    .orElseThrow();
            RankedMeasure ranked = measure.equals(Measures.QUALITY)
                    ? RankedMeasure.quality(attention, h)
                    : new RankedMeasure(measure, values, attention);
            lifts.put(measure, ranked.lift(place, purchase, BOUGHT));
        }
        return lifts;
    }

    private static String[] names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
