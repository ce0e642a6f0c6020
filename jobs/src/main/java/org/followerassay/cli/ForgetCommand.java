package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Field;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Erasure of a person's rows. */
@Command(
        name = "forget",
        description = "Erase every row about some accounts from every table, and every earlier state of the warehouse.",
        footer = {
            "",
            "Example:",
            "  assay forget 4711 --warehouse warehouse",
            "",
            "Counts about other accounts stay as they were until 'assay signatures', 'churn', 'rank' and 'report' run again.",
            "Erase it from the exports, too: ingesting a changed copy of them would bring it back. Do not run while another",
            "run is at work in the same warehouse."
        })
final class ForgetCommand extends AssayCommand {
    private static final Set<String> ACCOUNT_COLUMNS = Set.of(
            "account",
            "other_account",
            "follower",
            "followee",
            "actor",
            "target",
            "left_account",
            "came_account",
            "rename_candidate");

    @Parameters(arity = "1..*", paramLabel = "ACCOUNT", description = "ids or handles")
    private List<String> accounts = new ArrayList<>();

    @Mixin
    private WarehouseOption warehouse;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse tables = warehouse.open(session);
            Inputs published = tables.tables(session, tables.published());
            List<Long> ids = Accounts.idsOf(accounts, published);
            // The manifest says how many were erased, not whom.
            TreeMap<String, String> options = new TreeMap<>();
            options.put("accounts", Integer.toString(ids.size()));
            tables.publish(
                    session, run(options, false), draft -> Tables.ALL.forEach(table -> erase(table, ids, draft)));
            tables.deleteHistory();
            say("erased " + ids.size() + (ids.size() == 1 ? " account" : " accounts")
                    + "; earlier states of the warehouse are deleted");
            return 0;
        }
    }

    private static void erase(Table table, List<Long> ids, Draft draft) {
        for (Manifest.Part part : draft.parts(table)) {
            Dataset<Row> rows = draft.rowsOf(table, part);
            Dataset<Row> kept = rows.where(
                    mentions(table, ids).isNull().or(mentions(table, ids).equalTo(false)));
            if (kept.count() < part.rows()) {
                draft.write(table, part.name(), part.key(), kept);
            }
        }
    }

    /** True of rows that name one of the accounts, as a key or within text. */
    private static Column mentions(Table table, List<Long> ids) {
        Column any = lit(false);
        for (Field field : table.fields()) {
            if (ACCOUNT_COLUMNS.contains(field.name())) {
                any = any.or(col(field.name()).isin(ids.toArray()));
            } else if (field.type().equals(DataTypes.StringType)) {
                for (long id : ids) {
                    any = any.or(col(field.name()).rlike("(^|[^0-9])" + id + "([^0-9]|$)"));
                }
            }
        }
        return any;
    }
}
