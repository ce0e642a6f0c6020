package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.ingest.columns.AccountFacts;
import org.followerassay.table.Field;

/** What exports say of accounts, one row per account and snapshot: each fact as the first row that tells it has it. */
final class Profiles {
    /**
     * Rows of the table accounts, with the source of the first row that names the account. One shuffle.
     *
     * @param told staged profiles with their snapshot
     */
    static Dataset<Row> of(Dataset<Row> told) {
        List<String> has = List.of(told.columns());
        // Where rows say when they were true, the newest counts; else the first.
        Column order = has.contains("observed_at")
                ? struct(coalesce(col("observed_at").multiply(-1), lit(0L)), col("unit"), col("line"))
                : struct(col("unit"), col("line"));
        List<Column> facts = new ArrayList<>();
        Column any = lit(false);
        for (Field field : ACCOUNTS.fields()) {
            if (AccountFacts.COLUMNS.contains(field.name()) && has.contains(field.name())) {
                Column fact = col(field.name());
                facts.add(min_by(fact, when(fact.isNotNull(), order)).as(field.name()));
                any = any.or(fact.isNotNull());
            }
        }
        Dataset<Row> merged = told.where(any)
                .groupBy("snapshot", "account")
                .agg(min("source").as("source"), facts.toArray(Column[]::new));
        return published(merged, has);
    }

    private static Dataset<Row> published(Dataset<Row> merged, List<String> has) {
        List<Column> columns = new ArrayList<>(List.of(col("source"), col("snapshot"), col("account")));
        for (Field field : ACCOUNTS.fields()) {
            if (AccountFacts.COLUMNS.contains(field.name())) {
                Column fact = has.contains(field.name()) ? col(field.name()) : lit(null);
                boolean isTime = has.contains(field.name()) && field.type().equals(DataTypes.TimestampType);
                columns.add((isTime ? timestamp_micros(fact) : fact.cast(field.type())).as(field.name()));
            }
        }
        return merged.select(columns.toArray(Column[]::new));
    }

    private Profiles() {}
}
