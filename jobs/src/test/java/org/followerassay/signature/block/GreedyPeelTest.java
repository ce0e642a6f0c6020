package org.followerassay.signature.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreedyPeelTest {
    @ParameterizedTest(name = "random graph, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theAnswerIsThatOfTheDefinition(int seed) {
        Set<Tie> ties = random(seed, 30, 20, 150);
        GreedyPeel peel = GreedyPeel.of(arrays(ties));
        Set<Node> left = definition(ties);

        assertEquals(names(left), names(arrays(ties), peel.nodes()));
        assertEquals(weight(ties, left), peel.weight());
    }

    @ParameterizedTest(name = "small graph, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSetIsDenserThanTheBound(int seed) {
        Set<Tie> ties = random(seed, 7, 5, 14);
        GreedyPeel peel = GreedyPeel.of(arrays(ties));
        List<Node> nodes = List.copyOf(nodes(ties));
        double optimum = 0;
        for (int subset = 1; subset < 1 << nodes.size(); subset++) {
            Set<Node> chosen = new HashSet<>();
            for (int node = 0; node < nodes.size(); node++) {
                if ((subset >> node & 1) == 1) {
                    chosen.add(nodes.get(node));
                }
            }
            optimum = Math.max(optimum, (double) weight(ties, chosen) / chosen.size());
        }

        assertTrue(peel.density() <= optimum, peel.density() + " of " + optimum);
        assertTrue(optimum <= peel.optimumAtMost(), optimum + " above " + peel.optimumAtMost());
        assertTrue(peel.optimumAtMost() <= 2 * peel.density());
    }

    @Test
    void theSecondBlockIsFoundWithoutTheTiesOfTheFirst() {
        Set<Tie> ties = new TreeSet<>(Tie.ORDER);
        complete(ties, 100, 8, 200, 8);
        complete(ties, 500, 5, 600, 5);
        TieArrays all = arrays(ties);
        GreedyPeel first = GreedyPeel.of(all);
        TieArrays rest = all.without(first.nodes());

        assertEquals(64 + 25, all.ties());
        assertEquals(25, rest.ties());
        GreedyPeel second = GreedyPeel.of(rest);
        assertEquals(10, second.size());
        assertEquals(0, GreedyPeel.of(rest.without(second.nodes())).size());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(PlantedBlock.Camouflage.class)
    void aPlantedBlockIsFoundWhateverItsCamouflage(PlantedBlock.Camouflage camouflage) {
        PlantedBlock planted = new PlantedBlock(100_000, 0.06, camouflage, 1);
        TieArrays ties = arrays(planted.ties());
        GreedyPeel peel = GreedyPeel.of(ties);
        Set<Long> followers = new HashSet<>();
        Set<Long> followees = new HashSet<>();
        peel.nodes().stream().forEach(node -> (ties.isFollower(node) ? followers : followees).add(ties.account(node)));

        assertTrue(planted.followersF(followers) >= 0.95, "followers: " + planted.followersF(followers));
        assertTrue(planted.followeesF(followees) >= 0.95, "followees: " + planted.followeesF(followees));
    }

    @ParameterizedTest(name = "{0} ties, seed {1}")
    @CsvSource({"10000, 1", "10000, 2", "100000, 3"})
    void theDensityIsThatOfThePublishedGreedySearch(int background, int seed) {
        long[] ties = new PlantedBlock(background, 0.05, PlantedBlock.Camouflage.BIASED, seed).ties();

        assertEquals(
                new PublishedGreedy(ties).density(), GreedyPeel.of(arrays(ties)).density() / TieWeight.ONE, 1e-9);
    }

    /** Remove the lightest node until none is left, looking at all of them each time. */
    private static Set<Node> definition(Set<Tie> ties) {
        Set<Node> left = new TreeSet<>(nodes(ties));
        Set<Node> best = new TreeSet<>(left);
        while (left.size() > 1) {
            Node lightest = left.stream()
                    .min(Comparator.<Node>comparingLong(node -> inside(ties, left, node))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            left.remove(lightest);
            double density = (double) weight(ties, left) / left.size();
            if (density > (double) weight(ties, best) / best.size()) {
                best = new TreeSet<>(left);
            }
        }
        return best;
    }

    private static long inside(Set<Tie> ties, Set<Node> left, Node node) {
        return ties.stream()
                .filter(tie -> tie.from().equals(node) || tie.to().equals(node))
                .filter(tie -> left.contains(tie.from()) && left.contains(tie.to()))
                .mapToLong(tie -> weightOf(ties, tie))
                .sum();
    }

    private static long weight(Set<Tie> ties, Set<Node> nodes) {
        return ties.stream()
                .filter(tie -> nodes.contains(tie.from()) && nodes.contains(tie.to()))
                .mapToLong(tie -> weightOf(ties, tie))
                .sum();
    }

    private static long weightOf(Set<Tie> ties, Tie tie) {
        return weightOf(ties.stream()
                .filter(other -> other.followee() == tie.followee())
                .count());
    }

    private static long weightOf(long followers) {
        return Math.round(TieWeight.ONE / StrictMath.log(followers + 5));
    }

    private static Set<Tie> random(int seed, int followers, int followees, int count) {
        Random random = new Random(seed);
        Set<Tie> ties = new TreeSet<>(Tie.ORDER);
        for (int i = 0; i < count; i++) {
            ties.add(new Tie(random.nextInt(followers), random.nextInt(followees)));
        }
        return ties;
    }

    private static void complete(Set<Tie> ties, int follower, int followers, int followee, int followees) {
        for (int row = 0; row < followers; row++) {
            for (int column = 0; column < followees; column++) {
                ties.add(new Tie(follower + row, followee + column));
            }
        }
    }

    private static TieArrays arrays(Set<Tie> ties) {
        return arrays(ties.stream()
                .mapToLong(tie -> tie.follower() << Integer.SIZE | tie.followee())
                .toArray());
    }

    private static TieArrays arrays(long[] ties) {
        Map<Long, Long> followers = new TreeMap<>();
        List<Long> byFollowee = new ArrayList<>();
        for (long tie : ties) {
            followers.merge(PlantedBlock.followee(tie), 1L, Long::sum);
            byFollowee.add(tie);
        }
        byFollowee.sort(Comparator.comparingLong(PlantedBlock::followee));
        TieArrays.Builder builder = new TieArrays.Builder();
        for (long tie : byFollowee) {
            long followee = PlantedBlock.followee(tie);
            builder.add(PlantedBlock.follower(tie), followee, weightOf(followers.get(followee)));
        }
        return builder.build();
    }

    private static Set<Node> nodes(Set<Tie> ties) {
        Set<Node> nodes = new TreeSet<>();
        ties.forEach(tie -> nodes.addAll(List.of(tie.from(), tie.to())));
        return nodes;
    }

    private static String names(Set<Node> nodes) {
        return nodes.toString();
    }

    private static String names(TieArrays ties, BitSet nodes) {
        Set<Node> named = new TreeSet<>();
        nodes.stream().forEach(node -> named.add(new Node(ties.isFollower(node) ? 0 : 1, ties.account(node))));
        return named.toString();
    }

    private record Node(int side, long account) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            return Comparator.comparingInt(Node::side)
                    .thenComparingLong(Node::account)
                    .compare(this, other);
        }
    }

    private record Tie(long follower, long followee) {
        static final Comparator<Tie> ORDER =
                Comparator.comparingLong(Tie::followee).thenComparingLong(Tie::follower);

        Node from() {
            return new Node(0, follower);
        }

        Node to() {
            return new Node(1, followee);
        }
    }
}
