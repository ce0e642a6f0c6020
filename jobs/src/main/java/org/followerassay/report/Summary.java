package org.followerassay.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The report in one paragraph, sentence by sentence; what cannot be said is left out. */
final class Summary {
    private final Selection selection;
    private final ComparisonTables comparison;
    private final SmallGroups groups;

    Summary(Selection selection, ComparisonTables comparison, SmallGroups groups) {
        this.selection = selection;
        this.comparison = comparison;
        this.groups = groups;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(scope());
        leaders(sentences);
        lots(sentences);
        losses(sentences);
        return sentences;
    }

    private String scope() {
        List<ComparedAccount> accounts = selection.accounts();
        String newest = Format.longDay(selection.newest());
        return accounts.size() == 1
                ? Messages.of("summary.one", accounts.get(0).label(), followers(accounts.get(0)), newest)
                : Messages.of(
                        "summary.scope",
                        accounts.size(),
                        followers(accounts.get(accounts.size() - 1)),
                        followers(accounts.get(0)),
                        newest);
    }

    private String followers(ComparedAccount account) {
        return Format.cell(Kind.FOLLOWERS, groups.count(account.followers()));
    }

    private void leaders(List<String> sentences) {
        if (selection.accounts().size() < 2) {
            return;
        }
        first("followers", 1)
                .ifPresent(
                        most -> first("attention", 1).ifPresent(attention -> sentences.add(leaders(most, attention))));
        first("rank_change", -1)
                .filter(account -> number("rank_change").applyAsDouble(account) < 0)
                .ifPresent(account -> sentences.add(Messages.of(
                        "summary.largest_drop",
                        account.label(),
                        Format.cell(Kind.RANK, comparison.shown(account, "rank_by_followers")),
                        Format.cell(Kind.RANK, comparison.shown(account, "rank_by_attention")))));
    }

    private String leaders(ComparedAccount most, ComparedAccount attention) {
        int all = selection.accounts().size();
        String some = known("attention").size() < all ? " " + Messages.of("summary.where_known") : "";
        return (most.equals(attention)
                        ? Messages.of("summary.same_leader", most.label())
                        : Messages.of("summary.two_leaders", most.label(), attention.label()))
                + some;
    }

    /** The account alone at the top, or with -1 at the bottom, of those of whom the measure is known, if they are several. */
    private Optional<ComparedAccount> first(String measure, int sign) {
        ToDoubleFunction<ComparedAccount> height =
                account -> sign * number(measure).applyAsDouble(account);
        List<ComparedAccount> sorted = known(measure).stream()
                .sorted(Comparator.comparingDouble(height).reversed())
                .toList();
        boolean alone = sorted.size() > 1 && height.applyAsDouble(sorted.get(0)) > height.applyAsDouble(sorted.get(1));
        return alone ? Optional.of(sorted.get(0)) : Optional.empty();
    }

    private void lots(List<String> sentences) {
        String measure = "lot_followers_share";
        List<ComparedAccount> looked = known(measure);
        if (looked.isEmpty()) {
            sentences.add(Messages.of("summary.no_dates"));
            return;
        }
        List<ComparedAccount> found = looked.stream()
                .filter(account -> number(measure).applyAsDouble(account) > 0)
                .toList();
        if (found.isEmpty()) {
            sentences.add(Messages.of("summary.no_lots", looked.size()));
            return;
        }
        ComparedAccount largest =
                found.stream().max(Comparator.comparingDouble(number(measure))).orElseThrow();
        Measured share = comparison.shown(largest, measure);
        sentences.add(Messages.of(
                "summary.lots",
                found.size(),
                looked.size(),
                Format.share((Double) share.value()),
                largest.label(),
                Format.share(share.low())));
    }

    private void losses(List<String> sentences) {
        known("churn_rate").stream()
                .max(Comparator.comparingDouble(number("churn_rate")))
                .filter(account -> number("churn_rate").applyAsDouble(account) > 0)
                .ifPresent(account -> sentences.add(Messages.of(
                        "summary.churn",
                        comparable(),
                        selection.accounts().size(),
                        account.label(),
                        Format.cell(Kind.SHARE, comparison.shown(account, "churn_rate")),
                        comparison.shown(account, "churn_rate").note())));
    }

    /** Accounts of which a loss is known, shown or not. */
    private long comparable() {
        return selection.accounts().stream()
                .filter(account -> comparison.shown(account, "churn_rate").value() != null)
                .count();
    }

    private List<ComparedAccount> known(String measure) {
        return selection.accounts().stream()
                .filter(account -> comparison.shown(account, measure).value() instanceof Double)
                .toList();
    }

    /** The value as a number; what is not known or not shown counts as none. */
    private ToDoubleFunction<ComparedAccount> number(String measure) {
        return account -> comparison.shown(account, measure).value() instanceof Double value ? value : 0;
    }
}
