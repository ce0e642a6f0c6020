package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.ReportTables.COMPARISON;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.table.RankTables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class ComparisonTest {
    @Test
    void anAccountHasEveryMeasureOrTheReasonWhyNot(Drawings draw) {
        assertTable(
                """
                measure                  value     low     high    note
                attention                225       -       -
                audience_h               15        -       -
                churn_rate               -         -       -       one snapshot only
                effective_audience       157.5     -       -
                follow_back_residue      -         -       -       too few followers whose own ties are in the export
                follow_backers_share     -         -       -       too few followers whose own ties are in the export
                followers                1125      -       -
                gained                   -         -       -       one snapshot only
                lost                     -         -       -       one snapshot only
                lot_followers_share      -         -       -       this list has no order, or too few creation dates
                never_posted_share       -         -       -       the export does not tell this of its followers
                no_bio_share             -         -       -       the export does not tell this of its followers
                no_picture_share         -         -       -       the export does not tell this of its followers
                rank_by_attention        2         -       -
                rank_by_followers        4         -       -
                rank_change              2         -       -
                vendor_followers_share   0         -       -
                """.replaceAll("(?m)( +-)$", "$1  ."),
                noted(example(draw).where(col("account").equalTo(400))),
                draw);
    }

    @Test
    void lotsAddUpAndTheLowerBoundLeavesOutTheExpected(Drawings draw) {
        assertTable("""
                account  value   low     high
                100      0.1455  0.1425  0.1455
                200      0       0       0
                300      0       0       0
                400      -       -       -
                500      -       -       -
                """, of(example(draw), "lot_followers_share"), draw);
    }

    @Test
    void moreExpectedThanFoundIsNoNegativeShare(Drawings draw) {
        TestInputs tables = new Example(draw, 9_000).tables();
        Dataset<Row> lots = draw.rows(
                LOTS,
                List.of("snapshot", "account", "lot", "followers", "expected", "followers_share", "created_from"),
                new Object[][] {{Example.NEWEST, 400L, 1L, 50L, 80.0, 0.01, Date.valueOf("2020-01-01")}});

        assertTable(
                """
                account  value  low  high
                400      0.01   0    0.01
                """, of(derive(tables.with(LOTS, lots)), "lot_followers_share").where("account = 400"), draw);
    }

    @Test
    void theNewestPairCountsAndSaysWhichItIs(Drawings draw) {
        assertTable("""
                account  value   note
                100      0.1728  2026-09-30 to 2026-10-31, 31 days
                200      -       the earlier list is not complete
                300      0.0367  2025-09-13 to 2026-10-31, 413 days
                400      -       one snapshot only
                500      -       one snapshot only
                """, of(example(draw), "churn_rate"), draw);
    }

    @Test
    void aSignatureThatDidNotRunGivesItsReason(Drawings draw) {
        Dataset<Row> runs =
                draw.rows(SIGNATURE_RUNS, List.of("signature", "question", "needs", "ran", "reason"), new Object[][] {
                    {"shared audience", "?", "E", "no", "one account only"}
                });
        TestInputs tables = new TestInputs(draw.session())
                .with(
                        RankTables.AUDIENCE_RANK,
                        new Example(draw, 9_000).tables().of(RankTables.AUDIENCE_RANK))
                .with(SIGNATURE_RUNS, runs);

        Dataset<Row> comparison = derive(tables);

        assertEquals(
                "one account only",
                of(comparison, "vendor_followers_share").first().getAs("note"));
        assertEquals(
                "no ordered follower list with creation dates",
                of(comparison, "lot_followers_share").first().getAs("note"));
    }

    @Test
    void whatWasNeverLookedForIsNoZero(Drawings draw) {
        Dataset<Row> comparison = derive(new TestInputs(draw.session())
                .with(
                        RankTables.AUDIENCE_RANK,
                        new Example(draw, 9_000).tables().of(RankTables.AUDIENCE_RANK)));

        for (String measure : List.of("lot_followers_share", "vendor_followers_share")) {
            Row any = of(comparison, measure).first();
            assertTrue(any.isNullAt(any.fieldIndex("value")), measure);
            assertEquals("signatures have not been looked for in this warehouse", any.getAs("note"), measure);
        }
    }

    @Test
    void everyAccountHasTheSameMeasuresOnce(Drawings draw) {
        Dataset<Row> comparison = example(draw);

        assertEquals(60 * 17, comparison.count());
        assertEquals(
                60 * 17,
                comparison.select("snapshot", "account", "measure").distinct().count());
    }

    @Test
    void traitsAreValidated() {
        assertThrows(AssayException.class, () -> new ReportOptions(List.of("never posted")));
        assertThrows(AssayException.class, () -> new ReportOptions(List.of("no_bio", "no_bio")));
    }

    private static Dataset<Row> example(Drawings draw) {
        return derive(new Example(draw, 9_000).tables());
    }

    private static Dataset<Row> of(Dataset<Row> comparison, String measure) {
        return comparison.where(
                col("measure").equalTo(measure).and(col("account").lt(1_000)));
    }

    private static Dataset<Row> noted(Dataset<Row> comparison) {
        return comparison.na().replace("note", Map.of("", "."));
    }

    private static Dataset<Row> derive(TestInputs tables) {
        return COMPARISON.conform(
                ReportSteps.steps(ReportOptions.defaults()).get(0).derive(tables));
    }
}
