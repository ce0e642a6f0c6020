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
 * @param rankPoints what the scatter plot of the two ranks draws
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
        ShownTable retention,
        ShownTable growth,
        ShownTable purges,
        ShownTable vendors,
        ShownTable massFollowers,
        ShownTable quality,
        Set<Long> ownFollows,
        Ranking ranking,
        Peers peers,
        ShownTable tiers,
        ShownTable rankPoints,
        ShownTable signatureRuns,
        ShownTable incompleteLists,
        ShownTable unusablePairs,
        ShownTable inputs,
        ShownTable rejects,
        ShownTable snapshots,
        ShownTable run) {

    private static final ShownTable NONE = ShownTable.named("none").build();

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

    /** What to expect of accounts of the same size, in shares and in other numbers. */
    record Peers(ShownTable shares, ShownTable numbers) {
        static Peers of(Selection selection, SmallGroups groups, ComparisonTables comparison, ShownTable estimates) {
            PeerRanges ranges = new PeerRanges(selection, groups, comparison, estimates);
            return new Peers(ranges.shares(), ranges.numbers());
        }
    }

    static AllTables read(Selection selection, Manifest manifest, ReportRequest request) {
        SmallGroups groups = new SmallGroups(request.minGroup());
        ComparisonTables comparison = new ComparisonTables(selection, groups);
        ArrivalTables arrivals = new ArrivalTables(selection, groups);
        ChangeTables changes = new ChangeTables(selection, groups);
        Industry industry = new Industry(selection, groups);
        Inputs tables = selection.tables();
        ShownTable estimates = arrivals.estimates();
        Limits limits = new Limits(selection, groups);
        RunFacts facts = new RunFacts(tables, manifest);
        return new AllTables(
                comparison.sizes(),
                comparison.axes(),
                Compared.of(selection, groups, comparison),
                estimates,
                new FindingTable(selection, groups).table(),
                arrivals.lots(),
                new Surges(selection, groups).table(),
                new AudienceTable(selection, groups).table(),
                changes.churn(),
                new Retention(selection, groups).table(),
                new Growth(selection, groups).table(),
                Purges.table(tables, groups.smallest()),
                arrivals.vendors(),
                changes.massFollowers(),
                new DataQuality(selection, groups).table(),
                ownFollows(selection),
                Ranking.of(selection, groups, request.form()),
                Peers.of(selection, groups, comparison, estimates),
                request.form() == ReportRequest.Form.REPORT ? industry.tiers() : NONE,
                request.form() == ReportRequest.Form.REPORT ? industry.points() : NONE,
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
                        sizes,
                        axes,
                        estimates,
                        findings,
                        lots,
                        surges,
                        profiles,
                        ranking.standings(),
                        churn,
                        retention,
                        growth,
                        massFollowers,
                        quality)
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
                retention,
                growth,
                purges,
                OthersUnnamed.none(vendors),
                massFollowers,
                quality,
                ownFollows,
                new Ranking(ranking.lead(), others.standings(ranking.standings()), NONE, NONE, NONE),
                new Peers(NONE, NONE),
                NONE,
                NONE,
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
                peers.shares(),
                peers.numbers(),
                ranking.standings(),
                churn,
                retention,
                growth,
                purges,
                vendors,
                massFollowers,
                quality,
                rankPoints,
                tiers,
                ranking.agreement(),
                ranking.movers(),
                ranking.cost(),
                signatureRuns,
                incompleteLists,
                unusablePairs,
                inputs,
                rejects,
                snapshots,
                run);
    }
}
