package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which accounts a study would ask for: about one in 67, public ones with 120 to 10,000 followers. Somewhat fewer than half are
 * people, the likelier the more followers they have, since those who are known are asked for rather.
 */
final class Listed {
    static final int FEWEST = 120;
    static final int MOST = 10_000;
    private static final double SHARE = 0.015;
    private static final double PAGES = 0.54;

    private final List<Account> present;
    private final Predicate<Account> isPublic;
    private final Chance chance;

    Listed(List<Account> present, Predicate<Account> isPublic, Chance chance) {
        this.present = present;
        this.isPublic = isPublic;
        this.chance = chance;
    }

    /** In the order of sign-up. */
    List<Account> of(int population) {
        int all = (int) Math.round(SHARE * population);
        List<Account> listed = new ArrayList<>(pages((int) (PAGES * all)));
        listed.addAll(known(candidates(account -> !account.isPage()), all - listed.size()));
        listed.sort(Comparator.comparingInt(account -> account.number));
        return listed;
    }

    /** By turns one of each kind, so that no kind crowds out the others. */
    private List<Account> pages(int count) {
        Map<PageKind, List<Account>> kinds = new EnumMap<>(PageKind.class);
        List<Account> candidates = candidates(Account::isPage);
        while (!candidates.isEmpty()) {
            Account page = candidates.remove(chance.below(candidates.size()));
            kinds.computeIfAbsent(page.page, any -> new ArrayList<>()).add(page);
        }
        List<Account> pages = new ArrayList<>();
        for (int turn = 0; turn < present.size() && pages.size() < count; turn++) {
            for (List<Account> kind : kinds.values()) {
                if (turn < kind.size() && pages.size() < count) {
                    pages.add(kind.get(turn));
                }
            }
        }
        return pages;
    }

    private List<Account> known(List<Account> people, int count) {
        record Drawn(Account account, double late) {}
        return people.stream()
                .map(person -> new Drawn(person, chance.exponential(1) / person.followers.size()))
                .sorted(Comparator.comparingDouble(Drawn::late))
                .limit(count)
                .map(Drawn::account)
                .toList();
    }

    private List<Account> candidates(Predicate<Account> wanted) {
        List<Account> candidates = new ArrayList<>();
        for (Account account : present) {
            int followers = account.followers.size();
            if (wanted.test(account) && followers >= FEWEST && followers <= MOST && isPublic.test(account)) {
                candidates.add(account);
            }
        }
        return candidates;
    }
}
