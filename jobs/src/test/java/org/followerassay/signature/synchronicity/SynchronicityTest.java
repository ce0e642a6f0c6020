package org.followerassay.signature.synchronicity;

import static org.followerassay.signature.synchronicity.Fleet.FIRST_FLEET;
import static org.followerassay.signature.synchronicity.Fleet.FIRST_NEWCOMER;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SynchronicityTables.DEGREE_CELLS;
import static org.followerassay.table.SynchronicityTables.SYNCHRONICITY;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SynchronicityTest {
    private static final SynchronicityFindings SIGNATURE = new SynchronicityFindings(SynchronicityOptions.defaults());

    @Test
    void aFleetIsFoundAtItsCustomersAndASuggestedListOrOneWithoutProfilesIsWeak(Drawings draw) {
        TestInputs inputs = Fleet.of(1, 1_500).inputs(draw, 2);

        assertEquals(
                List.of(),
                Recounted.notGiven(inputs, Compared.findings(SIGNATURE, inputs).limit(3)));
        Map<Long, String> tiers = new TreeMap<>();
        Map<Long, String> sentences = new TreeMap<>();
        for (Row row : FINDINGS.conform(Compared.findings(SIGNATURE, inputs))
                .select("account", "tier", "evidence")
                .collectAsList()) {
            tiers.put(row.getLong(0), row.getString(1));
            sentences.put(row.getLong(0), row.getString(2));
        }
        Map<Long, String> expected = new TreeMap<>();
        for (long account = 101; account <= 120; account++) {
            expected.put(account, "weak");
        }
        for (long account = 301; account <= 360; account++) {
            expected.put(account, "strong");
        }
        assertEquals(expected, tiers);
        assertTrue(sentences.get(101L).contains("100 of them follow exactly 20 accounts"), sentences.get(101L));
        for (Row row : SIGNATURE.members(inputs).where("account > 300").collectAsList()) {
            long follower = row.getAs("follower");
            assertTrue(follower >= FIRST_FLEET && follower < FIRST_NEWCOMER, "an honest follower: " + follower);
        }

        inputs.with(ACCOUNTS, inputs.of(ACCOUNTS).limit(0));
        assertTable(
                """
                tier
                weak
                """,
                FINDINGS.conform(Compared.findings(SIGNATURE, inputs))
                        .select("tier")
                        .distinct(),
                draw);
    }

    @Test
    void synchronicityAndNormalityAreThoseOfTheDefinition(Drawings draw) {
        Fleet fleet = Fleet.of(2, 300);
        Map<Long, double[]> expected = fleet.byDefinition();
        List<Row> rows = fleet.inputs(draw, 3)
                .of(SYNCHRONICITY)
                .select("follower", "synchronicity", "normality", "least")
                .collectAsList();

        assertEquals(expected.size(), rows.size());
        for (Row row : rows) {
            double[] by = expected.get(row.getLong(0));
            assertEquals(by[0], row.getDouble(1), 1e-9);
            assertEquals(by[1], row.getDouble(2), 1e-9);
            assertEquals(by[2], row.getDouble(3), 1e-9);
            assertTrue(by[0] >= by[2] - 1e-12, "no followees lie below the parabola");
        }
    }

    @Test
    void partitionsAndTheOrderOfRowsChangeNothing(Drawings draw) {
        Set<Set<String>> results = new HashSet<>();
        for (int partitions : List.of(1, 7)) {
            TestInputs inputs = Fleet.of(3, 300).inputs(draw, partitions);
            Set<String> rows = new TreeSet<>(inputs.of(SYNCHRONICITY).toJSON().collectAsList());
            rows.addAll(FINDINGS.conform(Compared.findings(SIGNATURE, inputs))
                    .toJSON()
                    .collectAsList());
            results.add(rows);
        }
        assertEquals(1, results.size());
    }

    @Test
    void withoutFollowersOfManyItSaysWhy(Drawings draw) {
        TestInputs inputs = Fleet.measured(new TestInputs(draw.session()));

        assertEquals(0, inputs.rows(DEGREE_CELLS));
        assertEquals(0, Compared.findings(SIGNATURE, inputs).count());
        assertTable("""
                ran  reason
                no   fewer than 200 followers who follow 20 of the listed accounts
                """, SIGNATURE.readiness(inputs), draw);
    }
}
