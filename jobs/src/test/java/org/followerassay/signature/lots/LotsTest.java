package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.signature.estimate.ReferenceHealth;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.signature.evidence.Matches;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class LotsTest {
    private static final LotOptions OPTIONS = LotOptions.defaults();
    private static final Instant BATCH = Instant.parse("2014-08-11T00:00:00Z");

    @ParameterizedTest(name = "{0} followers among {1}, created within {2} days")
    @CsvSource({"30, 1500, 1", "100, 1500, 5", "200, 1500, 30", "400, 600, 30"})
    void aBatchDeliveredTogetherIsALot(int bought, int organic, int days, Drawings draw) {
        TestInputs inputs = new Lists(1)
                .organic(7, organic)
                .lot(7, bought, BATCH, days, false)
                .inputs(draw, OPTIONS);

        Row lot = inputs.of(LOTS).limit(2).collectAsList().get(0);
        assertEquals(1, inputs.rows(LOTS));
        assertTrue(near(bought, lot.<Long>getAs("followers")), () -> lot.toString());
        assertTrue(Math.abs(lot.<Long>getAs("position_from") - organic / 2) <= 100, () -> lot.toString());
        assertTrue(lot.<Double>getAs("expected") < bought / 3.0, () -> lot.toString());
        assertTrue(!lot.<Date>getAs("created_from").toLocalDate().isBefore(LocalDate.of(2014, 8, 8)));
    }

    /** The batch's own newest accounts are the only clock: its last two weeks look like newcomers. */
    @Test
    void aBatchBoughtByAYoungListIsWhole(Drawings draw) {
        TestInputs inputs = new Lists(1)
                .organic(7, 200)
                .lot(7, 800, Instant.parse("2015-12-26T00:00:00Z"), 30, false)
                .inputs(draw, OPTIONS);

        Row lot = inputs.of(LOTS).collectAsList().get(0);
        assertEquals(1, inputs.rows(LOTS));
        assertTrue(near(800, lot.<Long>getAs("followers")), () -> lot.toString());
        assertTrue(near(373, lot.<Long>getAs("young_followers")), () -> lot.toString());
        long members = new LotFindings(OPTIONS).members(inputs).count();
        assertEquals(lot.<Long>getAs("followers"), members);
        assertEquals(
                members,
                new LotFindings(OPTIONS)
                        .scores(inputs)
                        .where("excess_share > 0.9")
                        .count());
    }

    /** Somebody inside the rectangle, made the day before, is no member: when they came says nothing of the lot. */
    @Test
    void newcomersInItsRectangleDoNotDateALot(Drawings draw) {
        TestInputs inputs =
                new Lists(1).organic(7, 1_500).lot(7, 200, BATCH, 5, false).inputs(draw, OPTIONS);
        Row lot = inputs.of(LOTS).collectAsList().get(0);
        long middle = (lot.<Long>getAs("position_from") + lot.<Long>getAs("position_to")) / 2;
        Dataset<Row> arrivals = inputs.of(ARRIVALS);
        inputs.with(
                ARRIVALS,
                arrivals.withColumn("arrived_after", dayOld(middle, "arrived_after"))
                        .withColumn("arrived_before", dayOld(middle, "arrived_before")));

        Row redated = new Lots(OPTIONS).derive(inputs).collectAsList().get(0);
        assertEquals(lot.<Long>getAs("followers") - 1, redated.<Long>getAs("followers"));
        assertEquals(lot.<Object>getAs("arrived_after"), redated.<Object>getAs("arrived_after"));
        assertEquals(lot.<Object>getAs("arrived_before"), redated.<Object>getAs("arrived_before"));
    }

    private static Column dayOld(long position, String arrived) {
        return when(col("position").equalTo(position), col("created_at").plus(expr("interval 1 day")))
                .otherwise(col(arrived));
    }

    @ParameterizedTest(name = "list without a lot, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mixedArrivalsAreNoLot(long seed, Drawings draw) {
        assertEquals(0, new Lists(seed).organic(7, 3_000).inputs(draw, OPTIONS).rows(LOTS));
    }

    @Test
    void aDripThatMostListsHoldShowsBesideACuratedReferenceOnly(Drawings draw) {
        LotOptions eightLists = new LotOptions(14, 15, 3, 8, 8, 100, List.of(20.0));
        Lists lists = new Lists(9);
        for (long account = 1; account <= 20; account++) {
            lists.organic(account, 600);
            if (account > 8) {
                lists.drip(account, 150, Instant.parse("2012-05-01T00:00:00Z"), 20, false);
            }
        }
        TestInputs inputs = lists.inputs(draw, eightLists);
        assertEquals(0, inputs.rows(LOTS));

        List<Row> clean =
                LongStream.rangeClosed(1, 8).mapToObj(RowFactory::create).toList();
        inputs.with(REFERENCE_ACCOUNTS, draw.rows(REFERENCE_ACCOUNTS, clean));
        List<Row> found = new Lots(eightLists)
                .derive(inputs)
                .select("account", "reference")
                .distinct()
                .orderBy("account")
                .collectAsList();
        assertEquals(
                LongStream.rangeClosed(9, 20)
                        .mapToObj(account -> RowFactory.create(account, "population"))
                        .toList(),
                found);
        assertTable(
                """
                measure              value
                curated              1
                lists                8
                matched_lists_share  0
                """,
                new ReferenceHealth(OPTIONS)
                        .derive(inputs)
                        .where("measure in ('curated', 'lists', 'matched_lists_share')"),
                draw);
    }

    @Test
    void aBatchSpreadOverYearsOfCreationIsNotALot(Drawings draw) {
        TestInputs inputs =
                new Lists(4).organic(7, 1_000).lot(7, 300, BATCH, 1_500, false).inputs(draw, OPTIONS);

        assertEquals(0, inputs.rows(LOTS));
    }

    @Test
    void aWaveThatReachesEveryListIsNoLotOnceThereIsAPopulation(Drawings draw) {
        Lists lists = new Lists(5);
        for (long account = 1; account <= 24; account++) {
            lists.organic(account, 300).lot(account, 30, BATCH, 1, true);
        }

        TestInputs inputs = lists.inputs(draw, OPTIONS);

        assertEquals(0, inputs.rows(LOTS));
    }

    @Test
    void aLotSoldToAFewOfManyIsFoundBesideThePopulation(Drawings draw) {
        Lists lists = new Lists(6);
        for (long account = 1; account <= 24; account++) {
            lists.organic(account, 300);
        }
        TestInputs inputs =
                lists.lot(3, 700, BATCH, 20, false).lot(9, 45, BATCH, 20, false).inputs(draw, OPTIONS);

        assertTable("""
                account  lot  reference
                3        1    population
                9        1    population
                """, LOTS.conform(inputs.of(LOTS)), draw);
    }

    @Test
    void profilesDecideHowMuchALotWeighs(Drawings draw) {
        TestInputs inputs = new Lists(8)
                .organic(1, 900)
                .lot(1, 90, BATCH, 5, false)
                .organic(2, 900)
                .lot(2, 90, BATCH, 5, true)
                .inputs(draw, OPTIONS);

        Dataset<Row> findings = FINDINGS.conform(Compared.findings(new LotFindings(OPTIONS), inputs));
        inputs.with(FINDINGS, findings);

        assertTable("""
                account  signature  axis      tier
                1        lots       arrivals  strong
                2        lots       arrivals  weak
                """, findings, draw);
        assertEquals(
                inputs.of(LOTS)
                        .where(col("account").equalTo(1))
                        .limit(1)
                        .collectAsList()
                        .get(0)
                        .<Long>getAs("followers"),
                SIGNATURE_MATCHES
                        .conform(new Matches(new LotFindings(OPTIONS)).derive(inputs))
                        .count());
    }

    /** Who signed up on the day of an event and never posted is a part of many lists; only most of a stretch is a lot by itself. */
    @Test
    void aThinLotMustDifferFromPeopleOfItsAge(Drawings draw) {
        Lists lists = new Lists(11)
                .organic(1, 900)
                .drip(1, 90, BATCH, 3, false)
                .organic(2, 900)
                .lot(2, 90, BATCH, 3, false);
        for (long account = 3; account < 15; account++) {
            lists.organic(account, 60).drip(account, 8, BATCH, 3, false);
        }
        TestInputs inputs = lists.inputs(draw, OPTIONS);

        Dataset<Row> findings = FINDINGS.conform(Compared.findings(new LotFindings(OPTIONS), inputs));
        assertTable("""
                account  tier
                1        weak
                2        strong
                """, findings, draw);
        assertEquals(
                1,
                findings.where(
                                "account = 1 and evidence like '%Beside others who signed up at the same time, the difference is too small or too uncertain to count.%'")
                        .count());
    }

    @Test
    void theEvidenceIsASentenceWithNumbers(Drawings draw) {
        TestInputs inputs =
                new Lists(9).organic(1, 900).lot(1, 98, BATCH, 1, false).inputs(draw, OPTIONS);

        Row finding = Compared.findings(new LotFindings(OPTIONS), inputs)
                .limit(1)
                .collectAsList()
                .get(0);

        assertEquals(
                "1 lot holds 98 of 998 followers, where 0.01 were to be expected. It has 98 followers created on 2014-08-11,"
                        + " at positions 450 to 547 of the list (oldest = 0); 98 of 998 consecutive followers were created on"
                        + " one day, 2014-08-11. A lot is within 2 % of the package size 100. Of its followers 98 of 98 have"
                        + " never posted, against 9.8 % of the account's other followers. Compared with the account's own"
                        + " other followers only: a batch above about 30 % of the list would not show.",
                finding.getAs("evidence"));
    }

    @Test
    void itSaysHowFarItCouldLook(Drawings draw) {
        TestInputs small = new Lists(12).organic(1, OPTIONS.minLot() - 1).inputs(draw, OPTIONS);
        TestInputs few = new Lists(12).organic(1, 200).organic(2, 90).inputs(draw, OPTIONS);

        assertTable("""
                ran  reason
                no   no ordered list has 15 followers
                """, new LotFindings(OPTIONS).readiness(small), draw);
        assertTable("""
                ran     reason
                partly  fewer than 20 ordered lists have 100 followers with creation dates: each is compared with its own other followers only, and a batch above about 30 % of a list would not show
                """, new LotFindings(OPTIONS).readiness(few), draw);
    }

    @Test
    void runningMaximumsAreTheSameBlockByBlock(Drawings draw) {
        Lists lists = new Lists(10).organic(1, 200);
        TestInputs inputs = lists.inputs(draw, OPTIONS);
        Dataset<Row> ties = inputs.of(FOLLOWS).withColumn("listed", lit(200L));
        Dataset<Row> accounts = inputs.of(ACCOUNTS);

        Dataset<Row> whole = Arrivals.of(ties, accounts, 1_000_000).select("position", "arrived_after");
        Dataset<Row> blocks = Arrivals.of(ties, accounts, 7).select("position", "arrived_after");

        assertEquals(0, whole.exceptAll(blocks).count());
        assertEquals(200, blocks.where(lit(true)).count());
    }

    private static boolean near(long bought, long found) {
        return found >= bought * 0.9 && found <= bought * 1.1 + 5;
    }
}
