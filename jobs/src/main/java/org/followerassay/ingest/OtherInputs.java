package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.columns.AccountFacts;
import org.followerassay.table.Table;

/**
 * What the inputs read earlier hold of the same snapshots, so that no tie and no account is in the warehouse twice.
 *
 * <p>Costs nothing but a look at Parquet's statistics unless an earlier input has rows in the span of snapshots.
 */
final class OtherInputs {
    private static final String[] ACCOUNT = {"snapshot", "account"};

    private final Draft draft;
    private final Column inSpan;
    private Optional<Dataset<Row>> ties;

    OtherInputs(Draft draft, Column first, Column last) {
        this.draft = draft;
        this.inSpan = col("snapshot").geq(first).and(col("snapshot").leq(last));
    }

    /**
     * Ties with the column {@code verdict} put right for those that an earlier input holds, whose key is in the column
     * {@code earlier}.
     */
    Dataset<Row> judged(Dataset<Row> ties) {
        Optional<Dataset<Row>> known = ties();
        if (known.isEmpty()) {
            return ties.withColumn("earlier", lit(null).cast("string"));
        }
        Dataset<Row> others = known.get()
                .select(
                        col("snapshot"),
                        col("follower"),
                        col("followee"),
                        col("position").as("known_position"),
                        col("followed_at").as("known_followed_at"),
                        col("earlier"));
        Column contradicts = Judgement.differ(col("position"), col("known_position"))
                .or(Judgement.differ(col("followed_at"), col("known_followed_at")));
        return ties.join(others, new String[] {"snapshot", "follower", "followee"}, "left")
                .withColumn(
                        "verdict",
                        when(col("earlier").isNull().or(Judgement.isAccepted().equalTo(false)), col("verdict"))
                                .when(contradicts, Judgement.CONFLICTING)
                                .otherwise(Judgement.REPEATED))
                .drop("known_position", "known_followed_at");
    }

    /**
     * Writes what inputs say of accounts. An account that an earlier input describes, too, moves to the new part with the
     * facts of both; where they differ, those read first stand.
     *
     * @return by source: keys of earlier inputs that described some of the same accounts
     */
    Links.Found writeAccounts(SortedMap<Integer, String> names, Dataset<Row> accounts) {
        Links.Found links = new Links.Found(names);
        Optional<Dataset<Row>> known = rows(ACCOUNTS);
        if (known.isEmpty()) {
            draft.writeEach(ACCOUNTS, names, accounts);
            return links;
        }
        Dataset<Row> others = known.get();
        for (String fact : AccountFacts.COLUMNS) {
            others = others.withColumnRenamed(fact, "known_" + fact);
        }
        Dataset<Row> merged = accounts.join(others, ACCOUNT, "left");
        SortedSet<String> holders = new TreeSet<>();
        merged.where(col("earlier").isNotNull())
                .select("source", "earlier")
                .distinct()
                .collectAsList()
                .forEach(row -> {
                    links.add(row.getInt(0), row.getString(1));
                    holders.add(row.getString(1));
                });
        List<Column> columns = new ArrayList<>(List.of(col("source"), col("snapshot"), col("account")));
        AccountFacts.COLUMNS.forEach(
                fact -> columns.add(coalesce(col("known_" + fact), col(fact)).as(fact)));
        List<Manifest.Part> earlier = draft.parts(ACCOUNTS);
        draft.writeEach(ACCOUNTS, names, merged.select(columns.toArray(Column[]::new)));
        for (Manifest.Part part : earlier) {
            if (holders.contains(part.name())) {
                Dataset<Row> left =
                        draft.rowsOf(ACCOUNTS, part).join(accounts.select("snapshot", "account"), ACCOUNT, "left_anti");
                draft.write(ACCOUNTS, part.name(), part.key(), left);
            }
        }
        return links;
    }

    /** True if an earlier input holds a tie of the same snapshots. */
    boolean holdTies() {
        return ties().isPresent();
    }

    /** As they were before anything of this batch was written. */
    private Optional<Dataset<Row>> ties() {
        if (ties == null) {
            ties = rows(FOLLOWS);
        }
        return ties;
    }

    private Optional<Dataset<Row>> rows(Table table) {
        Dataset<Row> all = null;
        for (Manifest.Part part : draft.parts(table)) {
            Dataset<Row> rows = draft.rowsOf(table, part).where(inSpan).withColumn("earlier", lit(part.name()));
            all = all == null ? rows : all.unionByName(rows);
        }
        return Optional.ofNullable(all).filter(rows -> !rows.isEmpty());
    }
}
