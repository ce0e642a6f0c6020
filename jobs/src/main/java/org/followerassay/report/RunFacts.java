package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.GraphTables.GRAPH_FACTS;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;

import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/** What went into the report: files and their rows, rejects, snapshots, versions, options. */
final class RunFacts {
    /** Files and snapshots listed; a page that lists more tells less. */
    static final int MOST_ROWS = 200;

    private final Inputs tables;
    private final Manifest manifest;

    RunFacts(Inputs tables, Manifest manifest) {
        this.tables = tables;
        this.manifest = manifest;
    }

    long files() {
        return tables.rows(INPUT_FILES);
    }

    ShownTable inputs() {
        ShownTable.Builder table = ShownTable.named(
                "inputs",
                ShownColumn.of("file", Kind.CODE),
                ShownColumn.of("read_as", Kind.TEXT),
                ShownColumn.of("lines", Kind.COUNT),
                ShownColumn.of("accepted", Kind.COUNT),
                ShownColumn.of("repeated", Kind.COUNT),
                ShownColumn.of("conflicting", Kind.COUNT),
                ShownColumn.of("self_ties", Kind.COUNT),
                ShownColumn.of("rejected", Kind.COUNT),
                ShownColumn.of("sha256", Kind.CODE));
        for (Row row : tables.of(INPUT_FILES)
                .orderBy("file", "sha256")
                .limit(MOST_ROWS)
                .collectAsList()) {
            table.row(
                    Handles.shownPath(Cells.text(row, "file")),
                    Cells.text(row, "read_as"),
                    Cells.count(row, "lines"),
                    Cells.count(row, "accepted"),
                    Cells.count(row, "repeated"),
                    Cells.count(row, "conflicting"),
                    Cells.count(row, "self_ties"),
                    Cells.count(row, "rejected"),
                    Cells.text(row, "sha256"));
        }
        return table.build()
                .regeneratedBy(
                        "select file, read_as, lines, accepted, repeated, conflicting, self_ties, rejected, sha256 from input_files"
                                + " order by file, sha256 limit " + MOST_ROWS);
    }

    /** Rejected rows by file and reason; never the rows themselves. */
    ShownTable rejects() {
        ShownTable.Builder table = ShownTable.named(
                "rejects",
                ShownColumn.of("file", Kind.CODE),
                ShownColumn.of("reason", Kind.CODE),
                ShownColumn.of("rows", Kind.COUNT));
        tables.of(REJECTS)
                .groupBy("file", "reason")
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col("file"), col("reason"))
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Handles.shownPath(Cells.text(row, "file")),
                        Cells.text(row, "reason"),
                        Cells.count(row, "rows")));
        return table.build()
                .regeneratedBy(
                        "select file, reason, count(*) as rows from rejects group by file, reason order by rows desc, file, reason"
                                + " limit " + MOST_ROWS);
    }

    ShownTable snapshots() {
        ShownTable.Builder table = ShownTable.named(
                "graph_facts",
                ShownColumn.of("snapshot", Kind.TIME),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("ties", Kind.COUNT),
                ShownColumn.of("followed_accounts", Kind.COUNT),
                ShownColumn.of("following_accounts", Kind.COUNT),
                ShownColumn.of("pair_reciprocity", Kind.SHARE),
                ShownColumn.of("tie_reciprocity", Kind.SHARE));
        tables.of(GRAPH_FACTS)
                .orderBy(col("snapshot").desc())
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Cells.time(row, "snapshot"),
                        Cells.count(row, "accounts"),
                        Cells.count(row, "ties"),
                        Cells.count(row, "followed_accounts"),
                        Cells.count(row, "following_accounts"),
                        Cells.number(row, "pair_reciprocity"),
                        Cells.number(row, "tie_reciprocity")));
        return table.build()
                .regeneratedBy(
                        "select snapshot, accounts, ties, followed_accounts, following_accounts, pair_reciprocity, tie_reciprocity"
                                + " from graph_facts order by snapshot desc limit " + MOST_ROWS);
    }

    /** Versions and options as name and value; not the name of the run, drawn by chance, that the manifest beside the report gives. */
    ShownTable run() {
        ShownTable.Builder table =
                ShownTable.named("run", ShownColumn.of("name", Kind.CODE), ShownColumn.of("setting", Kind.TEXT));
        table.row("warehouse state", Long.toString(manifest.number()));
        table.row("command", manifest.command());
        add(table, "version of ", manifest.versions());
        add(table, "option ", manifest.options());
        return table.build();
    }

    private static void add(ShownTable.Builder table, String prefix, SortedMap<String, String> values) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            table.row(prefix + value.getKey(), value.getValue());
        }
    }
}
