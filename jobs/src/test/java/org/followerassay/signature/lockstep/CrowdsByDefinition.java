package org.followerassay.signature.lockstep;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Crowds and what is to be expected of them, counted tie by tie. */
final class CrowdsByDefinition {
    private static final int HOUR = 3_600;

    private final Map<Long, Map<Long, Long>> times = new TreeMap<>();
    private final long population;

    private CrowdsByDefinition(Map<Deliveries.Tie, Instant> ties) {
        ties.forEach((tie, at) ->
                times.computeIfAbsent(tie.account(), none -> new HashMap<>()).put(tie.follower(), at.getEpochSecond()));
        population =
                ties.keySet().stream().map(Deliveries.Tie::follower).distinct().count();
    }

    /** "account other length from other_from" to "followers expected". */
    static Map<String, String> of(Map<Deliveries.Tie, Instant> ties, int minCrowd) {
        CrowdsByDefinition all = new CrowdsByDefinition(ties);
        Map<String, String> found = new HashMap<>();
        for (long a : all.times.keySet()) {
            for (long b : all.times.keySet()) {
                for (long length : new long[] {2 * HOUR, 24 * HOUR, 168 * HOUR}) {
                    if (a < b) {
                        all.crowds(a, b, length, minCrowd, found);
                    }
                }
            }
        }
        return found;
    }

    private void crowds(long a, long b, long length, int minCrowd, Map<String, String> found) {
        for (long from : starts(a, length)) {
            for (long other : starts(b, length)) {
                long crowd = common(a, b, u -> in(a, u, from, length) && in(b, u, other, length));
                if (crowd >= minCrowd) {
                    double expected =
                            Math.max(expected(a, from, b, other, length), expected(b, other, a, from, length));
                    found.put(
                            a + " " + b + " " + length + " " + from + " " + other,
                            crowd + " " + String.format("%.6f", Math.min(crowd, expected)));
                }
            }
        }
    }

    private double expected(long a, long from, long b, long other, long length) {
        long delay = other - from;
        long arrivals = count(a, u -> in(a, u, from, length));
        long around = count(a, u -> around(a, u, from, length));
        long elsewhere = count(a, u -> !near(a, u, from, length));
        long together = common(
                a,
                b,
                u -> around(a, u, from, length)
                        && Math.abs(times.get(b).get(u) - times.get(a).get(u) - delay) <= length);
        long astray = common(a, b, u -> !near(a, u, from, length) && in(b, u, other, length));
        double anybody = (double) count(b, u -> in(b, u, other, length)) / population;
        return arrivals * Math.max((together + anybody) / (around + 1), (astray + anybody) / (elsewhere + 1));
    }

    private Set<Long> starts(long account, long length) {
        Set<Long> starts = new TreeSet<>();
        for (long at : times.get(account).values()) {
            starts.add(Math.floorDiv(at, length) * length);
            starts.add(Math.floorDiv(at + length / 2, length) * length - length / 2);
        }
        return starts;
    }

    private boolean in(long account, long follower, long from, long length) {
        long at = times.get(account).get(follower);
        return from <= at && at < from + length;
    }

    private boolean near(long account, long follower, long from, long length) {
        return in(account, follower, from - length, 3 * length);
    }

    private boolean around(long account, long follower, long from, long length) {
        return in(account, follower, from - 8 * length, 17 * length) && !near(account, follower, from, length);
    }

    private long count(long account, Predicate<Long> which) {
        return times.get(account).keySet().stream().filter(which).count();
    }

    private long common(long a, long b, Predicate<Long> which) {
        Set<Long> both =
                times.get(a).keySet().stream().filter(times.get(b)::containsKey).collect(Collectors.toSet());
        return both.stream().filter(which).count();
    }
}
