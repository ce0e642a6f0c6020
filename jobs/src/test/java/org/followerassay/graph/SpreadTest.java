package org.followerassay.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SpreadTest {
    /** Graphs in one job, told apart by their ids: scores don't pass from one to another. */
    private static final int GRAPHS = 40;

    private static final StructType EDGES =
            new StructType().add("from", DataTypes.LongType).add("to", DataTypes.LongType);
    private static final StructType SEEDS = new StructType()
            .add("account", DataTypes.LongType)
            .add("weight", DataTypes.DoubleType)
            .add("least_fan", DataTypes.DoubleType);

    @Test
    void bothFormsGiveTheScoresOfTheDefinition(SparkSession session) {
        for (Spread spread : List.of(new Spread(0.85, 5), new Spread(1, 5), new Spread(1, 0))) {
            Random random = new Random(spread.rounds());
            Map<Long, Set<Long>> edges = new TreeMap<>();
            Map<Long, Double> seeds = new TreeMap<>();
            for (long graph = 0; graph < GRAPHS; graph++) {
                int accounts = 2 + random.nextInt(9);
                for (int edge = 0; edge < random.nextInt(25); edge++) {
                    long from = 100 * graph + random.nextInt(accounts);
                    long to = 100 * graph + random.nextInt(accounts);
                    if (from != to) {
                        edges.computeIfAbsent(from, unseen -> new TreeSet<>()).add(to);
                    }
                }
                for (int seed = 0; seed < random.nextInt(3); seed++) {
                    seeds.put(100 * graph + random.nextInt(accounts), 1.0 + random.nextInt(3));
                }
            }
            Map<Long, Double> expected = byDefinition(spread, edges, seeds);

            assertFalse(expected.isEmpty());
            assertScores(expected, spread.inOneTask(rows(session, edges, 3), seeds(session, seeds)));
            assertScores(expected, spread.inManyTasks(rows(session, edges, 3), seeds(session, seeds)));
        }
    }

    @Test
    void withoutSeedsOrEdgesNothingSpreads(SparkSession session) {
        Spread spread = new Spread(0.85, 3);
        Map<Long, Set<Long>> edges = Map.of(1L, Set.of(2L));

        assertScores(Map.of(), spread.inOneTask(rows(session, edges, 1), seeds(session, Map.of())));
        assertScores(Map.of(7L, 0.15), spread.inOneTask(rows(session, Map.of(), 1), seeds(session, Map.of(7L, 1.0))));
        assertScores(Map.of(7L, 0.15), spread.inManyTasks(rows(session, Map.of(), 1), seeds(session, Map.of(7L, 1.0))));
    }

    /** Accounts that no edge names are none of everybody, whatever is said of their shares. */
    @Test
    void everybodyIsEachEndOfAnEdge(SparkSession session) {
        Map<Long, Set<Long>> edges = Map.of(1L, Set.of(2L, 3L), 2L, Set.of(3L), 8L, Set.of(1L));
        Map<Long, Double> all = new TreeMap<>(Map.of(1L, 1.0, 2L, 1.0, 3L, 1.0, 8L, 1.0));
        Map<Long, Double> expected = byDefinition(new Spread(0.85, 4), edges, all);
        all.put(9L, 1.0);
        Dataset<Row> leastFans = seeds(session, all).drop("weight");

        Spread everybody = new Spread(0.85, 4, 1);
        assertScores(expected, everybody.inOneTask(rows(session, edges, 2), leastFans));
        assertScores(expected, everybody.inManyTasks(rows(session, edges, 2), leastFans));
        Dataset<Row> none = leastFans.where("false");
        assertScores(
                Map.of(2L, 1.0, 5L, 1.0),
                new Spread(0.5, 1, 1).inOneTask(rows(session, Map.of(2L, Set.of(5L), 5L, Set.of(2L)), 2), none));
    }

    @Test
    void withoutTheColumnEveryEdgeIsAShare(SparkSession session) {
        Dataset<Row> edges = rows(session, Map.of(2L, Set.of(3L)), 1);
        Dataset<Row> seeds = seeds(session, Map.of(2L, 1.0)).drop("least_fan");

        assertScores(Map.of(3L, 1.0), new Spread(1, 1).inOneTask(edges, seeds));
        assertScores(Map.of(3L, 1.0), new Spread(1, 1).inManyTasks(edges, seeds));
    }

    private static Map<Long, Double> byDefinition(Spread spread, Map<Long, Set<Long>> edges, Map<Long, Double> seeds) {
        Set<Long> accounts = new HashSet<>(seeds.keySet());
        edges.forEach((from, ends) -> {
            accounts.add(from);
            accounts.addAll(ends);
        });
        int rounds = spread.rounds() > 0 ? spread.rounds() : (int) Math.ceil(Math.log(accounts.size()) / Math.log(2));
        Map<Long, Double> scores = new HashMap<>(seeds);
        for (int round = 0; round < rounds; round++) {
            Map<Long, Double> next = new HashMap<>();
            seeds.forEach((seed, weight) -> next.put(seed, (1 - spread.damping()) * weight));
            Map<Long, Double> before = scores;
            edges.forEach((from, ends) -> ends.forEach(to -> next.merge(
                    to, spread.damping() * before.getOrDefault(from, 0.0) / fan(from, ends, seeds), Double::sum)));
            scores = next;
        }
        scores.values().removeIf(score -> score == 0);
        return scores;
    }

    private static double fan(long from, Set<Long> ends, Map<Long, Double> seeds) {
        Double least = seeds.containsKey(from) ? leastFan(from) : null;
        return least == null ? ends.size() : Math.max(ends.size(), least);
    }

    /** Some seeds cut their score into more shares than they have edges. */
    private static Double leastFan(long seed) {
        return seed % 3 == 0 ? null : Double.valueOf(seed % 7);
    }

    private static void assertScores(Map<Long, Double> expected, Dataset<Row> scores) {
        Map<Long, Double> found = new TreeMap<>();
        for (Row row : scores.select("account", "score").collectAsList()) {
            found.put(row.getLong(0), row.getDouble(1));
        }
        assertEquals(new TreeSet<>(expected.keySet()), found.keySet());
        expected.forEach((account, score) -> assertEquals(score, found.get(account), 1e-12));
    }

    /** Some edges twice, in any order. */
    private static Dataset<Row> rows(SparkSession session, Map<Long, Set<Long>> edges, int partitions) {
        List<Row> rows = new ArrayList<>();
        edges.forEach((from, ends) -> ends.forEach(to -> {
            rows.add(RowFactory.create(from, to));
            if ((from + to) % 3 == 0) {
                rows.add(RowFactory.create(from, to));
            }
        }));
        Collections.shuffle(rows, new Random(7));
        return session.createDataFrame(rows, EDGES).repartition(partitions);
    }

    private static Dataset<Row> seeds(SparkSession session, Map<Long, Double> seeds) {
        List<Row> rows = new ArrayList<>();
        seeds.forEach((account, weight) -> rows.add(RowFactory.create(account, weight, leastFan(account))));
        return session.createDataFrame(rows, SEEDS);
    }
}
