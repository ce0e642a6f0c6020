package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/**
 * An industry edition: what groups of accounts have in common in a period, published every quarter, say.
 *
 * <p>Everything is counted in Spark from published tables to a row per group; rows of single accounts are read for those
 * only that may be named. No table of inputs is in it, since files are often called after accounts.
 */
public final class Edition {
    /** Writes the edition into the request's folder, in place of an earlier one. */
    public static ReportFiles write(SparkSession session, Inputs tables, Manifest manifest, EditionRequest request) {
        try (ReportFolder folder =
                ReportFolder.at(request.out(), session.sparkContext().hadoopConfiguration())) {
            session.sparkContext().setJobGroup("edition", Messages.of("job"), false);
            folder.refuseForeign();
            Optional<PreviousEdition> previous = request.previous()
                    .map(path -> PreviousEdition.read(
                            path, request.minGroup(), session.sparkContext().hadoopConfiguration()));
            return folder.replace(
                    files(tables, manifest, request, previous), withoutInputs(manifest), request.stated());
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    static Map<String, byte[]> files(
            Inputs tables, Manifest manifest, EditionRequest request, Optional<PreviousEdition> previous) {
        List<ShownTable> shown = new ArrayList<>();
        try (EditionPopulation population = EditionPopulation.of(tables, request)) {
            shown.addAll(aggregates(population));
        }
        previous.ifPresent(before -> shown.add(before.changes(shown.stream()
                .filter(table ->
                        List.of("key_numbers", "benchmark_shares", "benchmarks").contains(table.name()))
                .toList())));
        String drawn = ChartData.json(List.copyOf(shown), new SmallGroups(request.minGroup()));
        ShownTable settings = settings(tables, manifest);
        shown.add(settings);
        ReportHead head = new ReportHead(
                "edition",
                Messages.of("edition.title", request.period()),
                sentences(shown, request),
                request.minGroup(),
                manifest);
        Optional<Named> named = request.named().isEmpty()
                ? Optional.empty()
                : Optional.of(named(tables, manifest, request, ChartData.quarters(shown)));
        EditionPage page = new EditionPage(
                head,
                List.copyOf(shown),
                named.map(Named::pages).orElse(List.of()),
                named.map(one -> one.tables().get(0)),
                previous.map(PreviousEdition::title),
                settings,
                PageAssets.load(),
                named.map(Named::data).orElse(drawn));
        named.ifPresent(one -> shown.addAll(one.tables()));
        return HtmlReport.forms(
                head, shown.stream().filter(table -> !table.isEmpty()).toList(), HtmlReport.html("edition.jte", page));
    }

    private static List<ShownTable> aggregates(EditionPopulation population) {
        EditionCounts counts = new EditionCounts(population);
        EditionBenchmarks benchmarks = new EditionBenchmarks(population);
        EditionPools pools = new EditionPools(population);
        EditionRanks ranks = new EditionRanks(population);
        EditionChecks checks = new EditionChecks(population.tables());
        return List.of(
                counts.cover(),
                counts.keyNumbers(),
                counts.boughtShares(),
                counts.signaturesFound(),
                benchmarks.shares(),
                benchmarks.numbers(),
                counts.churnLeague(),
                Purges.table(population),
                pools.vendors(),
                pools.packages(),
                ranks.quarters(),
                ranks.agreement(),
                ranks.cost(),
                checks.placebo(),
                checks.signatureRuns());
    }

    /** The state without what was read and how: a file's path, subject, columns and numbers of rows may tell of accounts. */
    private static Manifest withoutInputs(Manifest state) {
        SortedMap<String, String> options = new TreeMap<>(state.options());
        options.keySet().removeIf(option -> option.startsWith("ingest."));
        return new Manifest(
                state.format(),
                state.number(),
                state.run(),
                state.command(),
                state.startedAt(),
                state.publishedAt(),
                options,
                state.versions(),
                List.of(),
                state.tables(),
                state.steps());
    }

    /** Options and versions; what was read, and by which command, may name accounts. */
    private static ShownTable settings(Inputs tables, Manifest manifest) {
        ShownTable run = new RunFacts(tables, withoutInputs(manifest)).run();
        return new ShownTable(
                run.name(),
                run.columns(),
                run.rows().stream()
                        .filter(row -> row.get(0).toString().matches("(version|option) .*"))
                        .toList());
    }

    private static List<String> sentences(List<ShownTable> shown, EditionRequest request) {
        List<String> sentences = new ArrayList<>();
        Period period = Period.of(request.period());
        String accounts = Line.of(shown.get(0)).findFirst().orElseThrow().text("accounts");
        sentences.add(Messages.of(
                "edition.scope",
                accounts,
                Format.longDay(period.from()),
                Format.longDay(period.until().minusSeconds(1))));
        Line.of(shown.get(1))
                .filter(line -> ((Measured) line.value("of_accounts")).hasBounds())
                .forEach(line -> {
                    Measured share = (Measured) line.value("of_accounts");
                    sentences.add(Messages.of(
                            "edition.key",
                            line.text("measure"),
                            Format.cell(Kind.SHARE, share),
                            Format.bounds(Kind.SHARE, share.low(), share.high())));
                });
        sentences.add(
                Messages.of(request.named().isEmpty() ? "edition.nobody" : "edition.some_named", request.minGroup()));
        return sentences;
    }

    /** The accounts that may be named, with their tables. */
    private record Named(List<AccountPage> pages, List<ShownTable> tables, String data) {}

    private static Named named(Inputs tables, Manifest manifest, EditionRequest request, List<Object> quarters) {
        ReportRequest asked = new ReportRequest(request.named(), 1, request.out(), request.minGroup());
        Selection selection = Selection.of(tables, asked);
        SmallGroups groups = new SmallGroups(request.minGroup());
        AllTables all = AllTables.read(selection, manifest, asked)
                .without(new OthersUnnamed(request.named(), request.minGroup()));
        ShownTable statements = Statements.table(selection, all);
        Map<Long, Fingerprints.Plot> plots = new Fingerprints(selection, groups).plots();
        List<AccountPage> pages = selection.accounts().stream()
                .map(account -> AccountPage.of(account, all, statements, plots.containsKey(account.account())))
                .toList();
        List<ShownTable> own =
                Stream.concat(all.ofAccounts(), Stream.of(statements)).toList();
        return new Named(pages, own, ChartData.json(selection, all, plots, quarters, groups));
    }

    private Edition() {}
}
