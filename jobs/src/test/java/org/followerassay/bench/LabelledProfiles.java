package org.followerassay.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.table.IngestTables;

/**
 * Profiles of which somebody knows whether they were bought, read from a CSV file with a header.
 *
 * <p>Needed: account (a number), bought (1 or 0), posts, followers, followees. Used if there: observed_at and with it created_at
 * and last_post_at, listed, has_picture or default_picture (1 or 0), has_bio (1 or 0) or bio_length.
 */
final class LabelledProfiles {
    static final String NEEDED = "account, bought, posts, followers, followees";
    private static final Column NONE = lit(null);

    private final Dataset<Row> rows;
    private final List<String> columns;

    LabelledProfiles(SparkSession session, String file) {
        rows = session.read().option("header", true).csv(file);
        columns = Arrays.asList(rows.columns());
        for (String needed : NEEDED.split(", ")) {
            if (!columns.contains(needed)) {
                throw new IllegalArgumentException(file + " has no column " + needed + "; needed are " + NEEDED);
            }
        }
    }

    /** Rows of the table accounts. */
    Dataset<Row> accounts() {
        return IngestTables.ACCOUNTS.conform(rows.select(
                (columns.contains("observed_at") ? time("observed_at") : to_timestamp(lit("2000-01-01")))
                        .as("snapshot"),
                number("account").as("account"),
                dated("created_at").as("created_at"),
                number("posts").as("posts"),
                number("followers").as("followers"),
                number("followees").as("followees"),
                NONE.cast("long").as("likes"),
                number("listed").as("listed"),
                dated("last_post_at").as("last_post_at"),
                (columns.contains("default_picture")
                                ? number("default_picture").equalTo(0)
                                : number("has_picture").equalTo(1))
                        .as("has_picture"),
                (columns.contains("bio_length")
                                ? number("bio_length").gt(0)
                                : number("has_bio").equalTo(1))
                        .as("has_bio"),
                NONE.cast("boolean").as("verified"),
                NONE.cast("boolean").as("is_private"),
                NONE.cast("string").as("status")));
    }

    /** One row per account: account, bought. */
    Dataset<Row> labels() {
        return rows.select(
                number("account").as("account"), number("bought").equalTo(1).as("bought"));
    }

    private Column number(String column) {
        return columns.contains(column) ? col(column).try_cast("decimal(20,0)").cast("long") : NONE.cast("long");
    }

    /** Nothing is known of an age without the day on which it was seen. */
    private Column dated(String column) {
        return columns.contains(column) && columns.contains("observed_at") ? time(column) : NONE.cast("timestamp");
    }

    /** As "2015-02-14 10:54:49", or as "Fri Apr 06 10:58:22 +0000 2007", whose day of the week Spark can't read. */
    private static Column time(String column) {
        Column withoutDay = regexp_replace(col(column), "^[A-Z][a-z]{2} ", "");
        return coalesce(
                try_to_timestamp(col(column), lit("yyyy-MM-dd HH:mm:ss")),
                try_to_timestamp(withoutDay, lit("MMM dd HH:mm:ss Z yyyy")));
    }
}
