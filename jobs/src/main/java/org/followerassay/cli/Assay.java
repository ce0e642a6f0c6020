package org.followerassay.cli;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.ingest.Ingest;
import org.followerassay.ingest.IngestOptions;
import org.followerassay.rank.RankOptions;
import org.followerassay.report.Edition;
import org.followerassay.report.HtmlReport;
import org.followerassay.report.ReportFiles;
import org.followerassay.report.ReportRequest;
import org.followerassay.report.TerminalSummary;

/** The stages of a run, as several commands use them. */
final class Assay {
    private final AssayCommand command;
    private final SparkSession session;
    private final Warehouse warehouse;
    private Optional<RankOptions> ranking = Optional.empty();

    Assay(AssayCommand command, SparkSession session, Warehouse warehouse) {
        this.command = command;
        this.session = session;
        this.warehouse = warehouse;
    }

    /** What the steps rank by, if they do. */
    Assay ranking(RankOptions options) {
        this.ranking = Optional.of(options);
        return this;
    }

    /** Ingests, runs the steps, and publishes both together. */
    Manifest publish(Optional<IngestOptions> exports, Optional<Pipeline> steps, boolean force) {
        return publish(exports, draft -> {}, steps, force);
    }

    /** The same, with something done between the two. */
    Manifest publish(
            Optional<IngestOptions> exports, Consumer<Draft> prepare, Optional<Pipeline> steps, boolean force) {
        SortedMap<String, String> options = Jobs.options(ranking.orElse(RankOptions.defaults()));
        if (ranking.isEmpty()) {
            warehouse.current().ifPresent(before -> options.putAll(rankingOf(before)));
        }
        exports.ifPresent(
                given -> RunInfo.describe(given).forEach((name, value) -> options.put("ingest." + name, value)));
        Consumer<String> say = command::say;
        Manifest manifest = warehouse.publish(session, command.run(options, force), draft -> {
            exports.ifPresent(given -> Ingest.into(draft, given, say));
            prepare.accept(draft);
            steps.ifPresent(pipeline -> pipeline.run(draft, command.progress()));
        });
        command.say("state " + manifest.number() + " of " + warehouse.root() + " is published");
        return manifest;
    }

    /** What the ranks of a published state rest on, which steps that do not rank leave as they are. */
    private static Map<String, String> rankingOf(Manifest state) {
        return state.options().entrySet().stream()
                .filter(option -> option.getKey().startsWith("rank."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes the report of the published state and prints its summary. */
    void report(ReportArgs args, String out) {
        write(tables -> args.request(tables, out));
    }

    /** Writes an edition of the published state. */
    void edition(EditionArgs args, int minGroup, String out) {
        Manifest manifest = warehouse.published();
        Inputs tables = warehouse.tables(session, manifest);
        ReportFiles files = Edition.write(session, tables, manifest, args.request(tables, out, minGroup));
        command.out().println("Edition: " + files.html());
        command.out().flush();
    }

    /** Writes what is asked for of the published state, and prints the summary of its accounts. */
    void write(Function<Inputs, ReportRequest> asked) {
        Manifest manifest = warehouse.published();
        Inputs tables = warehouse.tables(session, manifest);
        ReportRequest request = asked.apply(tables);
        ReportFiles files = HtmlReport.write(session, tables, manifest, request);
        command.out().println(TerminalSummary.of(tables, request));
        command.out().println("Report: " + files.html());
    }
}
