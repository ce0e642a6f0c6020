package org.followerassay.reliability.neighbours;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who was followed lately in a town or around an interest; drawing from it favours those who are followed much. */
final class Trail {
    private final int[] recent;
    private long added;

    Trail(int length) {
        recent = new int[length];
    }

    void add(int account) {
        recent[(int) (added++ % recent.length)] = account;
    }

    /** -1 if nobody was followed yet. */
    int draw(Chance chance) {
        int known = known();
        return known == 0 ? -1 : recent[chance.below(known)];
    }

    /** Those followed most often of late, the most first. */
    List<Integer> top(int count) {
        Map<Integer, Integer> follows = new HashMap<>();
        for (int i = 0; i < known(); i++) {
            follows.merge(recent[i], 1, Integer::sum);
        }
        return follows.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Integer, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int known() {
        return (int) Math.min(added, recent.length);
    }
}
