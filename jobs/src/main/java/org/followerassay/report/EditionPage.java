package org.followerassay.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that an edition's template shows.
 *
 * @param tables the edition's tables in the order of the page
 * @param named the accounts that may be named; none is usual
 * @param previous title of the edition before
 */
record EditionPage(
        ReportHead head,
        List<ShownTable> tables,
        List<AccountPage> named,
        Optional<ShownTable> namedSizes,
        Optional<String> previous,
        ShownTable settings,
        PageAssets assets,
        String data) {
    /** Sections of the page, and the tables in each. */
    static final List<Section> SECTIONS = List.of(
            new Section("cover", List.of("cover", "key_numbers")),
            new Section("shares", List.of("bought_shares", "signatures_found")),
            new Section("tiers", List.of("benchmark_shares", "benchmarks")),
            new Section("churn", List.of("churn_league", "purges")),
            new Section("vendors", List.of("vendors_seen", "packages")),
            new Section("ranks", List.of("rank_quarters", "rank_agreement", "cost_to_game")),
            new Section("changes", List.of("changes")));

    static final List<String> LIMITS =
            List.of("quality", "inactive", "third_party", "burst", "export", "population", "rounded", "groups");

    /** A part of the page. */
    record Section(String name, List<String> tables) {
        String title() {
            return Messages.of("edition." + name);
        }

        String intro() {
            return Messages.of("edition." + name + ".intro");
        }
    }

    ShownTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ShownTable(name, List.of(), List.of()));
    }

    boolean shows(Section section) {
        return section.tables().stream().anyMatch(name -> !table(name).isEmpty());
    }

    /** True if there is something to draw in the plot of quarters. */
    boolean hasQuarters() {
        return !ChartData.quarters(tables).isEmpty();
    }

    /** A bin of the distribution, with its width on a bar from 0 to 100; null where its count is not shown. */
    record Bar(String label, String accounts, Double width) {}

    /** The accounts of all tiers by the share that looks bought. */
    List<Bar> distribution() {
        ShownTable shares = table("bought_shares");
        if (shares.isEmpty()) {
            return List.of();
        }
        List<Object> all = shares.rows().get(shares.rows().size() - 1);
        double most = all.stream()
                .skip(1)
                .limit(EditionPopulation.BINS.size())
                .mapToDouble(cell -> cell instanceof Long count ? count : 0)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, EditionPopulation.BINS.size())
                .mapToObj(i -> new Bar(
                        shares.columns().get(i).label(),
                        Format.cell(Kind.COUNT, all.get(i)),
                        all.get(i) instanceof Long count && most > 0
                                ? (Double) (Math.round(1_000 * count / most) / 10.0)
                                : null))
                .toList();
    }
}
