package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.max;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.IDENTITIES;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.profile.NewestProfiles;
import org.followerassay.table.Table;

/** The platform's own ids of the accounts whose creation date is known, with the week in which they were made. */
final class DatedIds {
    static final List<Table> READ = List.of(ACCOUNTS, IDENTITIES);

    /**
     * One row per account: account, id, week. The id is the number that the export gives, if it was kept apart from a
     * hashed one.
     */
    static Dataset<Row> of(Inputs inputs) {
        Dataset<Row> numbers = inputs.of(IDENTITIES)
                .select(col("account"), col("external_id").try_cast("long").as("number"))
                .where(col("number").isNotNull())
                .groupBy("account")
                .agg(max("number").as("number"));
        return NewestProfiles.of(inputs.of(ACCOUNTS))
                .where(col("created_at").isNotNull())
                .join(numbers, new String[] {"account"}, "left")
                .select(
                        col("account"),
                        coalesce(col("number"), col("account")).as("id"),
                        date_trunc("week", col("created_at")).as("week"));
    }

    private DatedIds() {}
}
