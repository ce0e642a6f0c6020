package org.followerassay.report;

import java.util.List;
import java.util.stream.Stream;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/** Every table of a report, read once. */
record AllTables(
        ShownTable sizes,
        ShownTable axes,
        ShownTable findings,
        ShownTable lots,
        ShownTable profiles,
        ShownTable churn,
        ShownTable vendors,
        ShownTable massFollowers,
        ShownTable tiers,
        ShownTable signatureRuns,
        ShownTable incompleteLists,
        ShownTable unusablePairs,
        ShownTable inputs,
        ShownTable rejects,
        ShownTable snapshots,
        ShownTable run) {

    static AllTables read(
            Inputs tables, Manifest manifest, Selection selection, SmallGroups groups, ComparisonTables comparison) {
        AccountTables accounts = new AccountTables(selection, groups);
        Limits limits = new Limits(selection, groups);
        RunFacts facts = new RunFacts(tables, manifest);
        return new AllTables(
                comparison.sizes(),
                comparison.axes(),
                accounts.findings(),
                accounts.lots(),
                accounts.profiles(),
                accounts.churn(),
                accounts.vendors(),
                accounts.massFollowers(),
                new Industry(selection, groups).tiers(),
                limits.signatureRuns(),
                limits.incompleteLists(),
                limits.unusablePairs(),
                facts.inputs(),
                facts.rejects(),
                facts.snapshots(),
                facts.run());
    }

    /** Those that have a row, in the order of the page; each of them has its twins. */
    List<ShownTable> filled() {
        return all().filter(table -> !table.isEmpty()).toList();
    }

    /** Every table that a report may hold. */
    Stream<ShownTable> all() {
        return Stream.of(
                sizes,
                axes,
                findings,
                lots,
                profiles,
                churn,
                vendors,
                massFollowers,
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
