package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.evaluate.platform.Moments.DAY;
import static org.followerassay.evaluate.platform.Moments.NEVER;
import static org.followerassay.evaluate.platform.Moments.PURGE;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Ties that did not grow by themselves: delivered lots, what covers them, and occasions that look like lots. */
final class PlantedTies {
    private static final int SLOTS = 1_000;
    private static final String[] TIE = {"follower", "followee", "arrived", "ended", "label", "lot"};

    private final Plan plan;
    private final Draws draws;
    private final SparkSession session;

    PlantedTies(Plan plan, SparkSession session) {
        this.plan = plan;
        this.draws = plan.draws;
        this.session = session;
    }

    /** One row per tie: follower and followee as numbers, arrived, ended, label, lot. */
    Dataset<Row> all() {
        Dataset<Row> ties = occasions();
        for (Vendor vendor : plan.vendors) {
            ties = ties.unionByName(delivered(vendor)).unionByName(camouflage(vendor));
        }
        return plan.hasCommunity() ? ties.unionByName(community()) : ties;
    }

    /** Each account of the pool takes one lot out of each of so many equal parts of the orders. */
    private Dataset<Row> delivered(Vendor vendor) {
        Column part = draws.fraction("which lot", col("follower"), col("part"))
                .plus(col("part"))
                .divide(vendor.reuse());
        double monthly = -Math.log(1 - plan.options.attrition());
        Column leaves = monthly == 0
                ? lit(NEVER)
                : col("arrived")
                        .plus(floor(log(lit(1).minus(draws.fraction("leaves", col("follower"), col("lot"))))
                                .multiply(-30.0 * DAY / monthly)));
        return pool(vendor)
                .withColumn("part", explode(sequence(lit(0), lit(vendor.reuse() - 1))))
                .withColumn("slot", floor(part.multiply(SLOTS)).cast("int"))
                .join(broadcast(slots(vendor)), "slot")
                .withColumn("arrived", arrived())
                .withColumn("ended", leaves.cast("long"))
                .withColumn("label", lit("bought"))
                .select(TIE[0], "followee", "arrived", "ended", "label", "lot");
    }

    private Dataset<Row> pool(Vendor vendor) {
        Column member = vendor.hijacked()
                ? new Members(plan).olderThan(vendor.createdFrom(), col("id"), vendor.pool())
                : col("id").plus(vendor.firstNumber());
        return session.range(0, vendor.pool()).select(member.as("follower"));
    }

    /** The vendor's orders, each with slots in proportion to its size. */
    private Dataset<Row> slots(Vendor vendor) {
        List<Lot> lots =
                plan.lots.stream().filter(lot -> lot.vendor() == vendor.index()).toList();
        long all = lots.stream().mapToLong(Lot::size).sum();
        List<Row> rows = new ArrayList<>();
        long before = 0;
        int slot = 0;
        for (Lot lot : lots) {
            before += lot.size();
            for (; slot < Math.round((double) SLOTS * before / all); slot++) {
                rows.add(RowFactory.create(slot, lot.number(), lot.customer(), lot.begin(), lot.days()));
            }
        }
        StructType schema = new StructType()
                .add("slot", DataTypes.IntegerType)
                .add("lot", DataTypes.LongType)
                .add("followee", DataTypes.LongType)
                .add("begin", DataTypes.LongType)
                .add("days", DataTypes.DoubleType);
        return session.createDataFrame(rows, schema);
    }

    private Dataset<Row> camouflage(Vendor vendor) {
        boolean none = vendor.camouflage() == Camouflage.NONE || vendor.hijacked();
        long accounts = plan.accounts;
        Column place = col("place")
                .plus(draws.fraction("camouflage", col("follower"), col("place")))
                .divide(vendor.reuse());
        Column other = vendor.camouflage() == Camouflage.BIASED
                ? plan.popularity.rank(place, lit(accounts - vendor.reuse())).plus(col("place"))
                : floor(place.multiply((double) accounts)).cast("long");
        Column created = new Members(plan).created(col("follower"));
        return (none ? pool(vendor).where(lit(false)) : pool(vendor))
                .withColumn("place", explode(sequence(lit(0L), lit(vendor.reuse() - 1L))))
                .withColumn("followee", other)
                .withColumn(
                        "arrived",
                        created.plus(floor(draws.fraction("covers", col("follower"), col("place"))
                                .multiply(30.0 * DAY))))
                .withColumn("ended", lit(NEVER))
                .withColumn("label", lit("camouflage"))
                .withColumn("lot", lit(null).cast("long"))
                .select(TIE[0], "followee", "arrived", "ended", "label", "lot");
    }

    /** Followers who come together without being sold: anybody, and newcomers. */
    private Dataset<Row> occasions() {
        List<Row> rows = plan.lots.stream()
                .filter(lot -> !lot.bought())
                .map(lot -> RowFactory.create(
                        lot.number(),
                        lot.customer(),
                        lot.kind(),
                        lot.size(),
                        lot.begin(),
                        lot.days(),
                        lot.leave(),
                        lot.newcomers()))
                .toList();
        StructType schema = new StructType()
                .add("lot", DataTypes.LongType)
                .add("followee", DataTypes.LongType)
                .add("kind", DataTypes.StringType)
                .add("size", DataTypes.LongType)
                .add("begin", DataTypes.LongType)
                .add("days", DataTypes.DoubleType)
                .add("leave", DataTypes.DoubleType)
                .add("newcomers", DataTypes.DoubleType);
        Column key = col("index");
        Column anybody = floor(key.plus(draws.fraction("comes", col("lot"), key))
                        .multiply((double) plan.accounts)
                        .divide(col("size")))
                .cast("long");
        Column newcomer = new Members(plan).newcomer(col("arrived"), draws.fraction("new", col("lot"), key));
        Column left = when(col("kind").equalTo("platform purge"), lit(PURGE))
                .otherwise(col("arrived")
                        .plus(floor(draws.fraction("stays", col("lot"), key).multiply(40.0 * DAY))));
        return session.createDataFrame(rows, schema)
                .withColumn("index", explode(sequence(lit(0L), col("size").minus(1))))
                .repartition(col("lot"), key)
                .withColumn("follower", key)
                .withColumn("arrived", arrived())
                .withColumn(
                        "follower",
                        when(draws.fraction("is new", col("lot"), key).lt(col("newcomers")), newcomer)
                                .otherwise(anybody))
                .withColumn(
                        "ended",
                        when(draws.fraction("leaves", col("lot"), key).lt(col("leave")), left)
                                .otherwise(NEVER))
                .where(col("follower").notEqual(col("followee")))
                .withColumn("label", lit("organic"))
                .withColumn("lot", lit(null).cast("long"))
                .select(TIE[0], "followee", "arrived", "ended", "label", "lot");
    }

    /** A club whose members follow each other: as dense as anything that is sold. */
    private Dataset<Row> community() {
        long size = plan.communitySize();
        long first = plan.accounts - size;
        return session.range(0, size * size)
                .select(
                        floor(col("id").divide(size)).plus(first).as("follower"),
                        col("id").mod(size).plus(first).as("followee"))
                .where(col("follower").notEqual(col("followee")))
                .where(draws.chance(plan.communityDensity(), "club", col("follower"), col("followee")))
                .withColumn("arrived", lit(0L))
                .withColumn("ended", lit(NEVER))
                .withColumn("label", lit("organic"))
                .withColumn("lot", lit(null).cast("long"));
    }

    private Column arrived() {
        return col("begin")
                .plus(floor(draws.fraction("arrives", col("lot"), col("follower"))
                        .multiply(col("days"))
                        .multiply((double) DAY)))
                .cast("long");
    }
}
