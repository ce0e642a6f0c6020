package org.followerassay.bench.detection.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.followerassay.bench.detection.world.FollowerList;
import org.followerassay.bench.detection.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    @ParameterizedTest(name = "random scores, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theAreaIsTheShareOfPairsThatRankRightEqualScoresCountingHalf(int seed) {
        Random random = new Random(seed);
        Ties ties = new Ties(world(random));
        double[] scores = random.ints(ties.count(), 0, 4)
                .mapToDouble(level -> level / 4.0)
                .toArray();
        double pairs = 0;
        double right = 0;
        for (int one = 0; one < ties.count(); one++) {
            for (int other = 0; other < ties.count(); other++) {
                if (ties.bought(one) && !ties.bought(other)) {
                    pairs++;
                    right += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? 0.5 : 0;
                }
            }
        }
        Ranking ranking = new Ranking(ties, scores);
        assertEquals(right / pairs, ranking.auc(), 1e-12);
        double[] interval = ranking.interval(seed);
        assertTrue(interval[0] <= ranking.auc() && ranking.auc() <= interval[1], "interval around the area");
        assertArrayEquals(interval, ranking.interval(seed), "the same for a seed");
    }

    @Test
    void wilsonsIntervalIsThatOfTheTextbooks() {
        Share share = new Share(10, 100);
        assertEquals(0.0552, share.low(), 5e-5);
        assertEquals(0.1744, share.high(), 5e-5);
        assertEquals(0.0370, new Share(0, 100).high(), 5e-5);
    }

    @Test
    void aLotIsFoundOnceHalfOfItIsFlaggedAndACleanListThatIsNamedCountsAgainst() {
        World world = new World(
                List.of(), List.of(list(1, 0, 0, 1, 1, 1, -1), list(2, -1, -1)), Set.of(0, 1, 2, 3, 4), false);
        Ties ties = new Ties(world);
        BitSet flagged = new BitSet();
        flagged.set(0);
        flagged.set(2);
        flagged.set(6);
        double[] scores = {1, 0, 1, 0, 0, 0, 1, 0};
        Judgement judgement = new Judgement("any", "all", scores, flagged, new BitSet(), Set.of(0, 1), Set.of(0, 1));
        Quality quality = Quality.of(ties, judgement, 1);
        assertEquals(new Chosen(2, 3, 5), quality.ties());
        assertEquals(new Chosen(1, 1, 2), quality.lots(), "half of the first lot, a third of the second");
        assertEquals(new Chosen(1, 2, 1), quality.customers());
        assertEquals(new Chosen(2, 2, 5), quality.sellers(), "people 0 and 2; person 0 twice");
        assertEquals(1, quality.strong(), "the clean list");
    }

    private static World world(Random random) {
        List<FollowerList> lists = new ArrayList<>();
        for (int account = 1; account <= 6; account++) {
            int[] lots = random.ints(10, 0, 4)
                    .map(kind -> kind == 0 ? 0 : FollowerList.ORGANIC)
                    .toArray();
            lists.add(list(account, lots));
        }
        return new World(List.of(), lists, Set.of(1), false);
    }

    private static FollowerList list(long account, int... lots) {
        int[] followers = new int[lots.length];
        for (int i = 0; i < lots.length; i++) {
            followers[i] = i;
        }
        return new FollowerList(account, 0, "any", followers, lots, new long[lots.length]);
    }
}
