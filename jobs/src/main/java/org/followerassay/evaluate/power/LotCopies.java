package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.evaluate.platform.Draws;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;

/**
 * Copies of lists with a lot in each: followers of one batch of accounts, put in where they arrive.
 *
 * <p>The copies' own followers are copied, too, under other ids and with their profiles: otherwise all copies of a list would
 * share its audience. When followers arrived is taken from the newest creation date before them (Meeder et al., WWW 2011),
 * or from the time of the tie where the export has it.
 */
final class LotCopies {
    private static final long DAY = 86_400;
    private static final int BATCH_DAYS = 20;
    private static final int WAITS_DAYS = 60;

    private final Inputs tables;
    private final Draws draws;
    private final Dataset<Row> lots;

    LotCopies(Inputs tables, SparkSession session, Draws draws, List<PlantedLot> planted) {
        this.tables = tables;
        this.draws = draws;
        lots = broadcast(session.createDataFrame(
                planted.stream()
                        .map(lot -> RowFactory.create(
                                lot.number(), lot.host().account(), lot.copy(), (long) lot.size(), lot.delivery().days))
                        .toList(),
                new StructType()
                        .add("lot", DataTypes.LongType)
                        .add("account", DataTypes.LongType)
                        .add("copy", DataTypes.LongType)
                        .add("size", DataTypes.LongType)
                        .add("days", DataTypes.DoubleType)));
    }

    /**
     * One row per tie of a copy: snapshot, copy, lot, original (null if planted), follower, arrives, created, position.
     *
     * <p>One sort per host for the times, and one per copy for the places.
     */
    Dataset<Row> ties() {
        Dataset<Row> own = hostTies();
        Dataset<Row> planted = plantedTies(own);
        WindowSpec byArrival = Window.partitionBy("copy")
                .orderBy(col("arrives"), col("tie_break"), col("position"), col("follower"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return own.unionByName(planted)
                .withColumn("position", row_number().over(byArrival).minus(1).cast("long"));
    }

    Dataset<Row> follows(Dataset<Row> ties) {
        return ties.select(
                col("snapshot"),
                col("copy").as("followee"),
                col("follower"),
                col("position"),
                lit(null).cast("timestamp").as("followed_at"));
    }

    /** What is known of the copied followers and of the copies, and the planted ones' profiles as far as any are known. */
    Dataset<Row> accounts(Dataset<Row> ties) {
        Dataset<Row> known = tables.of(ACCOUNTS);
        String[] columns = ACCOUNTS.schema().fieldNames();
        Column[] asCopy = Stream.of(columns)
                .map(name -> name.equals("account") ? col("follower").as("account") : col("known." + name))
                .toArray(Column[]::new);
        Dataset<Row> copied = ties.where(col("original").isNotNull())
                .select("original", "follower")
                .join(known.as("known"), col("original").equalTo(col("known.account")))
                .select(asCopy);
        Dataset<Row> planted = ties.where(col("original").isNull());
        for (String name : columns) {
            if (!name.equals("snapshot")) {
                planted = planted.withColumn("new_" + name, soldProfile(name));
            }
        }
        Column[] asPlanted = Stream.of(columns)
                .map(name ->
                        name.equals("snapshot") ? col(name) : col("new_" + name).as(name))
                .toArray(Column[]::new);
        return copied.unionByName(planted.select(asPlanted));
    }

    Dataset<Row> coverage(Dataset<Row> ties) {
        Dataset<Row> stated = tables.of(COVERAGE)
                .where(col("direction").equalTo("followers"))
                .join(lots, "account")
                .select("snapshot", "copy", "complete", "reason");
        return ties.groupBy("snapshot", "copy")
                .agg(count(lit(1)).as("listed"))
                .join(stated, new String[] {"snapshot", "copy"})
                .select(
                        col("snapshot"),
                        col("copy").as("account"),
                        lit("followers").as("direction"),
                        col("listed"),
                        col("listed").as("stated"),
                        col("complete"),
                        col("reason"));
    }

    private Dataset<Row> hostTies() {
        Dataset<Row> newest = FollowerLists.newest(tables.of(COVERAGE)).select("account", "snapshot");
        Dataset<Row> hosts = newest.join(lots.select("account").distinct(), "account");
        Dataset<Row> dates = tables.of(ACCOUNTS)
                .where(col("created_at").isNotNull())
                .groupBy(col("account").as("follower"))
                .agg(max_by(col("created_at"), col("snapshot")).cast("long").as("created"));
        WindowSpec upToHere = Window.partitionBy("account")
                .orderBy("position", "follower")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return FollowerLists.ties(tables.of(FOLLOWS), hosts)
                .where(col("position").isNotNull())
                .join(dates, new String[] {"follower"}, "left")
                .withColumn("stated", coalesce(col("followed_at").cast("long"), col("created")))
                .withColumn("arrives", coalesce(max("stated").over(upToHere), lit(0L)))
                .join(lots, "account")
                .select(
                        col("snapshot"),
                        col("copy"),
                        col("lot"),
                        col("follower").as("original"),
                        named("copied", col("lot"), col("follower")).as("follower"),
                        col("arrives"),
                        col("created"),
                        col("position"),
                        lit(0.0).as("tie_break"));
    }

    /** A delivery begins when between 40 and 80 % of the list was there, with a batch made two months before. */
    private Dataset<Row> plantedTies(Dataset<Row> own) {
        Dataset<Row> begins = own.groupBy("snapshot", "copy", "lot")
                .agg(
                        max("arrives").as("last"),
                        min(when(col("arrives").gt(0), col("arrives"))).as("first"),
                        count(lit(1)).as("followers"))
                .withColumn(
                        "place",
                        floor(col("followers")
                                .multiply(draws.fraction("begins", col("lot"))
                                        .multiply(0.4)
                                        .plus(0.4))));
        Dataset<Row> starts = own.select("copy", "position", "arrives")
                .join(begins, new String[] {"copy"})
                .where(col("position").leq(col("place")))
                .groupBy("snapshot", "copy", "lot", "last", "first")
                .agg(max("arrives").as("begin"))
                .join(lots.select("lot", "size", "days"), "lot");
        Column within = draws.fraction("arrives", col("lot"), col("index"))
                .multiply(col("days"))
                .multiply((double) DAY);
        Column arrives = col("begin").plus(floor(within));
        Column batch = col("begin")
                .minus((WAITS_DAYS + BATCH_DAYS) * DAY)
                .plus(floor(draws.fraction("created", col("lot"), col("index")).multiply((double) BATCH_DAYS * DAY)));
        return starts.withColumn("index", explode(sequence(lit(1L), col("size"))))
                .select(
                        col("snapshot"),
                        col("copy"),
                        col("lot"),
                        lit(null).cast("long").as("original"),
                        named("planted", col("lot"), col("index")).as("follower"),
                        arrives.as("arrives"),
                        batch.as("created"),
                        lit(0L).as("position"),
                        draws.fraction("tie break", col("lot"), col("index")).as("tie_break"));
    }

    /** The traits of an account made to be sold, where the export knows that trait of anybody. */
    private Column soldProfile(String column) {
        Column even = draws.fraction("sold " + column, col("follower"));
        Column value = switch (column) {
            case "account" -> col("follower");
            case "created_at" -> timestamp_seconds(col("created"));
            case "posts" ->
                when(even.lt(0.6), 0L)
                        .otherwise(floor(even.minus(0.6).multiply(20)).cast("long"));
            case "followers" -> floor(even.multiply(12)).cast("long");
            case "followees" ->
                floor(even.multiply(even).multiply(1_500).plus(40)).cast("long");
            case "likes" -> floor(even.multiply(8)).cast("long");
            case "listed" -> lit(0L);
            case "has_picture" -> even.lt(0.5);
            case "has_bio" -> even.lt(0.2);
            case "verified", "is_private" -> lit(false);
            case "status" -> lit("active");
            default -> lit(null);
        };
        boolean known = column.equals("account") || tables.present(ACCOUNTS, column) > 0;
        return (known ? value : lit(null)).cast(ACCOUNTS.schema().apply(column).dataType());
    }

    private Column named(String what, Column... key) {
        return draws.hash(what, key).bitwiseAND(Long.MAX_VALUE);
    }
}
