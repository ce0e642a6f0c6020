package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class SortedTiesTest {
    private static final Comparator<Tuple2<Long, Long>> BY_FOLLOWEE =
            Comparator.<Tuple2<Long, Long>, Long>comparing(Tuple2::_1).thenComparing(Tuple2::_2);

    @ParameterizedTest(name = "random ties, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void tiesComeSortedAndEachOnce(long seed) {
        Random random = new Random(seed);
        List<Tuple2<Long, Long>> ties = new ArrayList<>();
        int count = random.nextInt(70_000);
        long widest = seed % 2 == 0 ? Long.MAX_VALUE : 300;
        for (int i = 0; i < count; i++) {
            ties.add(new Tuple2<>(random.nextLong() & widest & ~(1L << 40), (long) random.nextInt(200)));
        }
        List<Tuple2<Long, Long>> expected =
                ties.stream().distinct().sorted(BY_FOLLOWEE).toList();

        List<Tuple2<Long, Long>> sorted = new ArrayList<>();
        SortedTies.of(ties.iterator()).forEachRemaining(sorted::add);
        assertEquals(expected, sorted);
    }
}
