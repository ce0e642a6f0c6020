package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.followerassay.table.IngestTables.IDENTITIES;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.ingest.format.Ids;

/**
 * The names behind ids that don't tell: rows of the table identities, one per account and input.
 *
 * <p>Also where two names with the same id are found out. Names are compared with all names known to the warehouse, not
 * with decimal ids.
 */
final class Identities {
    private static final int LOOKED_AT = 1_000;

    /** The names in accepted rows: each account whose id hides its name, or that has a handle. */
    static Dataset<Row> of(Dataset<Row> accepted, Shape shape, String platform) {
        boolean handles = Arrays.asList(accepted.columns()).contains("handle");
        Dataset<Row> all = null;
        for (String account : shape.accounts()) {
            Column text = col(StagedRows.textOf(account));
            boolean described = handles && account.equals(shape.described());
            Column handle = described ? col("handle") : lit(null).cast("string");
            Dataset<Row> names = accepted.where(text.isNotNull().or(handle.isNotNull()))
                    .select(
                            col(account).as("account"),
                            coalesce(text, col(account).cast("string")).as("external_id"),
                            handle.as("handle"));
            all = all == null ? names : all.unionByName(names);
        }
        return all.withColumn("platform", lit(platform));
    }

    /** Adds the owner of a list, which rows do not name. */
    static Dataset<Row> withOwner(Dataset<Row> names, ListOwner owner, Statements statements, String platform) {
        if (!owner.named() && statements.ownerHandle().isEmpty()) {
            return names;
        }
        Row row = RowFactory.create(
                owner.account(),
                platform,
                owner.name(),
                statements.ownerHandle().orElse(null));
        return names.unionByName(names.sparkSession().createDataFrame(List.of(row), IDENTITIES.schema()));
    }

    /** Writes one row per account that no other input has named, if names are to be kept at all. */
    static void write(Draft draft, String key, String input, Dataset<Row> names, boolean keep) {
        Dataset<Row> known = draft.of(IDENTITIES);
        refuseTwoNamesOfOneAccount(input, names.unionByName(known));
        if (!keep) {
            return;
        }
        Dataset<Row> unknown = names.groupBy("account", "platform")
                .agg(min("external_id").as("external_id"), max("handle").as("handle"))
                .join(known.select("account", "platform"), new String[] {"account", "platform"}, "left_anti");
        if (!unknown.isEmpty()) {
            draft.write(IDENTITIES, key, key, unknown);
        }
    }

    private static void refuseTwoNamesOfOneAccount(String input, Dataset<Row> names) {
        Column normal = lower(regexp_replace(col("external_id"), "^@", ""));
        Dataset<Row> suspects = names.withColumn("normal", normal)
                .groupBy("account")
                .agg(
                        min("normal").as("first_normal"),
                        max("normal").as("last_normal"),
                        min("external_id").as("one"),
                        max("external_id").as("other"))
                .where(col("first_normal").notEqual(col("last_normal")))
                .limit(LOOKED_AT);
        for (Row suspect : suspects.select("first_normal", "last_normal").collectAsList()) {
            String one = suspect.getString(0);
            String other = suspect.getString(1);
            if (!Ids.normalName(one).equals(Ids.normalName(other))) {
                throw AssayException.badInput(input
                        + ": two names have the same 63-bit hash, so that their accounts would be taken for one:"
                        + " choose another key with --key-file");
            }
        }
    }

    private Identities() {}
}
