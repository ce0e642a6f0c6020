package org.followerassay.signature.fingerprint;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.FingerprintTables.BATCH_CELLS;
import static org.followerassay.table.FingerprintTables.REFERENCE_SHARES;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.signature.lots.Lists;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class FingerprintTest {
    private static final FingerprintOptions OPTIONS = FingerprintOptions.defaults();
    private static final Instant BATCH = Instant.parse("2014-08-11T00:00:00Z");
    private static final int LISTS = 12;

    @Test
    void aBatchThatIsMostOfAListStandsOutOfTheOtherLists(Drawings draw) {
        TestInputs inputs = analysed(lists(true).lot(1, 1_600, BATCH, 30, false), draw);

        assertTable("""
                account  signature          axis      tier
                1        batch fingerprint  arrivals  strong
                """, findings(inputs), draw);
        long members = new FingerprintFindings(OPTIONS).members(inputs).count();
        assertTrue(members >= 1_500 && members <= 1_700, () -> members + " members");
    }

    @Test
    void listsThatGrowAlikeStandOutNowhere(Drawings draw) {
        assertEquals(0, analysed(lists(true), draw).rows(BATCH_CELLS));
    }

    @Test
    void aBatchWithOrdinaryProfilesIsWeak(Drawings draw) {
        assertTable("""
                account  signature          axis      tier
                1        batch fingerprint  arrivals  weak
                """, findings(analysed(lists(true).lot(1, 400, BATCH, 30, true), draw)), draw);
    }

    @Test
    void aCuratedReferenceLeavesTheOtherListsOut(Drawings draw) {
        TestInputs inputs = lists(true).inputs(draw, LotOptions.defaults());
        List<Row> curated =
                LongStream.rangeClosed(1, 10).mapToObj(RowFactory::create).toList();
        inputs.with(REFERENCE_ACCOUNTS, draw.rows(REFERENCE_ACCOUNTS, curated));

        assertTable(
                """
                lists
                10
                """, new ReferenceShares(OPTIONS).derive(inputs).select("lists").distinct(), draw);
    }

    /** Nobody in the lists that are compared with was created when the batch was: nobody was to be expected. */
    @Test
    void aBatchOfAnAgeThatTheReferenceLacksStandsOut(Drawings draw) {
        Instant longAgo = Instant.parse("2001-03-01T00:00:00Z");
        TestInputs inputs = lists(true).lot(1, 400, longAgo, 30, false).inputs(draw, LotOptions.defaults());
        List<Row> curated =
                LongStream.rangeClosed(2, LISTS).mapToObj(RowFactory::create).toList();
        inputs.with(REFERENCE_ACCOUNTS, draw.rows(REFERENCE_ACCOUNTS, curated));

        assertTable("""
                account  signature          axis      tier
                1        batch fingerprint  arrivals  strong
                """, findings(analysed(inputs)), draw);
    }

    @Test
    void withFewListsThereIsNoReference(Drawings draw) {
        TestInputs inputs = analysed(lists(false).lot(1, 400, BATCH, 30, false), draw);

        assertEquals(0, inputs.rows(REFERENCE_SHARES));
        assertEquals("no", readiness(inputs).getString(0));
    }

    @Test
    void itSaysHowManyFollowersAreComparedWithNobody(Drawings draw) {
        TestInputs inputs = analysed(lists(true), draw);
        assertEquals(RowFactory.create("yes", ""), readiness(inputs));

        Object first =
                inputs.of(REFERENCE_SHARES).agg(min("period_from")).first().get(0);
        inputs.with(
                REFERENCE_SHARES,
                inputs.of(REFERENCE_SHARES).where(col("period_from").equalTo(first)));
        Row partly = readiness(inputs);
        assertEquals("partly", partly.getString(0));
        assertTrue(
                partly.getString(1)
                        .matches(
                                "only \\d+\\.\\d % of followers arrived in quarters in which 10 lists gained 100; the others are"
                                        + " compared with nobody"),
                partly.getString(1));
    }

    private static Row readiness(TestInputs inputs) {
        return new FingerprintFindings(OPTIONS).readiness(inputs).first();
    }

    /** The definition, in plain Java, of one number: the median share over lists. */
    @Test
    void theReferenceIsTheMedianOverLists(Drawings draw) {
        TestInputs inputs = analysed(lists(true), draw);
        Map<String, Map<Long, Map<Integer, Integer>>> counted = new TreeMap<>();
        for (Row tie : inputs.of(ARRIVALS).limit(100_000).collectAsList()) {
            long arrived = tie.<Timestamp>getAs("arrived_after").toInstant().getEpochSecond();
            long created = tie.<Timestamp>getAs("created_at").toInstant().getEpochSecond();
            if ((arrived - created) / 86_400 >= OPTIONS.minAgeDays()) {
                String period = Long.toString(arrived / 86_400 / 91);
                counted.computeIfAbsent(period, any -> new HashMap<>())
                        .computeIfAbsent(tie.getLong(1), any -> new HashMap<>())
                        .merge((int) (created / 86_400 / 365), 1, Integer::sum);
            }
        }
        List<String> expected = new ArrayList<>();
        counted.forEach((period, lists) -> {
            lists.values().removeIf(bins -> total(bins) < OPTIONS.minInPeriod());
            if (lists.size() >= OPTIONS.minLists()) {
                expected.add(period + " " + lists.size() + " " + median(lists, 44));
            }
        });
        List<String> actual = new PopulationScan(OPTIONS, inputs)
                        .reference()
                        .where(col("bin_days").equalTo(365).and(col("bin").equalTo(44)))
                        .orderBy("period")
                        .limit(1_000)
                        .collectAsList()
                        .stream()
                        .map(row -> row.getAs("period") + " " + row.getAs("lists") + " " + row.<Double>getAs("share"))
                        .toList();

        assertTrue(actual.size() > 2, actual::toString);
        assertEquals(expected.stream().filter(line -> !line.endsWith(" 0.0")).toList(), actual);
    }

    private static int total(Map<Integer, Integer> bins) {
        return bins.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double median(Map<Long, Map<Integer, Integer>> lists, int bin) {
        double[] shares = lists.values().stream()
                .mapToDouble(bins -> (double) bins.getOrDefault(bin, 0) / total(bins))
                .sorted()
                .toArray();
        double below = shares[(shares.length - 1) / 2];
        return shares.length % 2 == 1 ? below : below + (shares[shares.length / 2] - below) * 0.5;
    }

    private static Lists lists(boolean population) {
        Lists lists = new Lists(5);
        for (long account = 1; account <= (population ? LISTS : 3); account++) {
            lists.organic(account, 1_500);
        }
        return lists;
    }

    private static TestInputs analysed(Lists lists, Drawings draw) {
        return analysed(lists.inputs(draw, LotOptions.defaults()));
    }

    private static TestInputs analysed(TestInputs inputs) {
        inputs.with(REFERENCE_SHARES, new ReferenceShares(OPTIONS).derive(inputs));
        return inputs.with(BATCH_CELLS, new BatchCells(OPTIONS).derive(inputs).localCheckpoint());
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        return FINDINGS.conform(Compared.findings(new FingerprintFindings(OPTIONS), inputs));
    }
}
