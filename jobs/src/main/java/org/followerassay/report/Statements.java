package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of each account, a sentence for each question, and no sentence that the data do not carry.
 *
 * <p>Questions are kept apart: how the followers arrived, what kind of audience they are, how the account itself follows.
 */
final class Statements {
    /** A week with this many times the followers of a usual week is worth a sentence. */
    private static final double SURGE_TIMES = 10;

    /** ... if it brought this share of the list, too: new accounts have small usual weeks. */
    private static final double SURGE_SHARE = 0.05;

    /** A trait is named if more than this share of the peers have less of it. */
    private static final double ABOVE_PEERS = 0.9;

    /** Fewer peers than this have no tenth to be above. */
    private static final long FEWEST_PEERS = 10;

    private final AllTables tables;

    private Statements(AllTables tables) {
        this.tables = tables;
    }

    /** A sentence and the question that it answers. */
    record Statement(String topic, String text) {
        String topicLabel() {
            return Messages.of("topic." + topic);
        }
    }

    static ShownTable table(Selection selection, AllTables tables) {
        ShownTable.Builder table = ShownTable.named(
                "statements",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("topic", Kind.CODE),
                ShownColumn.of("statement", Kind.TEXT));
        Statements statements = new Statements(tables);
        for (ComparedAccount account : selection.accounts()) {
            statements
                    .of(account)
                    .forEach(one -> table.row(account.account(), account.label(), one.topic(), one.text()));
        }
        return table.build();
    }

    private List<Statement> of(ComparedAccount account) {
        List<Statement> said = new ArrayList<>();
        add(said, "size", size(account));
        add(said, "arrivals", arrivals(account));
        surge(account).ifPresent(text -> add(said, "arrivals", text));
        add(said, "audience", audience(account));
        add(said, "growth", growth(account));
        add(said, "behaviour", behaviour(account));
        return said;
    }

    private static void add(List<Statement> said, String topic, String text) {
        said.add(new Statement(topic, text));
    }

    private String size(ComparedAccount account) {
        Line sizes = one(tables.sizes(), account).orElseThrow();
        return Messages.of(
                "statement.size",
                sizes.text("followers"),
                Format.longDay(account.snapshot()),
                sizes.text("rank_by_followers"),
                sizes.text("rank_by_attention"));
    }

    private String arrivals(ComparedAccount account) {
        Line estimate = one(tables.estimates(), account).orElse(null);
        if (estimate == null || estimate.value("share_high") == null) {
            return Messages.of("statement.arrivals.unknown");
        }
        if (!estimate.has("share_high")) {
            return Messages.of("statement.arrivals.few");
        }
        String tier = estimate.text("tier");
        String placebo = estimate.has("placebo_share")
                ? " " + Messages.of("statement.placebo", estimate.text("placebo_share"))
                : "";
        return switch (tier) {
            case "strong", "moderate" ->
                Messages.of(
                                "statement.arrivals.found",
                                Format.bounds(Kind.SHARE, estimate.number("share_low"), estimate.number("share_high")),
                                Messages.of("tier." + tier))
                        + placebo;
            case "weak" -> Messages.of("statement.arrivals.weak", estimate.text("share_high")) + placebo;
            default -> Messages.of("statement.arrivals.none");
        };
    }

    /** A week in which many came; said with whether a lot came in it. */
    private Optional<String> surge(ComparedAccount account) {
        return one(tables.surges(), account)
                .filter(week -> week.has("followers_share") && week.number("followers_share") >= SURGE_SHARE)
                .filter(week -> week.number("followers") >= SURGE_TIMES * week.number("usual_week"))
                .map(week -> Messages.of(
                        surge(account, week),
                        week.text("week"),
                        week.text("followers_share"),
                        week.text("usual_week")));
    }

    /** Press is named as a cause only where no signature says otherwise of the list. */
    private String surge(ComparedAccount account, Line week) {
        boolean lot = rows(tables.lots(), account).stream()
                .anyMatch(run -> run.number("position_from") <= week.number("position_to")
                        && run.number("position_to") >= week.number("position_from"));
        boolean matched = one(tables.estimates(), account)
                .filter(estimate -> List.of("strong", "moderate").contains(estimate.text("tier")))
                .isPresent();
        if (lot || matched) {
            return lot ? "statement.surge.lot" : "statement.surge";
        }
        return behaviours(account).isEmpty() ? "statement.surge.no_lot" : "statement.surge.own";
    }

    private String audience(ComparedAccount account) {
        List<Line> traits = rows(tables.profiles(), account).stream()
                .filter(trait -> trait.has("share"))
                .toList();
        if (traits.isEmpty()) {
            return Messages.of("statement.audience.unknown");
        }
        List<Line> compared = traits.stream()
                .filter(trait -> trait.has("peer_median") && trait.number("peers") >= FEWEST_PEERS)
                .toList();
        if (compared.isEmpty()) {
            return Messages.of("statement.audience.no_peers");
        }
        List<String> above = compared.stream()
                .filter(trait -> trait.has("peer_rank") && trait.number("peer_rank") > ABOVE_PEERS)
                .filter(trait -> trait.number("share_low") > trait.number("peer_median"))
                .map(trait -> Messages.of(
                        "statement.audience.trait",
                        Messages.orName("trait", trait.text("trait")),
                        trait.text("share"),
                        trait.text("peer_median")))
                .toList();
        String peers = compared.get(0).text("peers");
        return above.isEmpty()
                ? Messages.of("statement.audience.usual", peers, account.tier())
                : Messages.of("statement.audience.above", peers, account.tier(), String.join("; ", above));
    }

    private String growth(ComparedAccount account) {
        List<Line> pairs = rows(tables.churn(), account);
        if (pairs.isEmpty()) {
            Measured rate = (Measured) one(tables.axes(), account).orElseThrow().value("churn_rate");
            return Messages.of("statement.growth.unknown", rate.note());
        }
        Line newest = pairs.get(pairs.size() - 1);
        if (!newest.has("gained") || !newest.has("lost")) {
            return Messages.of("statement.growth.few", newest.text("snapshot_before"), newest.text("snapshot_after"));
        }
        return Messages.of(
                "statement.growth",
                newest.text("snapshot_before"),
                newest.text("snapshot_after"),
                newest.text("gained"),
                newest.text("lost"),
                newest.text("listed_before"));
    }

    private String behaviour(ComparedAccount account) {
        List<String> found = behaviours(account);
        if (!found.isEmpty()) {
            return String.join(" ", found) + " " + Messages.of("statement.behaviour.found");
        }
        return Messages.of(
                tables.ownFollows().contains(account.account())
                        ? "statement.behaviour.none"
                        : "statement.behaviour.unknown");
    }

    /** Sentences of the findings about the account's own follows, weak ones left out. */
    private List<String> behaviours(ComparedAccount account) {
        return rows(tables.findings(), account).stream()
                .filter(finding -> finding.text("axis").equals("behaviour"))
                .filter(finding -> !finding.text("tier").equals("weak"))
                .map(finding -> finding.text("evidence").replaceFirst("[.;]?$", "."))
                .toList();
    }

    private static Optional<Line> one(ShownTable table, ComparedAccount account) {
        return rows(table, account).stream().findFirst();
    }

    private static List<Line> rows(ShownTable table, ComparedAccount account) {
        return Line.of(table)
                .filter(line -> line.row().get(0).equals(account.account()))
                .toList();
    }
}
