package org.followerassay.signature.synchronicity;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SynchronicityTables.DEGREE_CELLS;
import static org.followerassay.table.SynchronicityTables.SYNCHRONICITY;
import static org.followerassay.table.SynchronicityTables.SYNCHRONISED_AUDIENCES;
import static org.followerassay.testkit.Drawings.DAY_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/**
 * 400 accounts, their popularity by Zipf's law; whom each follower follows, and who has never posted.
 *
 * <p>Honest ones follow 15 to 60 by popularity. Of a fleet of 120, each follows 25 to 45 of the customers 301 to 360. 100
 * newcomers follow the accounts 101 to 120, which were suggested to them, and nobody else. Fleet and newcomers hardly post.
 */
record Fleet(Map<Long, Set<Long>> followees, Set<Long> silent) {
    static final int LISTED = 400;
    static final long FIRST_FLEET = 5_000;
    static final long FIRST_NEWCOMER = 7_000;

    static Fleet of(long seed, int honest) {
        Random random = new Random(seed);
        double[] upTo = new double[LISTED + 1];
        for (int rank = 1; rank <= LISTED; rank++) {
            upTo[rank] = upTo[rank - 1] + Math.pow(rank, -0.8);
        }
        Map<Long, Set<Long>> followees = new TreeMap<>();
        Set<Long> silent = new TreeSet<>();
        for (long follower = 1_000; follower < 1_000 + honest; follower++) {
            Set<Long> follows = new TreeSet<>();
            int wanted = 15 + random.nextInt(46);
            while (follows.size() < wanted) {
                double drawn = random.nextDouble() * upTo[LISTED];
                int rank = 1;
                while (upTo[rank] < drawn) {
                    rank++;
                }
                follows.add((long) rank);
            }
            followees.put(follower, follows);
            if (random.nextInt(100) < 20) {
                silent.add(follower);
            }
        }
        for (long bot = FIRST_FLEET; bot < FIRST_FLEET + 120; bot++) {
            List<Long> customers =
                    new ArrayList<>(LongStream.rangeClosed(301, 360).boxed().toList());
            Collections.shuffle(customers, random);
            followees.put(bot, new TreeSet<>(customers.subList(0, 25 + random.nextInt(21))));
            silent.add(bot);
        }
        for (long newcomer = FIRST_NEWCOMER; newcomer < FIRST_NEWCOMER + 100; newcomer++) {
            followees.put(
                    newcomer,
                    new TreeSet<>(LongStream.rangeClosed(101, 120).boxed().toList()));
            silent.add(newcomer);
        }
        return new Fleet(followees, silent);
    }

    TestInputs inputs(Drawings draw, int partitions) {
        List<Row> follows = new ArrayList<>();
        Map<Long, Long> listed = new HashMap<>();
        List<Object[]> profiles = new ArrayList<>();
        followees.forEach((follower, theirs) -> {
            theirs.forEach(followee -> {
                follows.add(RowFactory.create(DAY_1, followee, follower, null, null));
                listed.merge(followee, 1L, Long::sum);
            });
            profiles.add(new Object[] {DAY_1, follower, silent.contains(follower) ? 0L : 120L});
        });
        List<Row> coverage = new ArrayList<>();
        listed.forEach((account, ties) ->
                coverage.add(RowFactory.create(DAY_1, account, "followers", ties, null, true, null)));
        Collections.shuffle(follows, new Random(partitions));
        return measured(new TestInputs(draw.session())
                .with(
                        FOLLOWS,
                        draw.rows(FOLLOWS, follows).repartition(partitions).localCheckpoint())
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS, List.of("snapshot", "account", "posts"), profiles.toArray(Object[][]::new))));
    }

    static TestInputs measured(TestInputs inputs) {
        SynchronicityOptions options = SynchronicityOptions.defaults();
        inputs.with(DEGREE_CELLS, new DegreeCells().derive(inputs).localCheckpoint());
        inputs.with(SYNCHRONICITY, new Synchronicity(options).derive(inputs).localCheckpoint());
        return inputs.with(
                SYNCHRONISED_AUDIENCES,
                new SynchronisedAudiences(options).derive(inputs).localCheckpoint());
    }

    /** Synchronicity, normality and least synchronicity of each measured follower, by the definition. */
    Map<Long, double[]> byDefinition() {
        Map<Long, int[]> degrees = new HashMap<>();
        followees.forEach((follower, theirs) -> {
            degrees.computeIfAbsent(follower, unseen -> new int[2])[1] += theirs.size();
            theirs.forEach(followee -> degrees.computeIfAbsent(followee, unseen -> new int[2])[0]++);
        });
        Map<String, Double> share = new HashMap<>();
        degrees.values().forEach(degree -> share.merge(cell(degree), 1.0 / degrees.size(), Double::sum));
        double concentration = share.values().stream().mapToDouble(q -> q * q).sum();
        Map<Long, double[]> measured = new TreeMap<>();
        followees.forEach((follower, theirs) -> {
            if (theirs.size() >= 20) {
                Map<String, Double> own = new HashMap<>();
                theirs.forEach(followee -> own.merge(cell(degrees.get(followee)), 1.0 / theirs.size(), Double::sum));
                double s = own.values().stream().mapToDouble(p -> p * p).sum();
                double n = own.entrySet().stream()
                        .mapToDouble(cell -> cell.getValue() * share.get(cell.getKey()))
                        .sum();
                double least = (2 * n - share.size() * n * n - concentration) / (1 - share.size() * concentration);
                measured.put(follower, new double[] {s, n, least});
            }
        });
        return measured;
    }

    private static String cell(int[] degree) {
        return (31 - Integer.numberOfLeadingZeros(degree[0] + 1)) + " "
                + (31 - Integer.numberOfLeadingZeros(degree[1] + 1));
    }
}
