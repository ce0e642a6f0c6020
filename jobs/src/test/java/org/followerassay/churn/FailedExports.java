package org.followerassay.churn;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.table.ChurnTables;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/**
 * A thousand lists over four days in one ledger: exports that fail in nine ways, and lists that really lose most of their ties. No
 * loss may be in the ledger that did not happen, and to leave out whatever looks odd is no way to get there.
 */
public final class FailedExports {
    private static final int DAYS = 4;

    private enum Kind {
        OLDEST_MISSING(100),
        NEWEST_MISSING(100),
        SCATTERED_MISSING(100),
        PAGE_MISSING(100),
        EMPTY(50),
        SAYS_SO(50),
        LAST_CUT(50),
        FIRST_CUT(50),
        GAP(50),
        MASS_LOSS(200),
        MASS_LOSS_AT_THE_END(100),
        PRUNED(50);

        private final int cases;

        Kind(int cases) {
            this.cases = cases;
        }

        boolean isLoss() {
            return ordinal() >= MASS_LOSS.ordinal();
        }
    }

    private final Random random = new Random(9);
    private final Map<String, List<List<String>>> truth = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    /**
     * What the ledger says of them.
     *
     * @param lists all of them
     * @param losses lists that really lost most of their ties
     * @param untrue losses that did not happen: the list, and who is said to be gone
     * @param passedOver lists whose true losses are not all in the ledger
     */
    public record Found(long lists, long losses, List<String> untrue, List<String> passedOver) {}

    private FailedExports() {}

    public static Found inTheLedger(Drawings draw) {
        return new FailedExports().found(draw);
    }

    private Found found(Drawings draw) {
        History history = new History(draw);
        for (Kind kind : Kind.values()) {
            for (int number = 0; number < kind.cases; number++) {
                show(history, kind, kind.name() + number);
            }
        }
        TestInputs ledger = history.after(upToTheLedger());

        Map<String, Integer> lost = new HashMap<>();
        List<String> untrue = new ArrayList<>();
        for (Row change :
                ledger.of(ChurnTables.FOLLOW_CHANGES).where("not there_after").collectAsList()) {
            String follower = draw.name(change.getAs("follower"));
            String followee = draw.name(change.getAs("followee"));
            String list = truth.containsKey(followee) ? followee : follower;
            String other = list.equals(followee) ? follower : followee;
            boolean wasThere = on(list, change.getAs("earliest")).contains(other);
            boolean isThere = on(list, change.getAs("latest")).contains(other);
            if (!wasThere || isThere) {
                untrue.add(list + ": " + other);
            }
            lost.merge(list, 1, Integer::sum);
        }
        List<String> losses = kinds.keySet().stream()
                .filter(list -> kinds.get(list).isLoss())
                .sorted()
                .toList();
        List<String> passedOver = losses.stream()
                .filter(list -> lost.getOrDefault(list, 0) != trueLosses(list))
                .toList();
        return new Found(truth.size(), losses.size(), untrue, passedOver);
    }

    private static Derivation[] upToTheLedger() {
        Derivation[] all = Ledger.steps();
        return Arrays.copyOf(all, all.length - 2);
    }

    private Set<String> on(String list, Timestamp snapshot) {
        int day = IntStream.rangeClosed(1, DAYS)
                .filter(number -> History.day(number).equals(snapshot))
                .findFirst()
                .orElseThrow();
        return new HashSet<>(truth.get(list).get(day - 1));
    }

    private int trueLosses(String list) {
        int losses = 0;
        for (int day = 1; day < DAYS; day++) {
            Set<String> gone = new HashSet<>(truth.get(list).get(day - 1));
            gone.removeAll(truth.get(list).get(day));
            losses += gone.size();
        }
        return losses;
    }

    private void show(History history, Kind kind, String list) {
        int day = kind == Kind.MASS_LOSS_AT_THE_END ? DAYS : 2 + random.nextInt(2);
        List<List<String>> days = truth(list, kind.isLoss() ? day : 0);
        truth.put(list, days);
        kinds.put(list, kind);
        for (int number = 1; number <= DAYS; number++) {
            String[] whole = days.get(number - 1).toArray(String[]::new);
            boolean fails = number == failing(kind, day);
            if (kind == Kind.PRUNED) {
                history.followees(number, list, whole);
            } else if (kind == Kind.GAP && (number == 2 || number == 3)) {
                continue;
            } else if (!fails) {
                history.ordered(number, list, whole);
            } else if (kind == Kind.EMPTY) {
                history.list(number, list, "followers", false);
            } else if (kind == Kind.SAYS_SO) {
                history.list(number, list, "followers", false, Arrays.copyOf(whole, whole.length / 2));
            } else {
                history.ordered(number, list, cut(kind, whole));
            }
        }
    }

    private static int failing(Kind kind, int day) {
        return switch (kind) {
            case LAST_CUT -> DAYS;
            case FIRST_CUT -> 1;
            case GAP, MASS_LOSS, MASS_LOSS_AT_THE_END, PRUNED -> 0;
            default -> day;
        };
    }

    /** A tenth to six tenths of the list are missing. */
    private String[] cut(Kind kind, String[] whole) {
        int missing = (int) Math.ceil(whole.length * (0.15 + 0.45 * random.nextDouble()));
        int left = whole.length - missing;
        int hole = kind == Kind.NEWEST_MISSING ? left : kind == Kind.PAGE_MISSING ? random.nextInt(left + 1) : 0;
        if (kind != Kind.SCATTERED_MISSING) {
            return IntStream.range(0, whole.length)
                    .filter(place -> place < hole || place >= hole + missing)
                    .mapToObj(place -> whole[place])
                    .toArray(String[]::new);
        }
        Set<Integer> gone = new HashSet<>();
        while (gone.size() < missing) {
            gone.add(random.nextInt(whole.length));
        }
        return IntStream.range(0, whole.length)
                .filter(place -> !gone.contains(place))
                .mapToObj(place -> whole[place])
                .toArray(String[]::new);
    }

    /** What a list holds on each day, oldest first: one leaves now and then, one comes; on one day, most leave for good. */
    private List<List<String>> truth(String list, int massLossOn) {
        List<List<String>> days = new ArrayList<>();
        List<String> ties = new ArrayList<>();
        int next = 0;
        for (int size = 50 + random.nextInt(30); next < size; next++) {
            ties.add(list + "_" + next);
        }
        for (int day = 1; day <= DAYS; day++) {
            if (day == massLossOn) {
                double share = 0.3 + 0.6 * random.nextDouble();
                ties.removeIf(tie -> random.nextDouble() < share);
            } else if (day > 1 && random.nextInt(2) == 0) {
                ties.remove(random.nextInt(ties.size()));
            }
            if (day > 1 && random.nextInt(3) > 0) {
                ties.add(list + "_" + next++);
            }
            days.add(List.copyOf(ties));
        }
        return days;
    }
}
