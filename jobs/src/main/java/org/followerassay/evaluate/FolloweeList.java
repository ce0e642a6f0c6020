package org.followerassay.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom one account follows among the ordinary accounts, where the export lists that completely. */
final class FolloweeList {
    /** One tie from the list's owner. */
    record Follow(Account followee, long from, long until) {
        boolean seenAt(long snapshot) {
            return Timeline.seenAt(snapshot, from, until);
        }
    }

    private final long owner;
    private final List<Follow> follows = new ArrayList<>();
    private final Set<Long> followees = new HashSet<>();

    FolloweeList(long owner) {
        this.owner = owner;
    }

    long owner() {
        return owner;
    }

    List<Follow> follows() {
        return follows;
    }

    /** Adds a tie, unless it is there already or no snapshot would see it. */
    boolean add(Account followee, long from, long until) {
        long end = Math.min(until, followee.removedAt());
        if (followee.id() == owner
                || followee.createdAt() > from
                || !Timeline.everSeen(from, end)
                || !followees.add(followee.id())) {
            return false;
        }
        follows.add(new Follow(followee, from, end));
        return true;
    }
}
