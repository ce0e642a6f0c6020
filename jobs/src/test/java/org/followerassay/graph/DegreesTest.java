package org.followerassay.graph;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.GraphTables.DEGREE_DISTRIBUTION;
import static org.followerassay.table.GraphTables.GRAPH_FACTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.IngestTables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class DegreesTest {
    @Test
    void aMutualFollowCountsForBothSides(Drawings draw) {
        Dataset<Row> follows = draw.follows("""
                ann <-> bob
                ann  -> cat dan
                """);

        assertTable("""
                account  followers  followees  mutual  overlap_index
                ann      1          3          1       1
                bob      1          1          1       1
                cat      1          0          0       -
                dan      1          0          0       -
                """, Degrees.of(follows), draw);
    }

    @Test
    void snapshotsAreCountedApart(Drawings draw) {
        Dataset<Row> follows = draw.follows("2026-01-01T00:00:00Z", "ann -> bob")
                .unionByName(draw.follows("2026-02-01T00:00:00Z", "bob -> ann"));

        assertTable("""
                snapshot    account  followers  followees  mutual
                2026-01-01  ann      0          1          0
                2026-01-01  bob      1          0          0
                2026-02-01  ann      1          0          0
                2026-02-01  bob      0          1          0
                """, Degrees.of(follows), draw);
    }

    @Test
    void bothReciprocitiesOfASmallGraph(Drawings draw) {
        TestInputs inputs = degrees(draw, """
                ann <-> bob
                ann  -> cat
                dan  -> cat
                """);

        assertTable("""
                accounts  ties  followed_accounts  following_accounts  connected_pairs  mutual_pairs  pair_reciprocity  tie_reciprocity
                4         4     3                  3                   3                1             0.3333            0.5
                """, GRAPH_FACTS.conform(new GraphFacts().derive(inputs)), draw);
    }

    @Test
    void theDistributionCountsAccountsOfEachDegree(Drawings draw) {
        TestInputs inputs = degrees(draw, """
                ann -> bob cat
                dan -> bob
                """);

        assertTable("""
                direction  ties  accounts
                followees  0     2
                followees  1     1
                followees  2     1
                followers  0     2
                followers  1     1
                followers  2     1
                """, DEGREE_DISTRIBUTION.conform(new DegreeDistribution().derive(inputs)), draw);
    }

    @ParameterizedTest(name = "random graph, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithItsDefinition(int seed, Drawings draw) {
        Random random = new Random(seed);
        int accounts = 9;
        boolean[][] follows = new boolean[accounts][accounts];
        StringBuilder drawing = new StringBuilder();
        for (int i = 0; i < accounts; i++) {
            for (int j = 0; j < accounts; j++) {
                if (i != j && random.nextInt(100) < 10 * seed) {
                    follows[i][j] = true;
                    drawing.append("n").append(i).append(" -> n").append(j).append("\n");
                }
            }
        }

        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < accounts; i++) {
            int followers = 0;
            int followees = 0;
            int mutual = 0;
            for (int j = 0; j < accounts; j++) {
                followers += follows[j][i] ? 1 : 0;
                followees += follows[i][j] ? 1 : 0;
                mutual += follows[i][j] && follows[j][i] ? 1 : 0;
            }
            if (followers + followees > 0) {
                expected.put("n" + i, followers + " " + followees + " " + mutual);
            }
        }

        Dataset<Row> shuffled = draw.follows(drawing.toString()).repartition(5);
        Map<String, String> actual =
                Degrees.of(shuffled).select("account", "followers", "followees", "mutual").collectAsList().stream()
                        .collect(Collectors.toMap(
                                row -> draw.name(row.getLong(0)),
                                row -> row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3),
                                (one, other) -> one,
                                TreeMap::new));
        assertEquals(expected, actual);
    }

    @Test
    void componentsAreNamedAfterTheirSmallestAccount(Drawings draw) {
        Dataset<Row> edges = draw.follows("""
                        ann -> bob
                        cat -> bob
                        dan -> eve
                        """)
                .select(col("follower").as("account"), col("followee").as("other_account"));

        Dataset<Row> components = ConnectedComponents.of(edges).withColumnRenamed("component", "other_account");

        assertTable("""
                account  other_account
                ann      ann
                bob      ann
                cat      ann
                dan      dan
                eve      dan
                """, components, draw);
    }

    @Test
    void aGraphWithoutEdgesHasNoComponents(Drawings draw) {
        Dataset<Row> edges = draw.follows("")
                .select(col("follower").as("account"), col("followee").as("other_account"));

        assertEquals(0, ConnectedComponents.of(edges).count());
    }

    private static TestInputs degrees(Drawings draw, String drawing) {
        Dataset<Row> follows = IngestTables.FOLLOWS.conform(draw.follows(drawing));
        return new TestInputs(draw.session()).with(DEGREES, Degrees.of(follows));
    }
}
