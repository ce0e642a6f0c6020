package org.followerassay.reliability;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.followerassay.report.Held;

/** R14: intervals of a report that say 95 % must hold the truth of 93 to 97 in a hundred accounts, for each kind of figure. */
final class HonestIntervals {
    static Outcome outcome(int accounts) {
        List<Held> kinds = Held.of(accounts);
        List<String> missed = kinds.stream()
                .filter(kind -> !kind.isHonest())
                .map(kind -> "intervals of " + shown(kind))
                .toList();
        String note = kinds.stream().map(HonestIntervals::shown).collect(Collectors.joining(", "));
        return new Outcome(
                kinds.size(),
                missed,
                String.format(Locale.ROOT, "%s of %,d intervals each hold the truth", note, accounts));
    }

    private static String shown(Held kind) {
        return String.format(Locale.ROOT, "%s: %.1f %%", kind.what(), 100 * kind.share());
    }

    private HonestIntervals() {}
}
