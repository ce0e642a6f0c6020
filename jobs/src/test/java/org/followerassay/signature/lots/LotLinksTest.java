package org.followerassay.signature.lots;

import static org.followerassay.table.LotLinkTables.LOT_LINKS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class LotLinksTest {
    private static final LotOptions OPTIONS = LotOptions.defaults();

    /** Three customers got others of one batch each; two the same accounts, and one of them an honest one more. */
    @Test
    void theSameLotIsKnownByItsFollowersOrByTheirDaysOfCreation(Drawings draw) {
        Lists lists = new Lists(3);
        for (long account = 1; account <= 6; account++) {
            lists.organic(account, 600);
        }
        for (long account = 1; account <= 3; account++) {
            lists.lot(account, 250, Instant.parse("2012-03-10T00:00:00Z"), 5, false);
        }
        lists.lot(4, 250, Instant.parse("2014-08-11T00:00:00Z"), 5, false);
        lists.sharedLot(List.of(5L, 6L), 500, Instant.parse("2010-11-01T00:00:00Z"), 10);
        TestInputs inputs = lists.inputs(draw, OPTIONS);
        inputs.with(
                VENDORS,
                draw.rows(
                        VENDORS,
                        List.of(
                                "snapshot",
                                "vendor",
                                "account",
                                "accounts",
                                "pool_followers",
                                "followers",
                                "followers_share"),
                        new Object[] {Drawings.DAY_1, 5L, 5L, 2L, 500L, 500L, 0.4},
                        new Object[] {Drawings.DAY_1, 5L, 6L, 2L, 500L, 500L, 0.4}));

        assertEquals(6, inputs.rows(LOTS));
        Dataset<Row> links = links(inputs).localCheckpoint();
        assertTable("""
                account  other_account  lot  other_lot  link       vendor
                1        2              1    1          window     -
                1        3              1    1          window     -
                2        3              1    1          window     -
                5        6              1    1          followers  5
                """, links, draw);
        Row shared = links.where("account = 5").first();
        assertEquals(shared.<Long>getAs("followers"), shared.<Long>getAs("shared_followers"), 5.0);
        assertTable("""
                account  package_size  package_distance
                5        500           0.002
                6        500           0
                """, inputs.of(LOTS).where("account > 4"), draw);
        Row priced = inputs.of(LOTS).where("account = 5").first();
        assertEquals(500 * 6.67 / 1_000, priced.<Double>getAs("price_low"), 0.1);
        assertEquals(500 * 18.0 / 1_000, priced.<Double>getAs("price_high"), 0.3);
    }

    @Test
    void withoutLotsThereAreNoLinks(Drawings draw) {
        assertEquals(0, links(new TestInputs(draw.session())).count());
    }

    private static Dataset<Row> links(TestInputs inputs) {
        return LOT_LINKS.conform(new LotLinks(OPTIONS, LotLinkOptions.defaults()).derive(inputs));
    }
}
