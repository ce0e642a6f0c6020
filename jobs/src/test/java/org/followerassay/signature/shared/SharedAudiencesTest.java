package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.table.SignatureTables.VENDORS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.signature.lots.Lists;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SharedAudiencesTest {
    private static final SharedAudienceOptions OPTIONS = SharedAudienceOptions.defaults();
    private static final int ORGANIC = 4_000;

    @Test
    void aReusedPoolClustersItsCustomers(Drawings draw) {
        TestInputs inputs = market(true).inputs(draw, LotOptions.defaults());
        measured(inputs);

        assertTable("""
                account  other_account  shared_followers
                2        5              100
                2        8              100
                5        8              100
                """, inputs.of(SHARED_AUDIENCES), draw);
        assertTable("""
                vendor  account  accounts  pool_followers  followers  reuse  pool_kind
                2       2        3         80              80         3      disposable
                2       5        3         80              80         3      disposable
                2       8        3         80              80         3      disposable
                """, inputs.of(VENDORS), draw);
    }

    @Test
    void profilesTellAPoolFromACircleOfFans(Drawings draw) {
        assertTable("""
                account  tier
                2        strong
                5        strong
                8        strong
                """, findings(market(true).inputs(draw, LotOptions.defaults())), draw);
        assertTable("""
                account  tier
                2        weak
                5        weak
                8        weak
                """, findings(market(false).inputs(draw, LotOptions.defaults())), draw);
    }

    /** A quarter of the pool has never posted, as of most followers; account 2 alone has others who nearly all have. */
    @Test
    void onePoolsCoincidenceAtOneAccountIsWeak(Drawings draw) {
        Lists lists = overlapping(
                        new Lists(2).organic(2, 300, 0).organic(5, 300, 4).organic(8, 300, 4))
                .pool(List.of(2L, 5L, 8L), 60, true)
                .pool(List.of(2L, 5L, 8L), 20, false);
        Dataset<Row> findings = findings(lists.inputs(draw, LotOptions.defaults()));

        assertTable("""
                account  tier
                2        weak
                5        weak
                8        weak
                """, findings, draw);
        assertEquals(
                1,
                findings.where(
                                "account = 2 and evidence like '%all who were found together, beside all other followers of these accounts and people of their own age, differ in nothing%'")
                        .count());
    }

    @Test
    void expectationIsTheConfigurationModel(Drawings draw) {
        SharedAudienceOptions small = new SharedAudienceOptions(20, 5, 5, 1.0001, 3, 5_000, 50, 0.5);
        TestInputs inputs = new Lists(1)
                .organic(1, 30)
                .organic(2, 30)
                .pool(List.of(1L, 2L), 10, true)
                .inputs(draw, LotOptions.defaults());

        // 40 ties each; 10 followers with k = 2, 60 with k = 1: 40 · 40 · 20 / 80² = 5.
        Dataset<Row> pairs = new SharedAudiences(small).beforeThresholds(counted(small, inputs));
        assertTable("""
                account  other_account  shared_followers  expected  lift
                1        2              10                5         2
                """, pairs, draw);
    }

    @Test
    void nothingSharedIsNothingFound(Drawings draw) {
        TestInputs inputs = new Lists(3).organic(1, 200).organic(2, 200).inputs(draw, LotOptions.defaults());

        assertEquals(
                0, new SharedAudiences(OPTIONS).derive(counted(OPTIONS, inputs)).count());
    }

    @Test
    void aPoolBetweenPopularAccountsShowsAmongThoseWhoFollowAsFew(Drawings draw) {
        TestInputs inputs = measured(popular().inputs(draw));

        assertTable("""
                account  other_account  followees_from  followees_to
                1        2              2               2
                1        3              2               2
                2        3              2               2
                """, inputs.of(SHARED_AUDIENCES), draw);
        Dataset<Row> found = new SharedAudienceFindings(OPTIONS).members(inputs);
        long pool = found.where(col("follower").geq(Crowds.FIRST_FOLLOWER + ORGANIC))
                .select("follower")
                .distinct()
                .count();
        assertEquals(300, pool);
        assertTrue(found.select("follower").distinct().count() < 340, "named others than the pool");
    }

    @Test
    void aCrowdWithItsFavouritesIsNoPool(Drawings draw) {
        TestInputs inputs = measured(new Crowds(4).organic(ORGANIC, 30, 60).inputs(draw));

        assertEquals(0, inputs.of(SHARED_CLUSTERS).count());
        assertEquals(0, inputs.of(VENDORS).count());
    }

    @Test
    void neitherPartitionsNorTheOrderOfRowsChangeThePool(Drawings draw) {
        String once = pool(popular().inputs(draw, 1, false));

        assertEquals(once, pool(popular().inputs(draw, 7, true)));
    }

    @Test
    void aStarDoesNotChainItsPartnersTogether(Drawings draw) {
        Object[][] star = {
            {Drawings.DAY_1, 1L, 2L, 10.0}, {Drawings.DAY_1, 1L, 3L, 30.0}, {Drawings.DAY_1, 1L, 4L, 20.0},
            {Drawings.DAY_1, 4L, 5L, 10.0}, {Drawings.DAY_1, 4L, 6L, 10.0}, {Drawings.DAY_1, 5L, 6L, 10.0}
        };
        Dataset<Row> pairs =
                draw.rows(SHARED_AUDIENCES, List.of("snapshot", "account", "other_account", "stratum_z"), star);

        assertTable("""
                account  other_account
                1        3
                4        5
                4        6
                5        6
                """, SharedClusters.supported(pairs), draw);
    }

    /** Three of sixty accounts, the most popular ones, to which 300 followers of two of them each were sold. */
    private static Crowds popular() {
        return new Crowds(4).organic(ORGANIC, 30, 60).pool(300, List.of(1L, 2L, 3L), 2);
    }

    static TestInputs counted(SharedAudienceOptions options, TestInputs inputs) {
        return inputs.derive(new FollowerStrata(options)).derive(new SharedStrata(options));
    }

    private static TestInputs measured(TestInputs inputs) {
        return counted(OPTIONS, inputs)
                .derive(new SharedAudiences(OPTIONS))
                .derive(new SharedClusters())
                .derive(new SharedPool(OPTIONS))
                .derive(new Vendors(OPTIONS));
    }

    private static String pool(TestInputs inputs) {
        Dataset<Row> scores = SIGNATURE_MATCHES.conform(new SharedAudienceFindings(OPTIONS)
                .scores(measured(inputs))
                .withColumn("snapshot", lit(Drawings.DAY_1))
                .withColumn("followee", col("account"))
                .withColumn("signature", lit("")));
        return scores.orderBy("followee", "follower").collectAsList()
                + "\n"
                + inputs.of(VENDORS).orderBy("account").collectAsList();
    }

    /** Nine accounts whose followers overlap a little, and three that also share a pool. */
    private static Lists market(boolean bought) {
        return overlapping(new Lists(2).organic(2, 300).organic(5, 300).organic(8, 300))
                .pool(List.of(2L, 5L, 8L), 80, !bought);
    }

    /** Fills up to nine accounts, each pair of which has twenty followers in common. */
    private static Lists overlapping(Lists lists) {
        for (long account : List.of(1L, 3L, 4L, 6L, 7L, 9L)) {
            lists.organic(account, 300);
        }
        for (long account = 1; account <= 9; account++) {
            for (long other = account + 1; other <= 9; other++) {
                lists.pool(List.of(account, other), 20, true);
            }
        }
        return lists;
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        measured(inputs);
        return FINDINGS.conform(Compared.findings(new SharedAudienceFindings(OPTIONS), inputs));
    }
}
