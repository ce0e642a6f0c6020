package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.followerassay.table.IngestTables;

/** The lists that an input holds, and what it says of their length; rows of the table lists. */
final class Lists {
    static final String FOLLOWERS = "followers";
    static final String FOLLOWEES = "followees";

    private static final String EMPTY = "the list is empty";
    private static final String MISSING = "the export holds no list of this account at this time, but an earlier one";

    /** Followers of each followee with the last place in each list. One shuffle, of partial counts. */
    static Dataset<Row> ofFollowees(Dataset<Row> ties) {
        return ofEnd(ties, "followee", FOLLOWERS);
    }

    /** Lists of both ends of each tie. Two shuffles, of partial counts. */
    static Dataset<Row> ofBothEnds(Dataset<Row> ties) {
        return ofEnd(ties, "followee", FOLLOWERS).unionByName(ofEnd(ties, "follower", FOLLOWEES));
    }

    /** The lists of one owner, in whichever direction each row names. */
    static Dataset<Row> ofOwner(Dataset<Row> ties, ListOwner owner) {
        return ties.groupBy("snapshot", "direction")
                .agg(count(lit(1)).as("listed"))
                .withColumn("account", lit(owner.account()));
    }

    private static Dataset<Row> ofEnd(Dataset<Row> ties, String end, String direction) {
        return ties.groupBy(col("snapshot"), col(end).as("account"))
                .agg(count(lit(1)).as("listed"))
                .withColumn("direction", lit(direction));
    }

    /**
     * Adds a row for each account and snapshot without a list, where an earlier snapshot has one. Joins the accounts with
     * the snapshots, so it is for exports of lists only, where these are few.
     */
    static Dataset<Row> withGaps(Dataset<Row> lists) {
        Dataset<Row> owners =
                lists.groupBy("account", "direction").agg(min("snapshot").as("first_seen"));
        Dataset<Row> snapshots = lists.select("snapshot").distinct();
        Dataset<Row> gaps = owners.crossJoin(snapshots)
                .where(col("snapshot").gt(col("first_seen")))
                .join(
                        lists.select("account", "direction", "snapshot"),
                        new String[] {"account", "direction", "snapshot"},
                        "left_anti")
                .select(
                        col("snapshot"),
                        lit(0L).as("listed"),
                        col("account"),
                        col("direction"),
                        lit(false).as("complete"),
                        lit(MISSING).as("reason"));
        return lists.unionByName(gaps, true);
    }

    /** The lists of an archive that are there but empty. */
    static Dataset<Row> withEmpty(Dataset<Row> lists, ListOwner owner, Statements statements, long snapshot) {
        List<Row> rows = new ArrayList<>();
        for (String direction : statements.lists()) {
            rows.add(RowFactory.create(owner.account(), direction));
        }
        Dataset<Row> expected = lists.sparkSession()
                .createDataFrame(rows, new StructType().add("account", LongType).add("direction", StringType));
        Dataset<Row> empty = expected.join(lists.select("direction"), new String[] {"direction"}, "left_anti")
                .select(
                        timestamp_micros(lit(snapshot)).as("snapshot"),
                        lit(0L).as("listed"),
                        col("account"),
                        col("direction"),
                        lit(false).as("complete"),
                        lit(EMPTY).as("reason"));
        return lists.unionByName(empty, true);
    }

    /** As the table lists holds them. */
    static Dataset<Row> published(
            Dataset<Row> lists, String input, Statements statements, Optional<String> whyNoneIsWhole) {
        Column stated = lit(null).cast(LongType);
        for (String direction : List.of(FOLLOWERS, FOLLOWEES)) {
            if (statements.stated().containsKey(direction)) {
                stated = when(
                                col("direction").equalTo(direction),
                                lit(statements.stated().get(direction)))
                        .otherwise(stated);
            }
        }
        List<String> has = List.of(lists.columns());
        Column complete = has.contains("complete") ? col("complete") : lit(null).cast(BooleanType);
        Column reason = has.contains("reason") ? col("reason") : lit(null).cast(StringType);
        return IngestTables.LISTS.conform(lists.withColumn("input", lit(input))
                .withColumn("stated", stated)
                .withColumn("complete", whyNoneIsWhole.isPresent() ? lit(false) : complete)
                .withColumn("reason", whyNoneIsWhole.isPresent() ? lit(whyNoneIsWhole.get()) : reason));
    }

    /** What a table of coverage says, as rows of the table lists. */
    static Dataset<Row> statements(Dataset<Row> accepted, String input) {
        return IngestTables.LISTS.conform(accepted.withColumn("input", lit(input))
                .withColumn("listed", lit(null).cast(LongType)));
    }

    /** Accounts, lists and snapshots of a part of the table, by direction. */
    record Extent(long accounts, long snapshots) {
        static Extent of(Dataset<Row> lists) {
            Row row = lists.agg(
                            countDistinct("account").as("accounts"),
                            countDistinct("snapshot").as("snapshots"))
                    .head();
            return new Extent(row.getAs("accounts"), row.getAs("snapshots"));
        }
    }

    private Lists() {}
}
