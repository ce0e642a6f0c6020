package org.followerassay.churn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.churn.RandomHistory.ListOf;
import org.followerassay.churn.RandomHistory.Shown;
import org.followerassay.churn.RandomHistory.Tie;

/** The definitions of docs/churn.md in plain Java, by looking at every list and every tie. */
final class LedgerOracle {
    record Pair(ListOf list, int before, int after) {}

    /** A tie that one of two good lists shows. */
    record Turn(Pair pair, Tie tie, boolean thereAfter, String sign) {}

    record Change(Tie tie, boolean thereAfter, int earliest, int latest) {}

    final RandomHistory history;
    final Map<ListOf, TreeMap<Integer, String>> suspects = new TreeMap<>();
    final List<Pair> pairs = new ArrayList<>();
    final Map<Turn, Change> turns = new HashMap<>();

    private final Suspects options;
    private final List<Map<Tie, Long>> ties = new ArrayList<>();

    LedgerOracle(RandomHistory history, Suspects options) {
        this.history = history;
        this.options = options;
        for (int day = 0; day < RandomHistory.DAYS; day++) {
            ties.add(history.ties(day));
        }
        history.lists.forEach((list, days) -> suspects.put(list, suspects(list, days)));
        history.lists.forEach((list, days) -> compare(list, whole(days)));
        List<Turn> all = List.copyOf(turns.keySet());
        all.forEach(turn -> turns.put(turn, narrowed(turn, all)));
    }

    Set<Tie> content(ListOf list, int day) {
        return ties.get(day).keySet().stream().filter(list::holds).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Tie> without(Set<Tie> these, Set<Tie> those) {
        Set<Tie> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    // --- suspect lists ---

    private TreeMap<Integer, String> suspects(ListOf list, TreeMap<Integer, Shown> days) {
        TreeMap<Integer, String> found = new TreeMap<>();
        List<Integer> whole = whole(days);
        for (int day : days.keySet()) {
            int at = whole.indexOf(day);
            String reason = null;
            if (at < 0) {
                reason = "not whole";
            } else if (comesBack(list, whole, at)) {
                reason = "comes back";
            } else if (cut(list, whole, at)) {
                reason = "cut at the old end";
            } else if (copy(list, whole, at)) {
                reason = "copy";
            }
            if (reason != null) {
                found.put(day, reason);
            }
        }
        return found;
    }

    private static List<Integer> whole(TreeMap<Integer, Shown> days) {
        return days.keySet().stream().filter(day -> days.get(day).complete()).toList();
    }

    private boolean comesBack(ListOf list, List<Integer> days, int at) {
        if (at == 0 || at == days.size() - 1) {
            return false;
        }
        Set<Tie> lost = without(content(list, days.get(at - 1)), content(list, days.get(at)));
        Set<Tie> back = new TreeSet<>(lost);
        back.retainAll(content(list, days.get(at + 1)));
        int listed = shown(list, days.get(at)).ties().size();
        return back.size() >= options.returnedFrom()
                && back.size() >= options.returnedShare() * (listed + back.size())
                && back.size() >= options.returnedOfLost() * lost.size();
    }

    private boolean cut(ListOf list, List<Integer> days, int at) {
        if (!list.ofFollowers()) {
            return false;
        }
        if (at > 0 && at == days.size() - 1) {
            int before = days.get(at - 1);
            Set<Tie> lost = without(content(list, before), content(list, days.get(at)));
            return atTheOldEnd(lost, before, shown(list, before).ties().size());
        }
        if (at == 0 && days.size() > 1) {
            int next = days.get(1);
            Set<Tie> gained = without(content(list, next), content(list, days.get(0)));
            return atTheOldEnd(gained, next, shown(list, next).ties().size());
        }
        return false;
    }

    private boolean atTheOldEnd(Set<Tie> some, int day, int listed) {
        long atEnd = some.stream()
                .map(ties.get(day)::get)
                .filter(place -> place != null && place < some.size())
                .count();
        long elsewhere = some.size() - atEnd;
        return atEnd >= options.returnedFrom()
                && atEnd >= options.cutShare() * listed
                && (elsewhere < options.returnedFrom() || elsewhere <= some.size() * (1.0 - options.endShare()));
    }

    private boolean copy(ListOf list, List<Integer> days, int at) {
        if (at < 2 || at > days.size() - 2) {
            return false;
        }
        double before = rate(list, days.get(at - 2), days.get(at - 1));
        double after = rate(list, days.get(at), days.get(at + 1));
        return content(list, days.get(at - 1)).equals(content(list, days.get(at)))
                && Math.min(before, after) * (days.get(at) - days.get(at - 1)) >= options.copyExpected();
    }

    private double rate(ListOf list, int from, int to) {
        int changes = without(content(list, from), content(list, to)).size()
                + without(content(list, to), content(list, from)).size();
        return (double) changes / (to - from);
    }

    private Shown shown(ListOf list, int day) {
        return history.lists.get(list).get(day);
    }

    // --- changes ---

    private void compare(ListOf list, List<Integer> days) {
        Integer before = null;
        for (int day : days) {
            if (suspects.get(list).containsKey(day)) {
                continue;
            }
            if (before != null) {
                Pair pair = new Pair(list, before, day);
                pairs.add(pair);
                turn(pair, days);
            }
            before = day;
        }
    }

    private void turn(Pair pair, List<Integer> days) {
        Set<Tie> earlier = content(pair.list(), pair.before());
        Set<Tie> later = content(pair.list(), pair.after());
        without(later, earlier).forEach(tie -> turns.put(new Turn(pair, tie, true, null), null));
        for (Tie tie : without(earlier, later)) {
            int left = pair.after();
            for (int day : days) {
                boolean within = day > pair.before() && day < left;
                boolean awayEverSince = days.stream()
                        .filter(other -> other >= day && other <= pair.after())
                        .noneMatch(other -> content(pair.list(), other).contains(tie));
                if (within && awayEverSince) {
                    left = day;
                }
            }
            turns.put(new Turn(pair, tie, false, sign(pair.list().other(tie), left)), null);
        }
    }

    private String sign(int account, int day) {
        String status = history.statuses.get(day).get(account);
        if (status != null) {
            return status.equals("active") ? "alive" : "gone";
        }
        boolean tied =
                ties.get(day).keySet().stream().anyMatch(tie -> tie.follower() == account || tie.followee() == account);
        boolean listed = history.lists.entrySet().stream()
                .anyMatch(list ->
                        list.getKey().account() == account && list.getValue().containsKey(day));
        return tied || listed ? "alive" : null;
    }

    private static Change narrowed(Turn turn, List<Turn> all) {
        Pair beside = turn.pair();
        Pair best = null;
        for (Turn other : all) {
            boolean same = other.tie().equals(turn.tie())
                    && other.thereAfter() == turn.thereAfter()
                    && other.pair().list().ofFollowers() != turn.pair().list().ofFollowers();
            boolean meets =
                    other.pair().before() < beside.after() && other.pair().after() > beside.before();
            if (same && meets && (best == null || other.pair().after() > best.after())) {
                best = other.pair();
            }
        }
        int earliest = best == null ? beside.before() : Math.max(beside.before(), best.before());
        int latest = best == null ? beside.after() : Math.min(beside.after(), best.after());
        return new Change(turn.tie(), turn.thereAfter(), earliest, latest);
    }

    // --- kinds ---

    /** By change: its kind, given which pairs of days are a purge. */
    Map<Change, String> kinds(Wholesale wholesale, Set<List<Integer>> purges) {
        Map<Change, List<Turn>> changes = new HashMap<>();
        turns.forEach((turn, change) ->
                changes.computeIfAbsent(change, unseen -> new ArrayList<>()).add(turn));
        Map<Change, String> kinds = new HashMap<>();
        changes.forEach((change, seen) -> kinds.put(
                change,
                change.thereAfter() ? gain(change, changes.keySet()) : loss(change, changes, wholesale, purges)));
        return kinds;
    }

    private static String gain(Change gained, Set<Change> all) {
        boolean lostBefore = all.stream()
                .filter(change -> change.tie().equals(gained.tie()) && !change.thereAfter())
                .anyMatch(lost -> lost.earliest() < gained.earliest()
                        || (lost.earliest() == gained.earliest() && lost.latest() <= gained.latest()));
        return lostBefore ? "return" : "follow";
    }

    private String loss(Change lost, Map<Change, List<Turn>> all, Wholesale wholesale, Set<List<Integer>> purges) {
        List<Turn> seen = all.get(lost);
        boolean gone = seen.stream().anyMatch(turn -> "gone".equals(turn.sign()));
        boolean purge = seen.stream()
                .anyMatch(turn -> turn.pair().list().ofFollowers()
                        && purges.contains(
                                List.of(turn.pair().before(), turn.pair().after())));
        boolean follower = alive(seen, true);
        boolean followee = alive(seen, false);
        Set<String> acts = seen.stream()
                .map(turn -> act(turn.pair(), wholesale))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Change reverse = new Change(
                new Tie(lost.tie().followee(), lost.tie().follower()), false, lost.earliest(), lost.latest());
        if (gone) {
            return purge ? "purge" : "vanish";
        } else if (acts.contains("reset")) {
            return "reset";
        } else if (follower && followee && all.containsKey(reverse)) {
            return "block-like";
        } else if (acts.contains("prune")) {
            return "prune";
        } else if (follower && followee) {
            return "unfollow";
        }
        return purge ? "purge" : "unknown";
    }

    private static boolean alive(List<Turn> seen, boolean follower) {
        return seen.stream()
                .anyMatch(turn -> turn.pair().list().ofFollowers() != follower || "alive".equals(turn.sign()));
    }

    /** Reset, prune or null. */
    private String act(Pair pair, Wholesale wholesale) {
        long lost = lost(pair, null);
        long gone = lost(pair, "gone");
        long could = shown(pair.list(), pair.before()).ties().size() - gone;
        if (could < wholesale.wholesaleFrom()) {
            return null;
        }
        boolean ofFollowers = pair.list().ofFollowers();
        boolean emptied = shown(pair.list(), pair.after()).ties().isEmpty();
        if (ofFollowers ? lost - gone >= wholesale.resetShare() * could : emptied) {
            return "reset";
        }
        return !ofFollowers && lost - gone >= wholesale.pruneShare() * could ? "prune" : null;
    }

    long lost(Pair pair, String sign) {
        return turns.keySet().stream()
                .filter(turn -> turn.pair().equals(pair) && !turn.thereAfter())
                .filter(turn -> sign == null || sign.equals(turn.sign()))
                .count();
    }

    long gained(Pair pair) {
        return turns.keySet().stream()
                .filter(turn -> turn.pair().equals(pair) && turn.thereAfter())
                .count();
    }
}
