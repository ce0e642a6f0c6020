package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.ReportTables.COMPARISON;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Accounts side by side, measure by measure. */
@Command(
        name = "compare",
        description = "Print the measures of some accounts side by side.",
        footer = {"", "Example:", "  assay compare 4711 @ann_example --warehouse warehouse"})
final class CompareCommand extends AssayCommand {
    /** More columns than this do not fit a terminal. */
    private static final int MOST = 8;

    @Parameters(arity = "1..*", paramLabel = "ACCOUNT", description = "ids or handles, at most " + MOST)
    private List<String> accounts = new ArrayList<>();

    @Mixin
    private WarehouseOption warehouse;

    @Override
    public Integer call() {
        if (accounts.size() > MOST) {
            throw AssayException.usage("compare prints at most " + MOST + " accounts, " + accounts.size()
                    + " were named: use 'assay report --accounts' for more");
        }
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse published = warehouse.open(session);
            Inputs tables = published.tables(session, published.published());
            List<Long> ids = Accounts.idsOf(accounts, tables);
            List<Row> rows = tables.of(COMPARISON)
                    .where(col("account").isin(ids.toArray()))
                    .orderBy("snapshot", "measure", "account")
                    .limit(1_000)
                    .collectAsList();
            requireKnown(ids, rows);
            print(ids, rows);
            return 0;
        }
    }

    private void requireKnown(List<Long> ids, List<Row> rows) {
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            if (rows.stream().noneMatch(row -> row.<Long>getAs("account") == id)) {
                throw AssayException.badInput("there is nothing to compare of account " + accounts.get(i)
                        + ": its follower list is not in the warehouse, or 'assay report' has not run yet");
            }
        }
    }

    private void print(List<Long> ids, List<Row> rows) {
        Map<String, Map<Long, String>> cells = new TreeMap<>();
        for (Row row : rows) {
            cells.computeIfAbsent(row.getAs("measure"), measure -> new TreeMap<>())
                    .put(row.getAs("account"), cell(row));
        }
        out().printf("%-28s", "measure");
        accounts.forEach(account -> out().printf(" %24s", account));
        out().println();
        cells.forEach((measure, byAccount) -> {
            out().printf("%-28s", measure);
            ids.forEach(id -> out().printf(" %24s", byAccount.getOrDefault(id, "-")));
            out().println();
        });
        out().flush();
    }

    private static String cell(Row row) {
        Double value = row.getAs("value");
        Double low = row.getAs("low");
        Double high = row.getAs("high");
        if (value == null) {
            return "-";
        }
        return low == null || high == null
                ? number(value)
                : number(value) + " (" + number(low) + "–" + number(high) + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%,.1f", value);
    }
}
