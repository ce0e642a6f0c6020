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
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.table.Table;

/**
 * What the inputs read earlier hold of the same snapshots, so that no tie and no account is in the warehouse twice.
 *
 * <p>Costs nothing but a look at Parquet's statistics unless an earlier input has rows in the span of snapshots.
 */
final class OtherInputs {
    private final Draft draft;
    private final Column inSpan;
    private final SortedSet<String> shared = new TreeSet<>();

    OtherInputs(Draft draft, Column first, Column last) {
        this.draft = draft;
        this.inSpan = col("snapshot").geq(first).and(col("snapshot").leq(last));
    }

    /** Keys of the inputs that were found to hold some of the same ties or accounts. */
    SortedSet<String> shared() {
        return shared;
    }

    /** Ties with the column {@code verdict} put right for those that another input holds; empty if none can. */
    Optional<Dataset<Row>> judged(Dataset<Row> ties) {
        return rows(FOLLOWS).map(known -> {
            Dataset<Row> others = known.select(
                    col("snapshot"),
                    col("follower"),
                    col("followee"),
                    col("position").as("known_position"),
                    col("followed_at").as("known_followed_at"),
                    col("holder"));
            Column contradicts = Judgement.differ(col("position"), col("known_position"))
                    .or(Judgement.differ(col("followed_at"), col("known_followed_at")));
            return ties.join(others, new String[] {"snapshot", "follower", "followee"}, "left")
                    .withColumn(
                            "verdict",
                            when(col("holder").isNull(), col("verdict"))
                                    .when(contradicts, Judgement.CONFLICTING)
                                    .otherwise(Judgement.REPEATED));
        });
    }

    /**
     * Writes what an input says of accounts. An account that another input describes, too, moves to this input's part
     * with the facts of both; where they differ, those read first stand.
     */
    void writeAccounts(String key, Dataset<Row> accounts) {
        Optional<Dataset<Row>> known = rows(ACCOUNTS);
        if (known.isEmpty()) {
            draft.write(ACCOUNTS, key, key, accounts);
            return;
        }
        String[] account = {"snapshot", "account"};
        Dataset<Row> others = known.get();
        for (String fact : AccountFacts.COLUMNS) {
            others = others.withColumnRenamed(fact, "known_" + fact);
        }
        Dataset<Row> merged = accounts.join(others, account, "left");
        SortedSet<String> holders = holders(merged);
        Column[] facts = AccountFacts.COLUMNS.stream()
                .map(fact -> coalesce(col("known_" + fact), col(fact)).as(fact))
                .toArray(Column[]::new);
        List<Manifest.Part> earlier = draft.parts(ACCOUNTS);
        draft.write(ACCOUNTS, key, key, merged.select(concat(new Column[] {col("snapshot"), col("account")}, facts)));
        for (Manifest.Part part : earlier) {
            if (holders.contains(part.name())) {
                Dataset<Row> left =
                        draft.rowsOf(ACCOUNTS, part).join(accounts.select("snapshot", "account"), account, "left_anti");
                draft.write(ACCOUNTS, part.name(), part.key(), left);
            }
        }
    }

    private static Column[] concat(Column[] some, Column[] others) {
        List<Column> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(others));
        return all.toArray(Column[]::new);
    }

    /** The inputs named in the column {@code holder}: at most as many as there are inputs. */
    SortedSet<String> holders(Dataset<Row> rows) {
        SortedSet<String> holders = new TreeSet<>();
        rows.select("holder")
                .where(col("holder").isNotNull())
                .distinct()
                .collectAsList()
                .forEach(row -> holders.add(row.getString(0)));
        shared.addAll(holders);
        return holders;
    }

    private Optional<Dataset<Row>> rows(Table table) {
        Dataset<Row> all = null;
        for (Manifest.Part part : draft.parts(table)) {
            Dataset<Row> rows = draft.rowsOf(table, part).where(inSpan).withColumn("holder", lit(part.name()));
            all = all == null ? rows : all.unionByName(rows);
        }
        return Optional.ofNullable(all).filter(rows -> !rows.isEmpty());
    }
}
