package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** What an export last said of each account: of each column the newest value that is known. */
public final class NewestProfiles {
    private static final List<String> COLUMNS =
            List.of("created_at", "posts", "followers", "followees", "listed", "has_picture", "has_bio", "silent_days");

    private static final List<String> STATED = List.of(
            "created_at", "posts", "followers", "followees", "listed", "has_picture", "has_bio", "last_post_at");

    /**
     * One row per account; one shuffle of the profiles by account.
     *
     * @param accounts rows of the table accounts
     * @return account, seen_at (the newest statement), age_days at that time, silent_days (from the newest post to the
     *     statement that tells of it), and created_at, posts, followers, followees, listed, has_picture, has_bio
     */
    public static Dataset<Row> of(Dataset<Row> accounts) {
        Column[] newest = Stream.concat(
                        Stream.of(max("snapshot").as("seen_at")),
                        COLUMNS.stream().map(NewestProfiles::newestKnown))
                .toArray(Column[]::new);
        return accounts.withColumn("silent_days", datediff(col("snapshot"), col("last_post_at")))
                .groupBy("account")
                .agg(newest[0], Stream.of(newest).skip(1).toArray(Column[]::new))
                .withColumn("age_days", datediff(col("seen_at"), col("created_at")));
    }

    /** The columns of the table accounts that the export states of anybody, from the files' footers. */
    public static Set<String> stated(Inputs inputs) {
        return STATED.stream()
                .filter(column -> inputs.present(ACCOUNTS, column) > 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Column newestKnown(String column) {
        return max_by(col(column), when(col(column).isNotNull(), col("snapshot")))
                .as(column);
    }

    private NewestProfiles() {}
}
