package org.followerassay.signature.trust;

import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.table.TrustTables.COLLUSION;
import static org.followerassay.table.TrustTables.TRUST;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TrustTest {
    /** Bots follow a customer, a star, and a farmer who follows back; fans follow the star, and one of them the farmer. */
    private static final String MARKET = """
            bot1   -> customer star farmer
            bot2   -> customer star farmer
            farmer -> bot1 bot2
            fan1   -> star farmer
            fan2   -> star
            ann    <-> bea
            bea    <-> cat
            cat    <-> ann
            """;

    @Test
    void whoFollowsBackIsBlamedAndWhoIsFollowedIsNot(Drawings draw) {
        TestInputs inputs = inputs(draw);
        inputs.with(
                SIGNATURE_MATCHES,
                draw.rows(
                        SIGNATURE_MATCHES,
                        List.of(
                                match(draw, "bot1", "customer", "lots"),
                                match(draw, "bot2", "customer", "lots"),
                                match(draw, "fan2", "star", "lots"))));
        inputs.with(
                FINDINGS,
                draw.rows(
                        FINDINGS,
                        List.of(
                                finding(draw, "customer", "lots", "strong"),
                                finding(draw, "star", "lots", "moderate"))));

        // After one round: a bot keeps 0.15, and passes 0.85 to its only follower, the farmer.
        Dataset<Row> oneRound = COLLUSION.conform(new Collusion(new TrustOptions(0.85, 1, 100)).derive(inputs));
        assertTable("""
                account  collusion  seed   seeds_followed
                bot1     0.15       true   0
                bot2     0.15       true   0
                farmer   1.7        false  2
                """, oneRound, draw);
        // The farmer's goes on to those who follow it, a third each.
        Dataset<Row> twoRounds = COLLUSION.conform(new Collusion(new TrustOptions(0.85, 2, 100)).derive(inputs));
        assertTable("""
                account  collusion  seed   seeds_followed
                bot1     0.6317     true   0
                bot2     0.6317     true   0
                fan1     0.4817     false  0
                farmer   0.255      false  2
                """, twoRounds, draw);
    }

    @Test
    void trustStaysWhereItsSeedsAre(Drawings draw) {
        TestInputs inputs = inputs(draw);
        inputs.with(
                ARRIVAL_ESTIMATES,
                draw.rows(
                        ARRIVAL_ESTIMATES,
                        List.of("snapshot", "account", "listed", "enough_data", "tier", "families", "matched"),
                        new Object[] {DAY_1, draw.id("ann"), 200L, true, "none", "", 0L},
                        new Object[] {DAY_1, draw.id("farmer"), 200L, true, "weak", "batch", 0L},
                        new Object[] {DAY_1, draw.id("bea"), 20L, false, "none", "", 0L}));

        // Six accounts, hence three rounds; ten mutual ends. bot1, bot2 and farmer are out of reach. The triangle:
        // 1 0 0 → 0 1/2 1/2 → 1/2 1/4 1/4 → 1/4 3/8 3/8, each over two ties, times ten.
        assertTable("""
                account  trust  seed   mutual
                ann      1.25   true   2
                bea      1.875  false  2
                cat      1.875  false  2
                bot1     0      false  1
                bot2     0      false  1
                farmer   0      false  2
                """, TRUST.conform(new Trust(TrustOptions.defaults()).derive(inputs)), draw);
    }

    @Test
    void oneTaskAndJoinsGiveTheSame(Drawings draw) {
        TestInputs inputs = inputs(draw);
        inputs.with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, List.of(match(draw, "bot1", "customer", "lots"))));
        inputs.with(FINDINGS, draw.rows(FINDINGS, List.of(finding(draw, "customer", "lots", "strong"))));
        List<TreeSet<String>> results = new ArrayList<>();
        for (long taskTies : new long[] {0, 100}) {
            results.add(new TreeSet<>(COLLUSION
                    .conform(new Collusion(new TrustOptions(0.85, 10, taskTies)).derive(inputs))
                    .toJSON()
                    .collectAsList()));
        }
        assertEquals(results.get(0), results.get(1));
    }

    @Test
    void withoutStrongFindingsNobodyIsBlamed(Drawings draw) {
        TestInputs inputs = inputs(draw);

        assertEquals(0, new Collusion(TrustOptions.defaults()).derive(inputs).count());
        assertEquals(0, new Trust(TrustOptions.defaults()).derive(inputs).count());
    }

    private static TestInputs inputs(Drawings draw) {
        Dataset<Row> follows = draw.follows(MARKET);
        List<Row> coverage = new ArrayList<>();
        for (String account : List.of("customer", "star", "farmer", "bot1", "bot2", "ann", "bea", "cat")) {
            coverage.add(RowFactory.create(DAY_1, draw.id(account), "followers", 2L, null, true, null));
        }
        return new TestInputs(draw.session()).with(FOLLOWS, follows).with(COVERAGE, draw.rows(COVERAGE, coverage));
    }

    private static Row match(Drawings draw, String follower, String followee, String signature) {
        return RowFactory.create(DAY_1, draw.id(followee), draw.id(follower), signature, 0.9, "lot 1");
    }

    private static Row finding(Drawings draw, String account, String signature, String tier) {
        return RowFactory.create(
                DAY_1, draw.id(account), signature, "arrivals", tier, 1.0, 2L, null, null, "two followers", "select 1");
    }
}
