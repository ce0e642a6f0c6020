package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;

import org.apache.spark.sql.Column;

/** The queries that findings carry. */
public final class Query {
    /** A query about the account of a row, whose id stands where the text says {account}. */
    public static Column about(String sql) {
        return replace(
                lit(sql.strip().replaceAll("\\s+", " ")),
                lit("{account}"),
                col("account").cast("string"));
    }

    private Query() {}
}
