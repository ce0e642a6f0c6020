package org.followerassay.signature.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkTest.class)
class SharedPairsTest {
    /** As many as make so many tasks. */
    private static final long PAIRS_OF_A_TASK = 4_000_000;

    @ParameterizedTest(name = "seed {0}, {1} accounts, {2} followers, {3} tasks or more, {4} shared or more")
    @CsvSource({"1, 40, 300, 1, 1", "2, 40, 300, 7, 5", "3, 700, 60, 50, 3", "4, 3, 900, 200, 20", "5, 20, 0, 3, 1"})
    void asByCountingEachPairByItself(long seed, int accounts, int followers, int tasks, long least, Drawings draw) {
        SortedMap<Long, SortedSet<Integer>> lists = lists(new Random(seed), accounts, followers);

        Dataset<Row> counted = SharedPairs.of(ties(draw, lists), (tasks - 1) * PAIRS_OF_A_TASK, least);

        List<String> rows = counted.orderBy("number", "other_number", "followees_from").collectAsList().stream()
                .map(Row::toString)
                .toList();
        assertEquals(byHand(lists, least), rows);
        assertTrue(followers == 0 || !rows.isEmpty());
    }

    /** Followers of many accounts are few; ids are far apart, and some are 0 or as large as they get. */
    private static SortedMap<Long, SortedSet<Integer>> lists(Random random, int accounts, int followers) {
        SortedMap<Long, SortedSet<Integer>> lists = new TreeMap<>();
        for (int i = 0; i < followers; i++) {
            long follower = i == 0 ? 0 : i == 1 ? Long.MAX_VALUE : random.nextLong() >>> 1;
            int wanted = 1 + (int) (accounts * Math.pow(random.nextDouble(), 3));
            SortedSet<Integer> list = lists.computeIfAbsent(follower, none -> new TreeSet<>());
            for (int j = 0; j < wanted; j++) {
                list.add(1 + random.nextInt(accounts));
            }
        }
        return lists;
    }

    private static Dataset<Row> ties(Drawings draw, Map<Long, SortedSet<Integer>> lists) {
        List<Row> rows = new ArrayList<>();
        lists.forEach((follower, list) -> list.forEach(number -> rows.add(RowFactory.create(follower, number))));
        return draw.session().createDataFrame(rows, StructType.fromDDL("follower bigint, number int"));
    }

    private static List<String> byHand(Map<Long, SortedSet<Integer>> lists, long least) {
        SortedMap<List<Integer>, SortedMap<Integer, Integer>> pairs = new TreeMap<>((one, other) ->
                one.get(0).equals(other.get(0)) ? one.get(1) - other.get(1) : one.get(0) - other.get(0));
        for (SortedSet<Integer> list : lists.values()) {
            int from = Strata.FROM.stream()
                    .filter(start -> start <= list.size())
                    .max(Integer::compare)
                    .orElseThrow();
            for (int account : list) {
                for (int other : list.tailSet(account + 1)) {
                    pairs.computeIfAbsent(List.of(account, other), none -> new TreeMap<>())
                            .merge(from, 1, Integer::sum);
                }
            }
        }
        List<String> rows = new ArrayList<>();
        pairs.forEach((pair, strata) -> {
            int all = strata.values().stream().mapToInt(count -> count).sum();
            if (all >= least) {
                strata.forEach((from, count) ->
                        rows.add("[" + pair.get(0) + "," + pair.get(1) + "," + from + "," + count + "," + all + "]"));
            }
        });
        return rows;
    }

    @Test
    void countsHoldTheLargestNumbers() {
        PairCounts counts = new PairCounts();
        int last = (1 << 29) - 1;
        for (int i = 0; i < 5_000; i++) {
            counts.add(last - 1, last, 17);
            counts.add(i, last, i % 18);
        }
        List<PairCounts.Shared> found = new ArrayList<>();
        counts.ofAtLeast(2).forEachRemaining(found::add);
        assertEquals(List.of(new PairCounts.Shared(last - 1, last, 17, 5_000, 5_000)), found);
    }
}
