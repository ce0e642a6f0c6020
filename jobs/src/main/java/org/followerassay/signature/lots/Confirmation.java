package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.LOT_CONFIRMATIONS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Sentence;

/**
 * What makes a finding about structure or time strong: its followers' profiles differ or, where profiles are unknown, they sit
 * in the account's lots.
 *
 * <p>Circles of fans, communities and broadcasts look like a seller's pool; neither is true of them. Lots don't confirm a pool
 * whose profiles are known and like everybody's: people who joined in one wave are a lot of each account that they took to,
 * and shared by all of these.
 */
public final class Confirmation {
    /** Share of the followers in question that are in lots, from which on the two kinds of evidence confirm each other. */
    private static final double IN_LOTS = 0.2;

    /** One row per account at which the signature finds followers in groups: account, in_lots (of these). */
    public static Dataset<Row> inLots(Inputs inputs, String signature) {
        return inputs.of(LOT_CONFIRMATIONS)
                .where(col("signature").equalTo(signature))
                .select("account", "in_lots");
    }

    /** The end of a finding's query that adds this to the rows of a table with a column account, as n.in_lots. */
    public static String query(String table, String signature) {
        return " left join lot_confirmations n on n.account = " + table + ".account and n.signature = '" + signature
                + "'";
    }

    /** True if so; reads differs and traits_known (of {@code TraitContrast}) and in_lots_share. */
    public static Column confirmed() {
        Column unknown = col("traits_known").isNull();
        return coalesce(col("differs"), lit(false))
                .or(unknown.and(col("in_lots_share").geq(IN_LOTS)));
    }

    /** How many are in lots, in words; null if too few to say so. */
    public static Column sentence() {
        return when(
                col("in_lots_share").geq(IN_LOTS),
                concat(Sentence.percent(col("in_lots_share")), lit(" of them are in this account's lots.")));
    }

    private Confirmation() {}
}
