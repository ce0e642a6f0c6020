package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a handle is built: each run of letters is an a, each digit a 9, everything else stays.
 *
 * <p>How many letters there are tells names apart and nothing else; how many digits there are tells how a machine fills up.
 */
final class HandleTemplate {
    /** Longer ones are display names; their end is cut. */
    private static final int LONGEST = 30;

    /**
     * One row per account with a known handle: follower, template, five_digits (whether the handle ends in at least five).
     *
     * @param identities rows of the table identities; of several handles of an account, the first by alphabet
     */
    static Dataset<Row> of(Dataset<Row> identities) {
        Column name = when(
                not(col("external_id").rlike("^did:")).and(col("external_id").rlike("\\p{L}")), col("external_id"));
        return identities
                .withColumn("name", local(coalesce(col("handle"), name)))
                .where(col("name").isNotNull().and(col("name").notEqual("")))
                .groupBy("account")
                .agg(min("name").as("name"))
                .select(
                        col("account").as("follower"),
                        template(col("name")).as("template"),
                        col("name").rlike("[0-9]{5}$").as("five_digits"));
    }

    /** A leading @ and the host after the name are the platform's, not the account's. */
    private static Column local(Column handle) {
        return regexp_replace(regexp_replace(handle, "^@", ""), "(@.*|\\.bsky\\.social)$", "");
    }

    private static Column template(Column name) {
        return substring(regexp_replace(regexp_replace(name, "\\p{L}+", "a"), "\\p{Nd}", "9"), 1, LONGEST);
    }

    private HandleTemplate() {}
}
