package org.followerassay.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.followerassay.evaluate.Truth.PlantedAccount;

/** Lays {@link Scores} out for a terminal. */
final class ScoresText {
    private final Scores scores;
    private final AccountVerdicts verdicts;
    private final StringBuilder text = new StringBuilder();

    ScoresText(Scores scores) {
        this.scores = scores;
        verdicts = scores.verdicts();
    }

    String text() {
        planted();
        innocent();
        accounts();
        followers();
        baselines();
        mistakes();
        line("%s", verdict());
        return text.toString();
    }

    private String verdict() {
        return scores.passes()
                ? "Everybody who had to be found was found, and nobody was named for their arrivals without cause."
                : String.format(
                        Locale.ROOT,
                        "Not good enough: %d planted accounts missed, %d accounts named for their arrivals without cause.",
                        verdicts.missed().size(),
                        verdicts.namedWithoutCause().size()
                                + verdicts.strangers().size());
    }

    private void planted() {
        line("%-44s %9s %7s %7s", "Planted", "accounts", "found", "missed");
        table(planted -> !AccountVerdicts.innocent(planted), verdicts::found, true);
    }

    private void innocent() {
        line("%-44s %9s %7s %7s", "Innocent, by arrivals", "accounts", "named", "left");
        table(AccountVerdicts::innocent, verdicts::namedWithoutCause, false);
    }

    private void table(Predicate<PlantedAccount> shown, Predicate<PlantedAccount> hit, boolean withPattern) {
        Map<String, List<PlantedAccount>> kinds = verdicts.truth().stream()
                .filter(shown)
                .collect(Collectors.groupingBy(
                        planted -> withPattern ? kind(planted) : planted.label().kind(),
                        TreeMap::new,
                        Collectors.toList()));
        kinds.forEach((kind, accounts) -> {
            long hits = accounts.stream().filter(hit).count();
            line("  %-42s %9d %7d %7d", kind, accounts.size(), hits, accounts.size() - hits);
        });
        line("");
    }

    private void accounts() {
        line("%-44s %-34s %s", "Accounts", "precision (95 % interval)", "recall (95 % interval)");
        agreement("named for arrivals, strong or moderate", verdicts.onArrivals());
        agreement("named for behaviour, strong or moderate", verdicts.onBehaviour());
        line("");
    }

    private void followers() {
        line("%-44s %-34s %s", "Followers of audited accounts, newest", "precision (95 % interval)", "recall");
        scores.followers().forEach(this::agreement);
        line("");
    }

    private void baselines() {
        line("%-44s %-34s %s", "The same by published rules", "precision (95 % interval)", "recall");
        for (Baselines.Scored scored : scores.baselines()) {
            line("  %s [%s]", scored.rule().name(), scored.rule().source());
            agreement(
                    String.format(
                            Locale.ROOT,
                            "  accounts with %.0f %%",
                            100 * scored.rule().threshold()),
                    scored.accounts());
            agreement(
                    String.format(Locale.ROOT, "  accounts with %.1f %%, the best here", 100 * scored.bestThreshold()),
                    scored.bestAccounts());
            agreement("  followers", scored.followers());
        }
        line("");
    }

    private void mistakes() {
        list("Missed", verdicts.missed());
        list("Named for arrivals without cause", verdicts.namedWithoutCause());
        verdicts.strangers().stream()
                .limit(20)
                .forEach(account -> line("Named for arrivals though not audited: %d", account));
    }

    private void list(String heading, List<PlantedAccount> accounts) {
        for (PlantedAccount planted : accounts) {
            line(
                    "%s: %d, %s%s",
                    heading,
                    planted.account(),
                    kind(planted),
                    planted.share() > 0
                            ? String.format(
                                    Locale.ROOT,
                                    ", %.1f %% bought from %s",
                                    100 * planted.share(),
                                    planted.label().vendor())
                            : "");
        }
    }

    private void agreement(String name, Agreement agreement) {
        line(
                "  %-42s %-34s %s",
                name, agreement.precision().text(), agreement.recall().text());
    }

    private static String kind(PlantedAccount planted) {
        String pattern = planted.label().pattern();
        return planted.label().kind() + (pattern.isEmpty() ? "" : ", " + pattern);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
