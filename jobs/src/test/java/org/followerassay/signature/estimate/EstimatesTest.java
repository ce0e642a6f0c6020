package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.signature.lockstep.DatedTies;
import org.followerassay.signature.lockstep.LockstepFindings;
import org.followerassay.signature.lots.LotFindings;
import org.followerassay.signature.shared.SharedAudienceFindings;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class EstimatesTest {
    private static final SignatureOptions OPTIONS = SignatureOptions.defaults();
    private static final Timestamp SNAPSHOT = Drawings.at("2026-01-01T00:00:00Z");

    /** Account 1: a strong lot of 100; 2: the same, weak; 3: nothing; 4: too small a list to say anything. */
    @Test
    void theLowerBoundCountsStrongFindingsAndTheUpperOneAll(Drawings draw) {
        assertTable("""
                account  tier    matched  share_low  share_high  q_value
                1        strong  100      0.079      0.0997      0.0021
                2        weak    0        0          0.0997      -
                3        none    0        0          0           -
                4        strong  30       -          -           0
                """, estimates(draw, 0.001), draw);
    }

    @Test
    void whatThePlaceboNamesIsSubtracted(Drawings draw) {
        assertTable("""
                account  share_low  share_high
                1        0.03       0.0997
                2        0          0.0997
                3        0          0
                4        -          -
                """, estimates(draw, 0.05), draw);
    }

    /** 40 dated ties tell little of lockstep, and nothing of accounts at which other signatures found something. */
    @Test
    void thePlaceboIsOfTheSignaturesThatFoundSomething(Drawings draw) {
        List<Row> findings = List.of(
                finding(1, "lots", "strong", 100),
                finding(1, "lockstep", "weak", 100),
                finding(2, "lockstep", "weak", 100));
        TestInputs inputs = new TestInputs(draw.session())
                .with(COVERAGE, draw.rows(COVERAGE, List.of(list(1, 1_000), list(2, 1_000), list(3, 1_000))))
                .with(FINDINGS, draw.rows(FINDINGS, findings))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, matches(1, 100, 0.8)))
                .with(
                        PLACEBO,
                        draw.rows(
                                PLACEBO,
                                List.of(
                                        RowFactory.create("lots", "rewired", 3_000L, 0L, 0.0, 15.0, 0.02, 3L, 0L),
                                        RowFactory.create("lockstep", "rewired", 40L, 0L, 0.0, 10.0, 0.49, 3L, 0L))));

        assertTable(
                """
                account  tier    share_low  share_high  placebo_share
                1        strong  0.06       0.2         0.02
                2        weak    0          0.1         0.49
                3        none    0          0           -
                """,
                estimates(inputs, List.of(new LotFindings(OPTIONS.lots()), new LockstepFindings(OPTIONS.lockstep()))),
                draw);
    }

    /** One of 200 lists with 20 followers where 8 were to be expected: somebody's list looks like that by chance. */
    @Test
    void whatIsOnlyUnlikelyIsNotNamedAmongMany(Drawings draw) {
        List<Row> coverage = new ArrayList<>();
        for (long account = 1; account <= 200; account++) {
            coverage.add(list(account, 1_000));
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(FINDINGS, draw.rows(FINDINGS, List.of(finding(7, "strong", 20))))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, matches(7, 20, 0.6)));

        assertTable("""
                account  tier  p_bound  q_value
                7        weak  1        1
                """, estimates(inputs).where(col("account").equalTo(7)), draw);
    }

    /** Two lots of 15 where as many were to be expected, one or so: either is one of the hundreds of thousands that were looked at. */
    @Test
    void twoUnlikelyGroupsAreNotOneFarMoreUnlikely(Drawings draw) {
        List<Row> lots = new ArrayList<>(matches(1, 1_000, 15, 0.93));
        lots.addAll(matches(1, 2_000, 15, 0.93));
        TestInputs inputs = new TestInputs(draw.session())
                .with(COVERAGE, draw.rows(COVERAGE, List.of(list(1, 20_000))))
                .with(FINDINGS, draw.rows(FINDINGS, List.of(finding(1, "strong", 30))))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, lots));

        assertTable("""
                account  tier  matched  p_bound
                1        weak  30       1
                """, estimates(inputs), draw);
    }

    /** Of ten who came to account 1 by events, three are in its list, five left before it was taken, two came after. */
    @Test
    void whoLeftBeforeTheListWasTakenIsNobodysFollower(Drawings draw) {
        Timestamp before = Drawings.at("2025-12-01T00:00:00Z");
        Timestamp after = Drawings.at("2026-01-02T00:00:00Z");
        List<Row> events = new ArrayList<>();
        List<Row> follows = new ArrayList<>();
        for (long i = 0; i < 10; i++) {
            Timestamp at = i < 8 ? before : after;
            events.add(RowFactory.create(1_000 + i, 1L, "follow", at, at));
            if (i < 3) {
                follows.add(RowFactory.create(SNAPSHOT, 1L, 1_000 + i, i, null));
            }
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(COVERAGE, draw.rows(COVERAGE, List.of(list(1, 300))))
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(FOLLOW_EVENTS, draw.rows(FOLLOW_EVENTS, events));

        assertEquals(5, new DatedTies().derive(inputs).count());
        assertTable("""
                account  listed
                1        302
                """, estimates(inputs), draw);
    }

    /** A class that came online together is a batch, and shares whom it follows. */
    @Test
    void weakFindingsOfTwoFamiliesStayWeak(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(COVERAGE, draw.rows(COVERAGE, List.of(list(1, 1_000))))
                .with(
                        FINDINGS,
                        draw.rows(
                                FINDINGS,
                                List.of(finding(1, "weak", 100), finding(1, "shared audience", "weak", 200))));

        assertTable(
                """
                account  tier  families          matched  share_low  share_high
                1        weak  batch, structure  0        0          0.3
                """,
                estimates(
                        inputs,
                        List.of(
                                new LotFindings(OPTIONS.lots()),
                                new SharedAudienceFindings(OPTIONS.sharedAudiences()))),
                draw);
    }

    @Test
    void dealingKeepsTheLengthOfListsAndWhatFollowersAre(Drawings draw) {
        List<Row> ties = new ArrayList<>();
        for (long followee = 1; followee <= 20; followee++) {
            for (long i = 0; i < 50; i++) {
                ties.add(RowFactory.create(SNAPSHOT, followee, 100 + (i * 7 + followee * 13) % 400, i, null));
            }
        }
        Dataset<Row> before = draw.rows(FOLLOWS, ties);
        Dataset<Row> dealt = Rewired.followers(before.repartition(3)).localCheckpoint();

        assertEquals(
                0, dealt.exceptAll(Rewired.followers(before.repartition(7))).count(), "another hand");
        assertTrue(dealt.count() >= 950, "ties that met their like");
        assertTrue(dealt.join(before, new String[] {"followee", "follower"}).count() < 250, "hardly dealt at all");
        Dataset<Row> followees = dealt.groupBy("follower").agg(count(lit(1)).as("now"));
        Dataset<Row> had = before.groupBy("follower").agg(count(lit(1)).as("before"));
        assertEquals(0, followees.join(had, "follower").where("now > before").count());
        Dataset<Row> ordered = Rewired.order(before);
        assertEquals(
                0,
                before.select("followee", "follower")
                        .exceptAll(ordered.select("followee", "follower"))
                        .count());
        assertTrue(ordered.join(before, new String[] {"followee", "follower", "position"})
                        .count()
                < 500);
    }

    private static Dataset<Row> estimates(Drawings draw, double placebo) {
        List<Row> matches = new ArrayList<>(matches(1, 100, 0.8));
        matches.addAll(matches(4, 30, 0.99));
        return estimates(new TestInputs(draw.session())
                .with(
                        COVERAGE,
                        draw.rows(COVERAGE, List.of(list(1, 1_000), list(2, 1_000), list(3, 1_000), list(4, 60))))
                .with(
                        FINDINGS,
                        draw.rows(
                                FINDINGS,
                                List.of(finding(1, "strong", 100), finding(2, "weak", 100), finding(4, "strong", 30))))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, matches))
                .with(
                        PLACEBO,
                        draw.rows(
                                PLACEBO,
                                List.of(
                                        RowFactory.create("lots", "rewired", 3_060L, 1L, 0.0003, 15.0, placebo, 4L, 1L),
                                        RowFactory.create("lots", "order", 3_060L, 130L, 0.04, 15.0, 0.05, 4L, 2L)))));
    }

    private static Dataset<Row> estimates(TestInputs inputs) {
        return estimates(inputs, List.of(new LotFindings(OPTIONS.lots())));
    }

    private static Dataset<Row> estimates(TestInputs inputs, List<ScoredSignature> signatures) {
        return ARRIVAL_ESTIMATES.conform(new ArrivalEstimates(OPTIONS.estimates(), signatures).derive(inputs));
    }

    private static Row list(long account, long listed) {
        return RowFactory.create(SNAPSHOT, account, "followers", listed, null, true, null);
    }

    private static Row finding(long account, String tier, long support) {
        return finding(account, "lots", tier, support);
    }

    private static Row finding(long account, String signature, String tier, long support) {
        return RowFactory.create(
                SNAPSHOT, account, signature, "arrivals", tier, 9.0, support, 0.0, 0.1, "a sentence", "select 1");
    }

    private static List<Row> matches(long account, int followers, double excess) {
        return matches(account, 1_000, followers, excess);
    }

    private static List<Row> matches(long account, long first, int followers, double excess) {
        List<Row> matches = new ArrayList<>();
        for (long follower = first; follower < first + followers; follower++) {
            matches.add(RowFactory.create(SNAPSHOT, account, follower, "lots", excess, "lot " + first));
        }
        return matches;
    }
}
