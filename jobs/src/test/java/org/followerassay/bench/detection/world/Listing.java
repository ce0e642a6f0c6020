package org.followerassay.bench.detection.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A follower list while it fills; nobody is in it twice. */
final class Listing {
    private record Arrival(long time, int follower, int lot) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<Integer> present = new HashSet<>();
    private final long account;
    private final long createdAt;
    private final String kind;
    private final int topic;

    Listing(long account, long createdAt, String kind, int topic) {
        this.account = account;
        this.createdAt = createdAt;
        this.kind = kind;
        this.topic = topic;
    }

    String kind() {
        return kind;
    }

    long createdAt() {
        return createdAt;
    }

    int topic() {
        return topic;
    }

    int size() {
        return arrivals.size();
    }

    boolean add(long time, int follower, int lot) {
        if (!present.add(follower)) {
            return false;
        }
        arrivals.add(new Arrival(time, follower, lot));
        return true;
    }

    boolean holds(int follower) {
        return present.contains(follower);
    }

    FollowerList inOrder() {
        arrivals.sort(Comparator.comparingLong(Arrival::time).thenComparingInt(Arrival::follower));
        return new FollowerList(
                account,
                createdAt,
                kind,
                arrivals.stream().mapToInt(Arrival::follower).toArray(),
                arrivals.stream().mapToInt(Arrival::lot).toArray(),
                arrivals.stream().mapToLong(Arrival::time).toArray());
    }
}
