package org.followerassay.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happened to a handful of accounts over a few days, and what exports showed of it.
 *
 * <p>Accounts are born, deleted, renamed and purged; lists are missing, not whole by their own account, or cut without a word;
 * followers are shown in the order in which they came.
 */
final class RandomHistory {
    static final int ACCOUNTS = 6;
    static final int DAYS = 6;
    /** Added to an account's number when it gets another name. */
    static final int RENAMED = 50;

    record Tie(int follower, int followee) implements Comparable<Tie> {
        private static final Comparator<Tie> ORDER =
                Comparator.comparingInt(Tie::follower).thenComparingInt(Tie::followee);

        @Override
        public int compareTo(Tie other) {
            return ORDER.compare(this, other);
        }
    }

    record ListOf(int account, boolean ofFollowers) implements Comparable<ListOf> {
        private static final Comparator<ListOf> ORDER =
                Comparator.comparingInt(ListOf::account).thenComparing(ListOf::ofFollowers);

        int other(Tie tie) {
            return ofFollowers ? tie.follower() : tie.followee();
        }

        boolean holds(Tie tie) {
            return account == (ofFollowers ? tie.followee() : tie.follower());
        }

        @Override
        public int compareTo(ListOf other) {
            return ORDER.compare(this, other);
        }
    }

    record Shown(boolean complete, List<Tie> ties) {}

    /** By day, from 0: the ties that there were. */
    final List<TreeSet<Tie>> truth = new ArrayList<>();
    /** By list and day: what an export showed. */
    final Map<ListOf, TreeMap<Integer, Shown>> lists = new TreeMap<>();
    /** By day: what profiles said of accounts. */
    final List<Map<Integer, String>> statuses = new ArrayList<>();
    /** True if every list that calls itself complete is. */
    final boolean honest;

    private final Random random;

    RandomHistory(int seed) {
        random = new Random(seed);
        honest = random.nextBoolean();
        List<Tie> ties = new ArrayList<>();
        TreeSet<Integer> gone = new TreeSet<>();
        int[] names = new int[ACCOUNTS];
        for (int account = 0; account < ACCOUNTS; account++) {
            names[account] = account;
        }
        for (int day = 0; day < DAYS; day++) {
            change(ties, gone, names);
            truth.add(new TreeSet<>(ties));
            statuses.add(statuses(gone, names));
            for (int account = 0; account < ACCOUNTS; account++) {
                if (!gone.contains(account)) {
                    show(day, new ListOf(names[account], true), ties);
                    show(day, new ListOf(names[account], false), ties);
                }
            }
        }
    }

    private void change(List<Tie> ties, TreeSet<Integer> gone, int[] names) {
        for (int i = 0; i < ACCOUNTS * ACCOUNTS; i++) {
            int follower = i / ACCOUNTS;
            int followee = i % ACCOUNTS;
            Tie tie = new Tie(names[follower], names[followee]);
            boolean can = follower != followee && !gone.contains(follower) && !gone.contains(followee);
            if (can && random.nextInt(4) == 0 && !ties.remove(tie)) {
                ties.add(tie);
            }
        }
        int struck = random.nextInt(ACCOUNTS);
        switch (random.nextInt(6)) {
            case 0 -> {
                gone.add(struck);
                ties.removeIf(tie -> tie.follower() == names[struck] || tie.followee() == names[struck]);
            }
            case 1 -> ties.removeIf(tie -> tie.followee() == names[struck]);
            case 2 -> ties.removeIf(tie -> tie.follower() == names[struck]);
            case 3 -> {
                int before = names[struck];
                names[struck] = before < RENAMED ? before + RENAMED : before;
                ties.replaceAll(tie -> new Tie(
                        tie.follower() == before ? names[struck] : tie.follower(),
                        tie.followee() == before ? names[struck] : tie.followee()));
            }
            default -> {}
        }
    }

    private Map<Integer, String> statuses(TreeSet<Integer> gone, int[] names) {
        Map<Integer, String> said = new TreeMap<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            if (random.nextInt(3) == 0) {
                said.put(names[account], gone.contains(account) ? "deleted" : "active");
            }
        }
        return said;
    }

    private void show(int day, ListOf list, List<Tie> ties) {
        int luck = random.nextInt(10);
        if (luck < 2) {
            return;
        }
        List<Tie> all = ties.stream().filter(list::holds).toList();
        boolean complete = luck != 2;
        boolean cut = !complete || (!honest && luck == 3);
        List<Tie> shown = cut ? cut(all) : all;
        lists.computeIfAbsent(list, unseen -> new TreeMap<>()).put(day, new Shown(complete, shown));
    }

    private List<Tie> cut(List<Tie> all) {
        int kept = all.size() / 2;
        return switch (random.nextInt(3)) {
            case 0 -> all.subList(all.size() - kept, all.size());
            case 1 -> all.subList(0, kept);
            default -> all.stream().filter(tie -> random.nextBoolean()).toList();
        };
    }

    /** The ties of a day that some list shows, with the place in the list of followers, or null. */
    Map<Tie, Long> ties(int day) {
        Map<Tie, Long> ties = new TreeMap<>();
        lists.forEach((list, days) -> {
            Shown shown = days.get(day);
            if (shown != null) {
                for (int place = 0; place < shown.ties().size(); place++) {
                    Long position = list.ofFollowers() ? (long) place : null;
                    ties.merge(shown.ties().get(place), position == null ? -1L : position, Math::max);
                }
            }
        });
        ties.replaceAll((tie, place) -> place < 0 ? null : place);
        return ties;
    }
}
