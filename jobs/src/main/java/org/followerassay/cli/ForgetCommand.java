package org.followerassay.cli;

import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erasure of a person's rows. */
@Command(
        name = "forget",
        description = {
            "Erase every row about some accounts from every table, their ids and names from what is said of inputs, and every"
                    + " earlier state of the warehouse. Then search all of it for what is left, and fail if there is anything."
        },
        footer = {
            "",
            "Example:",
            "  assay forget 4711 --warehouse warehouse --search exports/ --search report",
            "",
            "Counts about other accounts stay as they were until 'assay signatures',",
            "'churn', 'rank' and 'report' run again. Exports and reports are not changed:",
            "--search names the files in which the account still stands, and ends with exit",
            "code 4 if there are any. Ingesting a changed copy of such an export would",
            "bring it back. Do not run while another run is at work in the same warehouse."
        })
final class ForgetCommand extends AssayCommand {
    private static final int GATE_FAILED = AssayException.Kind.GATE_FAILED.exitCode();

    @Parameters(arity = "1..*", paramLabel = "ACCOUNT", description = "ids or handles")
    private List<String> accounts = new ArrayList<>();

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--search",
            paramLabel = "PATH",
            description = "look through these exports and reports, too, and name the files that still know the account;"
                    + " repeat for more")
    private List<String> searched = new ArrayList<>();

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse tables = warehouse.open(session);
            Inputs published = tables.tables(session, tables.published());
            Mentions mentions = Mentions.of(Accounts.idsOf(accounts, published), accounts, published);
            // The manifest says how many were erased, not whom.
            TreeMap<String, String> options = new TreeMap<>();
            options.put("accounts", Integer.toString(mentions.accounts()));
            tables.publish(session, run(options, false), draft -> {
                Tables.ALL.forEach(table -> erase(table, mentions, draft));
                draft.amend(input -> amended(input, mentions));
            });
            tables.history().deleteAll();
            prove(session, tables, mentions);
            return leftovers(session, mentions) ? GATE_FAILED : 0;
        }
    }

    private static void erase(Table table, Mentions mentions, Draft draft) {
        for (Manifest.Part part : draft.parts(table)) {
            Dataset<Row> rows = draft.rowsOf(table, part);
            if (part.rows() > 0 && !rows.where(mentions.anywhere(table)).isEmpty()) {
                Dataset<Row> kept = rows.where(not(mentions.rowsOf(table)));
                draft.write(table, part.name(), part.key(), mentions.amended(table, kept));
            }
        }
    }

    private static Manifest.Input amended(Manifest.Input input, Mentions mentions) {
        return new Manifest.Input(
                mentions.erasedFromPath(input.path()),
                input.key(),
                input.sha256(),
                input.bytes(),
                input.format(),
                mentions.erasedFromPath(input.readAs()),
                input.run(),
                mentions.erasedFromPath(input.subject()));
    }

    /** Reads all that is published once more, as whoever opens it would. */
    private void prove(SparkSession session, Warehouse tables, Mentions mentions) {
        Manifest manifest = tables.published();
        Inputs published = tables.tables(session, manifest);
        long rows = 0;
        for (Table table : Tables.ALL) {
            rows += published.rows(table);
            if (published.rows(table) > 0
                    && !published.of(table).where(mentions.anywhere(table)).isEmpty()) {
                throw AssayException.failed("the table " + table.name()
                        + " still names an account that was to be erased: this is a defect, please report it");
            }
        }
        boolean named = manifest.inputs().stream()
                .flatMap(input -> Stream.of(input.path(), input.readAs(), String.valueOf(input.subject())))
                .anyMatch(mentions::inPath);
        if (named || tables.history().states() != 1) {
            throw AssayException.failed(
                    "the manifest of " + tables.root()
                            + ", or an earlier one, still names an account that was to be erased: this is a defect, please report it");
        }
        say("erased " + mentions.accounts() + (mentions.accounts() == 1 ? " account" : " accounts")
                + "; earlier states of the warehouse are deleted; searched " + Tables.ALL.size() + " tables with "
                + String.format(Locale.ROOT, "%,d", rows) + " rows and the manifest: nothing is left");
    }

    private boolean leftovers(SparkSession session, Mentions mentions) {
        Leftovers leftovers = new Leftovers(session, mentions);
        searched.forEach(leftovers::search);
        leftovers.files().forEach(file -> out().println("still there: " + file));
        if (!searched.isEmpty()) {
            say("searched " + leftovers.searched() + " files besides: "
                    + (leftovers.files().isEmpty()
                            ? "nothing is left"
                            : leftovers.files().size() + " still know the account; erase it there, or delete them"));
        }
        out().flush();
        return !leftovers.files().isEmpty();
    }
}
