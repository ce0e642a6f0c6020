package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ChurnTables.ACTORS;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Pipeline;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class ChurnRunsTest {
    @Test
    void anExportWithoutListsAllowsNothing(Drawings draw) {
        assertRuns("""
                signature            needs  ran  reason
                follow changes       E T    no   no such list is in the export
                follow churn         E T    no   no such list is in the export
                follow-back residue  E      no   no account has 50 followers whose own ties are in the export
                """, new History(draw), draw);
    }

    @Test
    void oneSnapshotIsNoHistory(Drawings draw) {
        assertRuns("""
                signature            ran  reason
                follow changes       no   one snapshot only
                follow churn         no   no such list is in the export
                follow-back residue  no   no account has 50 followers whose own ties are in the export
                """, new History(draw).followers(1, "ann", "bob").followers(1, "dan", "bob"), draw);
    }

    @Test
    void snapshotsOfDifferentListsAreNoHistoryEither(Drawings draw) {
        assertRuns("""
                signature            ran  reason
                follow changes       no   no account has two complete follower or followee lists
                follow churn         no   no account has two complete lists of the accounts that it follows
                follow-back residue  no   no account has 50 followers whose own ties are in the export
                """, new History(draw).followees(1, "ann", "bob").followees(2, "dan", "bob"), draw);
    }

    @Test
    void pairsThatCannotBeComparedAreCounted(Drawings draw) {
        History history = new History(draw)
                .followees(1, "ann", "bob")
                .followees(2, "ann", "bob")
                .followers(1, "ann", "bob")
                .list(2, "ann", "followers", false);

        assertRuns("""
                signature            ran     reason
                follow changes       partly  1 of 2 pairs of snapshots can't be compared, see snapshot_pairs
                follow churn         yes     (empty)
                follow-back residue  no      no account has 50 followers whose own ties are in the export
                """, history, draw);
    }

    @Test
    void accountsWithoutPeersAreCounted(Drawings draw) {
        List<String> columns = List.of("snapshot", "account", "measured", "peers");
        TestInputs inputs = new TestInputs(draw.session())
                .with(
                        FOLLOW_BACK_RESIDUE,
                        draw.rows(
                                FOLLOW_BACK_RESIDUE,
                                columns,
                                new Object[] {DAY_1, 1L, 50L, 10L},
                                new Object[] {DAY_1, 2L, 50L, 9L},
                                new Object[] {DAY_1, 3L, 50L, 0L}));

        assertTable(
                """
                signature            ran     reason
                follow-back residue  partly  accounts with fewer than 10 peers of their size can't be judged: 2 of 3
                """,
                SIGNATURE_RUNS
                        .conform(new ChurnRuns(Residue.defaults()).derive(inputs))
                        .where("signature = 'follow-back residue'"),
                draw);
    }

    @Test
    void patternsOfActorsNeedFollowsInTheLedger(Drawings draw) {
        TestInputs none = new TestInputs(draw.session());
        List<String> columns = List.of("account", "follows");
        TestInputs some =
                new TestInputs(draw.session()).with(ACTORS, draw.rows(ACTORS, columns, new Object[][] {{1L, 1L}}));
        String actors = "signature in ('mass following', 'follow churning', 'follow-back fishing', 'software rhythm')";

        assertEquals(
                4,
                new ChurnRuns(Residue.defaults())
                        .derive(none)
                        .where(actors + " and ran = 'no' and reason = 'the ledger holds no follow'")
                        .count());
        assertEquals(
                4,
                new ChurnRuns(Residue.defaults())
                        .derive(some)
                        .where(actors + " and ran = 'yes'")
                        .count());
    }

    @Test
    void theStepsFormAPipelineAndHaveNamesOfTheirOwn() {
        List<Derivation> steps = ChurnSteps.steps(ChurnOptions.defaults());
        Set<String> names = steps.stream().map(Derivation::name).collect(Collectors.toSet());

        assertEquals(steps.size(), names.size());
        assertEquals(steps.size(), Pipeline.of(steps).steps().size());
    }

    private static void assertRuns(String expected, History history, Drawings draw) {
        TestInputs inputs = history.after(Ledger.pairs(Suspects.defaults()));
        Dataset<Row> runs = SIGNATURE_RUNS.conform(new ChurnRuns(Residue.defaults()).derive(inputs));
        assertTable(
                expected,
                runs.where("signature like 'follow ch%' or signature like '%residue'")
                        .where("signature <> 'follow churning'")
                        .withColumn(
                                "reason",
                                when(col("reason").equalTo(""), "(empty)").otherwise(col("reason"))),
                draw);
    }
}
