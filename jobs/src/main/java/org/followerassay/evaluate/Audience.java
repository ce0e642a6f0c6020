package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;
import static org.followerassay.evaluate.Timeline.OLDEST;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The followers of one account: everyone whom at least one snapshot lists. */
final class Audience {
    /** Followers who came of their own accord. */
    static final int ORGANIC = 0;

    /** One in a hundred leaves per month. */
    private static final double DAYS_UNTIL_UNFOLLOW = 3_000;

    private static final int ATTEMPTS_PER_FOLLOWER = 200;

    /** One tie; bought followers carry the number of their lot. */
    record Tie(Account follower, long arrived, long left, int lot) {
        boolean seenAt(long snapshot) {
            return Timeline.seenAt(snapshot, arrived, left);
        }
    }

    private final int topic;
    private final List<Tie> ties = new ArrayList<>();
    private List<Tie> ordered = List.of();
    private final Set<Long> followers = new HashSet<>();
    private int listedNow;

    Audience(int topic) {
        this.topic = topic;
    }

    int topic() {
        return topic;
    }

    /** Followers in the newest snapshot. */
    int listedNow() {
        return listedNow;
    }

    long listedAt(long snapshot) {
        return ties.stream().filter(tie -> tie.seenAt(snapshot)).count();
    }

    int boughtNow() {
        return (int) ties.stream()
                .filter(tie -> tie.lot() != ORGANIC && tie.seenAt(NEWEST))
                .count();
    }

    /** The ties in the order of arrival, as a platform lists them. */
    List<Tie> inOrder() {
        if (ordered.size() != ties.size()) {
            ordered = ties.stream()
                    .sorted(Comparator.comparingLong(Tie::arrived)
                            .thenComparingLong(tie -> tie.follower().id()))
                    .toList();
        }
        return ordered;
    }

    /** Adds a tie, unless it is there already, no snapshot would see it, or the follower was not there to follow. */
    boolean add(Account follower, long arrived, long left, int lot) {
        long until = Math.min(left, follower.removedAt());
        if (follower.createdAt() > arrived || !Timeline.everSeen(arrived, until) || !followers.add(follower.id())) {
            return false;
        }
        Tie tie = new Tie(follower, arrived, until, lot);
        ties.add(tie);
        listedNow += tie.seenAt(NEWEST) ? 1 : 0;
        return true;
    }

    /** Adds somebody who follows because they like it, and who may stop liking it. */
    boolean addOrganic(Account follower, long arrived, Dice dice) {
        long left = Math.max(arrived, OLDEST) + (long) dice.exponential(DAYS_UNTIL_UNFOLLOW * DAY);
        return add(follower, arrived, left, ORGANIC);
    }

    /** Receives a wave of organic followers. */
    void receive(Wave wave, Population population, Dice dice) {
        int enough = listedNow + wave.listed();
        long attempts = (long) wave.listed() * ATTEMPTS_PER_FOLLOWER;
        while (listedNow < enough) {
            long arrival = wave.arrival(dice);
            Account follower = population.follower(arrival, topic, wave.taste(), dice);
            if (follower != null) {
                addOrganic(follower, arrival, dice);
            }
            if (attempts-- == 0) {
                throw new IllegalStateException(
                        "a population this small has no " + wave.listed() + " followers to give");
            }
        }
    }
}
