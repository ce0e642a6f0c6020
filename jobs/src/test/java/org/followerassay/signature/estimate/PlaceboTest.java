package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.table.LockstepTables.LOCKSTEP_MEMBERS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.signature.lockstep.DatedTies;
import org.followerassay.signature.lockstep.Deliveries;
import org.followerassay.signature.lockstep.LockstepCandidates;
import org.followerassay.signature.lockstep.LockstepCrowds;
import org.followerassay.signature.lockstep.LockstepFindings;
import org.followerassay.signature.lockstep.LockstepMembers;
import org.followerassay.signature.lockstep.LockstepOptions;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class PlaceboTest {
    private static final LockstepOptions OPTIONS = LockstepOptions.defaults();
    private static final LockstepFindings LOCKSTEP = new LockstepFindings(OPTIONS);
    private static final List<Derivation> MEASURES = List.of(
            new DatedTies(),
            new LockstepCandidates(OPTIONS),
            new LockstepCrowds(OPTIONS),
            new LockstepMembers(OPTIONS));

    /** Twelve accounts; two of them were sent the same crowd, and the placebo knows by the matches. */
    @Test
    void crowdsHaveAPlacebo(Drawings draw) {
        TestInputs inputs = world(draw, 12, 100);
        assertTrue(inputs.rows(LOCKSTEP_MEMBERS) >= 80);
        Dataset<Row> matches = LOCKSTEP.members(inputs)
                .withColumn("snapshot", lit(Drawings.at("2026-01-01T00:00:00Z")))
                .withColumn("followee", col("account"))
                .withColumn("signature", lit("lockstep"));
        inputs.with(SIGNATURE_MATCHES, matches.localCheckpoint());
        Derivation placebo = Placebo.of(List.of(LOCKSTEP), MEASURES).get(0);

        assertEquals("rewired placebo for lockstep", placebo.name());
        Dataset<Row> rows = PLACEBO.conform(placebo.derive(inputs)).localCheckpoint();
        assertTable("""
                signature  placebo  matched  matched_share  named_together  accounts  accounts_matched
                lockstep   rewired  0        0              10              12        0
                """, rows, draw);
        double ties = rows.first().<Long>getAs("ties");
        double square = 1.959964 * 1.959964;
        assertEquals(square / (ties / 10 + square), rows.first().<Double>getAs("matched_share_high"), 1e-8);
    }

    /** Accounts keep how many they gained in each week, followers when they followed; who followed whom changes. */
    @Test
    void datedTiesAreDealtWithinTheirWeek(Drawings draw) {
        Dataset<Row> before = world(draw, 60, 25)
                .of(DATED_TIES)
                .withColumnRenamed("account", "followee")
                .localCheckpoint();
        Dataset<Row> dealt = Rewired.dated(before.repartition(3)).localCheckpoint();

        assertEquals(0, dealt.exceptAll(Rewired.dated(before.repartition(5))).count(), "another hand");
        assertTrue(
                dealt.count() >= before.count() * 0.95, "met their like: " + dealt.count() + " of " + before.count());
        Dataset<Row> times = dealt.withColumnRenamed("account", "followee").select("followee", "followed_at");
        assertEquals(
                0, times.exceptAll(before.select("followee", "followed_at")).count());
        String week = "floor(unix_date(to_date(followed_at)) / 7) as week";
        assertEquals(
                0,
                dealt.selectExpr("follower", week)
                        .exceptAll(before.selectExpr("follower", week))
                        .count());
        Dataset<Row> same = dealt.withColumnRenamed("account", "followee")
                .join(before.select("followee", "follower"), new String[] {"followee", "follower"});
        assertTrue(same.count() < before.count() / 2, "hardly dealt at all: " + same.count() + " of " + before.count());
    }

    /** 16 of 1,600 in one group of 16 tell as much as one of 100. */
    @Test
    void tiesThatAreNamedAtOnceTellAsMuchAsOne(Drawings draw) {
        Dataset<Row> one = draw.session().range(1).toDF();

        assertTable(
                """
                alone   together
                0.0162  0.0545
                """,
                one.select(
                        Placebo.upper(lit(16), lit(1_600), lit(1.0)).as("alone"),
                        Placebo.upper(lit(16), lit(1_600), lit(16.0)).as("together")),
                draw);
    }

    private static TestInputs world(Drawings draw, int accounts, int followersEach) {
        TestInputs inputs = new Deliveries(1)
                .organic(LongStream.rangeClosed(1, accounts).boxed().toList(), followersEach)
                .delivered("pool", List.of(2L, 5L), 50, Duration.ofMinutes(50), false)
                .inputs(draw, false, 1, 2);
        MEASURES.forEach(inputs::derive);
        return inputs;
    }
}
