package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.followerassay.graph.Pairs;
import org.followerassay.ingest.stage.Parcel;
import org.followerassay.ingest.stage.Ranges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTiesTest {
    private static final Comparator<List<Long>> BY_FOLLOWEE =
            Comparator.<List<Long>, Long>comparing(tie -> tie.get(0)).thenComparing(tie -> tie.get(1));

    @ParameterizedTest(name = "random ties, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void tiesComeSortedAndEachOnce(long seed) {
        Pairs ties = ties(seed);
        List<List<Long>> expected =
                rows(ties).stream().distinct().sorted(BY_FOLLOWEE).toList();

        SortedTies sorted = SortedTies.of(ties);

        assertEquals(
                expected,
                IntStream.range(0, sorted.count())
                        .mapToObj(place -> List.of(sorted.followee(place), sorted.follower(place)))
                        .toList());
    }

    @ParameterizedTest(name = "random ties, seed {0}")
    @ValueSource(longs = {5, 6})
    void bothEndsAreCountedInTheRangeOfTheAccount(long seed) {
        Pairs ties = ties(seed);
        Map<String, Long> expected = new HashMap<>();
        rows(ties).stream().distinct().forEach(tie -> {
            expected.merge("FOLLOWERS " + tie.get(0), 1L, Long::sum);
            expected.merge("FOLLOWEES " + tie.get(1), 1L, Long::sum);
        });
        Ranges accounts = Ranges.ofAccounts(
                LongStream.range(0, 90)
                        .mapToObj(account -> new long[] {account, 3 * account})
                        .toList(),
                5);

        Map<String, Long> counted = new HashMap<>();
        for (Parcel parcel : SortedTies.of(ties).counts(accounts)) {
            Pairs counts = new Pairs(0);
            counts.addAll(parcel.content());
            rows(counts).forEach(row -> {
                assertEquals(parcel.to(), accounts.of(row.get(0)));
                counted.merge(parcel.kind() + " " + row.get(0), row.get(1), Long::sum);
            });
        }

        assertEquals(expected, counted);
    }

    @ParameterizedTest(name = "{0} apart")
    @ValueSource(longs = {1, 4_294_967_295L, 4_294_967_296L, Long.MAX_VALUE})
    void pairsAreTheSameAfterTheWay(long apart) {
        Pairs sent = new Pairs(0);
        sent.add(0, apart);
        sent.add(apart, 0);
        sent.add(apart / 2, 7);
        Pairs arrived = new Pairs(1);
        arrived.add(1, 2);
        arrived.addAll(sent.bytes());
        assertEquals(
                List.of(List.of(1L, 2L), List.of(0L, apart), List.of(apart, 0L), List.of(apart / 2, 7L)),
                rows(arrived));
    }

    private static Pairs ties(long seed) {
        Random random = new Random(seed);
        Pairs ties = new Pairs(0);
        int count = random.nextInt(70_000);
        long widest = seed % 2 == 0 ? Long.MAX_VALUE : 300;
        for (int i = 0; i < count; i++) {
            ties.add(random.nextLong() & widest & ~(1L << 40), random.nextInt(200));
        }
        return ties;
    }

    private static List<List<Long>> rows(Pairs pairs) {
        long[][] columns = Arrays.stream(pairs.columns()).map(long[]::clone).toArray(long[][]::new);
        return IntStream.range(0, pairs.count())
                .mapToObj(place -> List.of(columns[0][place], columns[1][place]))
                .toList();
    }
}
