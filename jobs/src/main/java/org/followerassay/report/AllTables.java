package org.followerassay.report;

import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/**
 * Every table of a report, read once.
 *
 * @param compared the points of a few accounts side by side; of many accounts, empty tables
 * @param ownFollows accounts of whose own follows two lists can be compared
 */
record AllTables(
        ShownTable sizes,
        ShownTable axes,
        Compared compared,
        ShownTable estimates,
        ShownTable findings,
        ShownTable lots,
        ShownTable surges,
        ShownTable profiles,
        ShownTable churn,
        ShownTable growth,
        ShownTable purges,
        ShownTable vendors,
        ShownTable massFollowers,
        ShownTable quality,
        Set<Long> ownFollows,
        ShownTable tiers,
        ShownTable signatureRuns,
        ShownTable incompleteLists,
        ShownTable unusablePairs,
        ShownTable inputs,
        ShownTable rejects,
        ShownTable snapshots,
        ShownTable run) {

    /**
     * A few accounts side by side.
     *
     * @param lines the points as a page or a terminal shows them
     */
    record Compared(ShownTable points, ShownTable differences, ShownTable overlaps, List<SideBySide.Line> lines) {
        static Compared of(Selection selection, SmallGroups groups, ComparisonTables comparison) {
            int accounts = selection.accounts().size();
            List<Points.Point> points = accounts < 2 || accounts > ReportRequest.MOST_COMPARED
                    ? List.of()
                    : new Points(selection, groups, comparison).all();
            PointTables tables = new PointTables(selection, points);
            ShownTable overlaps =
                    points.isEmpty() ? ShownTable.named("overlaps").build() : new Overlaps(selection, groups).table();
            return new Compared(tables.points(), tables.differences(), overlaps, tables.lines());
        }
    }

    static AllTables read(
            Inputs tables, Manifest manifest, Selection selection, SmallGroups groups, ComparisonTables comparison) {
        AccountTables accounts = new AccountTables(selection, groups);
        Limits limits = new Limits(selection, groups);
        RunFacts facts = new RunFacts(tables, manifest);
        return new AllTables(
                comparison.sizes(),
                comparison.axes(),
                Compared.of(selection, groups, comparison),
                accounts.estimates(),
                accounts.findings(),
                accounts.lots(),
                new Surges(selection, groups).table(),
                accounts.profiles(),
                accounts.churn(),
                new Growth(selection, groups).table(),
                Purges.table(tables, groups.smallest()),
                accounts.vendors(),
                accounts.massFollowers(),
                new DataQuality(selection, groups).table(),
                ownFollows(selection),
                new Industry(selection, groups).tiers(),
                limits.signatureRuns(),
                limits.incompleteLists(),
                limits.unusablePairs(),
                facts.inputs(),
                facts.rejects(),
                facts.snapshots(),
                facts.run());
    }

    private static Set<Long> ownFollows(Selection selection) {
        return selection.rows(SNAPSHOT_PAIRS, "account", "snapshot_before", "snapshot_after").stream()
                .filter(row -> Cells.text(row, "direction").equals("followees") && Cells.flag(row, "usable"))
                .map(row -> row.<Long>getAs("account"))
                .collect(Collectors.toSet());
    }

    /** Those that have a row, in the order of the page; each of them has its twins. */
    List<ShownTable> filled() {
        return all().filter(table -> !table.isEmpty()).toList();
    }

    /** Those about the accounts themselves that have a row. */
    Stream<ShownTable> ofAccounts() {
        return Stream.of(
                        sizes, axes, estimates, findings, lots, surges, profiles, churn, growth, massFollowers, quality)
                .filter(table -> !table.isEmpty());
    }

    /** The same without what tells of accounts that may not be named. */
    AllTables without(OthersUnnamed others) {
        return new AllTables(
                sizes,
                axes,
                compared,
                estimates,
                others.texts(findings),
                lots,
                surges,
                others.peers(profiles),
                churn,
                growth,
                purges,
                OthersUnnamed.none(vendors),
                massFollowers,
                quality,
                ownFollows,
                tiers,
                signatureRuns,
                incompleteLists,
                unusablePairs,
                inputs,
                rejects,
                snapshots,
                run);
    }

    /** Every table that a report may hold, but for the statements, which are made of them. */
    private Stream<ShownTable> all() {
        return Stream.of(
                sizes,
                axes,
                compared.points(),
                compared.differences(),
                compared.overlaps(),
                estimates,
                findings,
                lots,
                surges,
                profiles,
                churn,
                growth,
                purges,
                vendors,
                massFollowers,
                quality,
                tiers,
                signatureRuns,
                incompleteLists,
                unusablePairs,
                inputs,
                rejects,
                snapshots,
                run);
    }
}
