package org.followerassay.report;

import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** The accounts of a report, largest first, and the rows that tables hold of them. */
final class Selection {
    /** More rows of one table than this are not read: a page with them could not be read either. Accounts share them. */
    private static final int MOST_ROWS = 20_000;

    /** What the rows of a table are dated by, whichever it has. */
    private static final List<String> TIMES = List.of("snapshot", "snapshot_after", "snapshot_last");

    private static final StructType KEY =
            new StructType().add("snapshot", DataTypes.TimestampType).add("account", DataTypes.LongType);

    private final Inputs tables;
    private final List<ComparedAccount> accounts;

    private Selection(Inputs tables, List<ComparedAccount> accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    /**
     * The accounts that the request names, or the largest ones, each in the newest snapshot that ranks it.
     *
     * @throws AssayException if an account is not in the ranking, or none is
     */
    static Selection of(Inputs tables, ReportRequest request) {
        Dataset<Row> newest = tables.of(AUDIENCE_RANK)
                .groupBy("account")
                .agg(max(struct("snapshot", "followers", "tier")).as("newest"))
                .select("account", "newest.*");
        Column wanted = col("account").isin(request.accounts().toArray());
        int most = request.accounts().isEmpty()
                ? request.top()
                : request.accounts().size();
        List<Row> rows = (request.accounts().isEmpty() ? newest : newest.where(wanted))
                .orderBy(col("followers").desc(), col("account"))
                .limit(most)
                .collectAsList();
        refuseUnknown(rows, request);
        Map<Long, String> labels = labels(tables, rows);
        return new Selection(
                tables, rows.stream().map(row -> account(row, labels)).toList());
    }

    private static void refuseUnknown(List<Row> rows, ReportRequest request) {
        List<Long> found = rows.stream().map(row -> row.<Long>getAs("account")).toList();
        for (Long account : request.accounts()) {
            if (!found.contains(account)) {
                throw AssayException.usage("account " + account
                        + " has no follower list in this warehouse: name accounts whose followers were exported,"
                        + " or none for the largest ones");
            }
        }
        if (rows.isEmpty()) {
            throw AssayException.badInput(
                    "there is nothing to compare: no follower list was ranked in this warehouse, ingest one first");
        }
    }

    private static ComparedAccount account(Row row, Map<Long, String> labels) {
        long account = row.getAs("account");
        return new ComparedAccount(
                account,
                labels.getOrDefault(account, Long.toString(account)),
                row.<Timestamp>getAs("snapshot").toInstant(),
                row.getAs("tier"),
                row.getAs("followers"));
    }

    /** Handles of these accounts only; where exports name an account differently, the first by platform counts. */
    static Map<Long, String> labels(Inputs tables, List<Row> accounts) {
        Object[] ids = accounts.stream().map(row -> row.<Long>getAs("account")).toArray();
        Map<Long, String> labels = new HashMap<>();
        tables.of(IDENTITIES)
                .where(col("account").isin(ids).and(col("handle").isNotNull()))
                .orderBy("account", "platform", "external_id", "handle")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> {
                    String handle = Handles.shown(row.getAs("handle"));
                    if (!handle.isEmpty()) {
                        labels.putIfAbsent(row.getAs("account"), handle);
                    }
                });
        return labels;
    }

    List<ComparedAccount> accounts() {
        return accounts;
    }

    ComparedAccount account(long id) {
        return accounts.stream()
                .filter(account -> account.account() == id)
                .findFirst()
                .orElseThrow();
    }

    Inputs tables() {
        return tables;
    }

    /** The accounts as a condition in SQL. */
    String whereAccounts() {
        return "account in ("
                + accounts.stream()
                        .map(account -> Long.toString(account.account()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** Each account in its compared snapshot, as a condition in SQL. */
    String whereSnapshots() {
        Map<Instant, List<ComparedAccount>> bySnapshot =
                accounts.stream().collect(Collectors.groupingBy(ComparedAccount::snapshot, TreeMap::new, toList()));
        return bySnapshot.entrySet().stream()
                .map(one -> "snapshot = " + Format.timestamp(one.getKey()) + " and "
                        + new Selection(tables, one.getValue()).whereAccounts())
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The newest of the compared snapshots. */
    Instant newest() {
        return accounts.stream()
                .map(ComparedAccount::snapshot)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * What a table holds of the accounts, whatever the snapshot: accounts as listed here, then in the given order.
     *
     * <p>Of each account, and of each direction if there are two, the newest rows; see {@link #leftOut}.
     */
    List<Row> rows(Table table, String... order) {
        List<String> fields = List.of(table.schema().fieldNames());
        List<Column> newest = new ArrayList<>();
        TIMES.stream()
                .filter(fields::contains)
                .limit(1)
                .forEach(time -> newest.add(col(time).desc()));
        Arrays.stream(order).forEach(column -> newest.add(col(column).desc()));
        List<String> groups = fields.contains("direction") ? List.of("account", "direction") : List.of("account");
        int most = MOST_ROWS / accounts.size();
        return collected(newest(own(table), groups, most, newest.toArray(Column[]::new)), order);
    }

    /** The newest finding of each signature about each account. */
    List<Row> findings() {
        return collected(
                newest(
                        own(FINDINGS),
                        List.of("account", "signature"),
                        1,
                        col("snapshot").desc()),
                "account",
                "signature");
    }

    private Dataset<Row> own(Table table) {
        Object[] ids = accounts.stream().map(ComparedAccount::account).toArray();
        return tables.of(table).where(col("account").isin(ids));
    }

    /**
     * The first rows of each group. In the last of them, {@code left_out} says how many follow; in all others it is 0.
     *
     * <p>One shuffle, by the group.
     */
    static Dataset<Row> newest(Dataset<Row> rows, List<String> groups, int most, Column... newestFirst) {
        WindowSpec group =
                Window.partitionBy(groups.stream().map(name -> col(name)).toArray(Column[]::new));
        Column place = row_number()
                .over(group.orderBy(newestFirst).rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Column all = count(lit(1)).over(group.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing()));
        Column others = when(col("place").equalTo(most), col("all").minus(most)).otherwise(0L);
        return rows.withColumn("place", place)
                .withColumn("all", all)
                .where(col("place").leq(most))
                .withColumn("left_out", others)
                .drop("place", "all");
    }

    /** How many older rows there are beside these. */
    static long leftOut(List<Row> newest) {
        return newest.stream().mapToLong(row -> row.<Long>getAs("left_out")).sum();
    }

    /** What a table holds of each account in its compared snapshot. */
    List<Row> rowsOfSnapshot(Table table, String... order) {
        return collected(ofSnapshot(tables.of(table)), order);
    }

    /** The rows of each account in its compared snapshot, by the columns snapshot and account. Broadcasts a small key. */
    Dataset<Row> ofSnapshot(Dataset<Row> rows) {
        Object[] ids = accounts.stream().map(ComparedAccount::account).toArray();
        List<Row> keys = accounts.stream()
                .map(account -> RowFactory.create(Timestamp.from(account.snapshot()), account.account()))
                .toList();
        Dataset<Row> compared = rows.sparkSession().createDataFrame(keys, KEY);
        return rows.where(col("account").isin(ids))
                .join(broadcast(compared), new String[] {"snapshot", "account"}, "left_semi");
    }

    private List<Row> collected(Dataset<Row> rows, String... order) {
        Column[] columns = Arrays.stream(order).map(column -> col(column)).toArray(Column[]::new);
        List<Long> ranking = accounts.stream().map(ComparedAccount::account).toList();
        return rows.orderBy(columns).limit(MOST_ROWS).collectAsList().stream()
                .sorted(Comparator.comparingInt(row -> ranking.indexOf(row.<Long>getAs("account"))))
                .toList();
    }
}
