package org.followerassay.signature.shared;

import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;
import static org.followerassay.table.SignatureTables.VENDORS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

    @Test
    void aReusedPoolClustersItsCustomers(Drawings draw) {
        TestInputs inputs = market(true).inputs(draw, LotOptions.defaults());
        inputs.with(SHARED_AUDIENCES, new SharedAudiences(OPTIONS).derive(inputs));
        inputs.with(VENDORS, new Vendors(OPTIONS).derive(inputs));

        assertTable("""
                account  other_account  shared_followers
                2        5              100
                2        8              100
                5        8              100
                """, inputs.of(SHARED_AUDIENCES), draw);
        assertTable("""
                vendor  account  accounts  pool_followers  followers
                2       2        3         140             120
                2       5        3         140             120
                2       8        3         140             120
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

    @Test
    void expectationIsTheConfigurationModel(Drawings draw) {
        SharedAudienceOptions small = new SharedAudienceOptions(20, 5, 1.0001, 3, 5_000);
        TestInputs inputs = new Lists(1)
                .organic(1, 30)
                .organic(2, 30)
                .pool(List.of(1L, 2L), 10, true)
                .inputs(draw, LotOptions.defaults());

        // 40 ties each; 10 followers with k = 2, 60 with k = 1: 40 · 40 · 20 / 80² = 5.
        Dataset<Row> pairs = new SharedAudiences(small).beforeThresholds(inputs);
        assertTable("""
                account  other_account  shared_followers  expected  lift
                1        2              10                5         2
                """, pairs, draw);
    }

    @Test
    void nothingSharedIsNothingFound(Drawings draw) {
        TestInputs inputs = new Lists(3).organic(1, 200).organic(2, 200).inputs(draw, LotOptions.defaults());

        assertEquals(0, new SharedAudiences(OPTIONS).derive(inputs).count());
    }

    /** Nine accounts whose followers overlap a little, and three that also share a pool. */
    private static Lists market(boolean bought) {
        Lists lists = new Lists(2);
        for (long account = 1; account <= 9; account++) {
            lists.organic(account, 300);
        }
        for (long account = 1; account <= 9; account++) {
            for (long other = account + 1; other <= 9; other++) {
                lists.pool(List.of(account, other), 20, true);
            }
        }
        return lists.pool(List.of(2L, 5L, 8L), 80, !bought);
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        inputs.with(
                SHARED_AUDIENCES, new SharedAudiences(OPTIONS).derive(inputs).localCheckpoint());
        inputs.with(VENDORS, new Vendors(OPTIONS).derive(inputs).localCheckpoint());
        return FINDINGS.conform(new SharedAudienceFindings(OPTIONS, LotOptions.defaults()).derive(inputs));
    }
}
