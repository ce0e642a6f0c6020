package org.followerassay.bench.detection.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.FollowerList;
import org.followerassay.bench.detection.world.Person;
import org.followerassay.bench.detection.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FraudarTest {
    private static final int PEOPLE = 9;

    /** The greedy block has at least half of the density of the densest of all blocks (Charikar 2000; Hooi 2016). */
    @ParameterizedTest(name = "random graph, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theBlockIsAtLeastHalfAsDenseAsTheDensestOfAll(int seed) {
        Ties ties = new Ties(world(new Random(seed)));
        Judgement judgement = Fraudar.of(ties);
        Set<Integer> lists = new java.util.HashSet<>();
        Set<Integer> people = new java.util.HashSet<>();
        judgement.flagged().stream().forEach(tie -> {
            lists.add(list(ties, tie));
            people.add(ties.follower(tie));
        });
        double found = density(ties, mask(lists), mask(people));
        double densest = 0;
        for (int someLists = 1; someLists < 1 << ties.lists(); someLists++) {
            for (int somePeople = 1; somePeople < 1 << PEOPLE; somePeople++) {
                densest = Math.max(densest, density(ties, someLists, somePeople));
            }
        }
        assertTrue(found >= densest / 2, found + " of " + densest);
        assertTrue(found <= densest + 1e-12, "no block is denser than the densest");
    }

    @ParameterizedTest(name = "planted block, seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void aPlantedBlockIsFoundAndNothingElse(int seed) {
        Random random = new Random(seed);
        List<FollowerList> lists = new ArrayList<>();
        for (int account = 0; account < 40; account++) {
            int[] organic = random.ints(12, 0, 400).distinct().toArray();
            int[] planted = account < 8 ? IntStream.range(400, 460).toArray() : new int[0];
            int[] followers = IntStream.concat(Arrays.stream(organic), Arrays.stream(planted))
                    .toArray();
            int[] lots = IntStream.range(0, followers.length)
                    .map(i -> i < organic.length ? -1 : 0)
                    .toArray();
            lists.add(new FollowerList(account, 0, "any", followers, lots, new long[lots.length]));
        }
        Ties ties = new Ties(new World(people(460), lists, Set.of(), false));
        Judgement judgement = Fraudar.of(ties);
        for (int tie = 0; tie < ties.count(); tie++) {
            assertEquals(ties.bought(tie), judgement.flagged().get(tie), "tie " + tie);
        }
    }

    private static double density(Ties ties, int lists, int people) {
        double weight = 0;
        for (int tie = 0; tie < ties.count(); tie++) {
            int list = list(ties, tie);
            if ((lists >> list & 1) == 1 && (people >> ties.follower(tie) & 1) == 1) {
                weight += 1 / Math.log(ties.first(list + 1) - ties.first(list) + 5.0);
            }
        }
        return weight / (Integer.bitCount(lists) + Integer.bitCount(people));
    }

    private static int mask(Set<Integer> numbers) {
        return numbers.stream().mapToInt(number -> 1 << number).sum();
    }

    private static int list(Ties ties, int tie) {
        return IntStream.range(0, ties.lists())
                .filter(list -> ties.first(list + 1) > tie)
                .findFirst()
                .orElseThrow();
    }

    private static World world(Random random) {
        List<FollowerList> lists = new ArrayList<>();
        for (int account = 0; account < 6; account++) {
            int[] followers = IntStream.range(0, PEOPLE)
                    .filter(person -> random.nextInt(3) > 0)
                    .toArray();
            lists.add(new FollowerList(account, 0, "any", followers, followers.clone(), new long[followers.length]));
        }
        return new World(people(PEOPLE), lists, Set.of(), false);
    }

    private static List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Person(0, 0, null)).toList();
    }
}
