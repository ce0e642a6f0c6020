package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everybody in a world, by number; the ordinary ones come first, in the order in which they were created.
 *
 * <p>A few people follow much and most follow little, and people follow soon after they joined: an eighth of the followers
 * are weeks old on arrival, a quarter are within their first years, and the others joined at any time before.
 */
final class People {
    private static final double WEEKS_OLD = 0.12;
    private static final double RECENT = 0.25;

    private final List<Person> all = new ArrayList<>();
    private final long[] createdAt;
    private final int[] byTopic;
    private final double[] activeUpTo;

    private final int[][] members;
    private final double[][] topicActiveUpTo;

    People(int ordinary, int topics, Chance chance) {
        SignUps signUps = new SignUps(chance);
        createdAt = new long[ordinary];
        Arrays.setAll(createdAt, i -> signUps.next(chance));
        Arrays.sort(createdAt);
        byTopic = new int[ordinary];
        double[] active = new double[ordinary];
        for (int i = 0; i < ordinary; i++) {
            byTopic[i] = chance.below(topics);
            active[i] = chance.logNormal(1, 0.8);
            all.add(new Person(createdAt[i], byTopic[i], Profile.ordinary(createdAt[i], chance)));
        }
        members = new int[topics][];
        topicActiveUpTo = new double[topics][];
        for (int topic = 0; topic < topics; topic++) {
            int wanted = topic;
            members[topic] = java.util.stream.IntStream.range(0, ordinary)
                    .filter(i -> byTopic[i] == wanted)
                    .toArray();
            topicActiveUpTo[topic] = runningSums(
                    Arrays.stream(members[topic]).mapToDouble(i -> active[i]).toArray());
        }
        activeUpTo = runningSums(active);
    }

    static double[] runningSums(double[] values) {
        double[] sums = values.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    int add(long created, Profile profile) {
        all.add(new Person(created, 0, profile));
        return all.size() - 1;
    }

    Person get(int number) {
        return all.get(number);
    }

    List<Person> all() {
        return all;
    }

    int ordinary() {
        return createdAt.length;
    }

    /** Somebody who existed at that time, and maybe shares the topic. */
    int follower(long arrival, int topic, double sameTopic, Chance chance) {
        double kind = chance.fraction();
        if (kind < WEEKS_OLD) {
            return createdBefore(arrival - (long) chance.exponential(20.0 * DAY), chance);
        }
        if (kind < WEEKS_OLD + RECENT) {
            return createdBefore(arrival - (long) chance.exponential(300.0 * DAY), chance);
        }
        if (chance.is(sameTopic)) {
            int existing = existing(members[topic], arrival);
            if (existing > 0) {
                return members[topic][chance.weighted(topicActiveUpTo[topic], existing)];
            }
        }
        return chance.weighted(activeUpTo, Math.max(1, rank(arrival)));
    }

    /** One of the fifty who were created last before that time. */
    int createdBefore(long time, Chance chance) {
        return Math.max(0, Math.min(rank(time), createdAt.length) - 1 - chance.below(50));
    }

    private int rank(long time) {
        int found = Arrays.binarySearch(createdAt, time);
        return found < 0 ? -found - 1 : found;
    }

    private int existing(int[] numbers, long time) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (createdAt[numbers[middle]] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
