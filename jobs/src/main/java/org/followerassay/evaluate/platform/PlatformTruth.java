package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.evaluate.platform.Moments.NEWEST;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What was planted: a table of the audited accounts, one of their followers, and one of the lots.
 *
 * <p>The first two have the columns and names that {@code assay evaluate} reads; here they are folders of parts. The third
 * tells of each lot who sold it and how it was delivered.
 */
final class PlatformTruth {
    private final Plan plan;
    private final SparkSession session;
    private final Dataset<Row> ties;
    private final Column follower;
    private final Column followee;

    /** @param names true if the export knows accounts by names, so that ids are the hashes that ingest makes of them */
    PlatformTruth(Plan plan, SparkSession session, Dataset<Row> ties, boolean names) {
        this.plan = plan;
        this.session = session;
        this.ties = ties;
        follower = names ? BlueskyIds.of(col("follower")) : col("follower");
        followee = names ? BlueskyIds.of(col("followee")) : col("followee");
    }

    void write(Path folder) {
        csv(accounts().coalesce(1), new Path(folder, "accounts.csv"), "none");
        csv(followers(), new Path(folder, "followers.csv.gz"), "gzip");
        csv(lots().coalesce(1), new Path(folder, "lots.csv"), "none");
    }

    private Dataset<Row> accounts() {
        Dataset<Row> shares = Platform.seen(audited(), NEWEST)
                .groupBy("followee_number", "followee")
                .agg(
                        count_if(col("label").equalTo("bought")).as("bought"),
                        count(lit(1)).as("followers"));
        return shares.join(broadcast(roles()), "followee_number")
                .orderBy("followee_number")
                .select(
                        followee.as("account"),
                        col("role"),
                        col("kind"),
                        format_string("%.6f", col("bought").divide(col("followers")))
                                .as("planted_share"),
                        col("pattern"),
                        col("vendor"));
    }

    private Dataset<Row> followers() {
        return audited().select(followee.as("followee"), follower.as("follower"), col("label"), col("lot"));
    }

    private Dataset<Row> lots() {
        List<Row> rows = new ArrayList<>();
        for (Lot lot : plan.lots) {
            rows.add(RowFactory.create(
                    lot.number(), lot.customer(), lot.kind(), lot.size(), vendorOf(lot), lot.begin(), lot.days()));
        }
        Dataset<Row> lots = session.createDataFrame(
                rows,
                new StructType()
                        .add("lot", DataTypes.LongType)
                        .add("followee_number", DataTypes.LongType)
                        .add("kind", DataTypes.StringType)
                        .add("planned_size", DataTypes.LongType)
                        .add("vendor", DataTypes.StringType)
                        .add("begin", DataTypes.LongType)
                        .add("days", DataTypes.DoubleType));
        Dataset<Row> vendors = session.createDataFrame(
                plan.vendors.stream()
                        .map(vendor -> RowFactory.create(
                                vendor.name(),
                                vendor.reuse(),
                                vendor.camouflage().name().toLowerCase(java.util.Locale.ROOT),
                                vendor.pool()))
                        .toList(),
                new StructType()
                        .add("vendor", DataTypes.StringType)
                        .add("reuse", DataTypes.IntegerType)
                        .add("camouflage", DataTypes.StringType)
                        .add("pool", DataTypes.LongType));
        return lots.withColumn("followee", new Members(plan).id(col("followee_number")))
                .join(broadcast(vendors), new String[] {"vendor"}, "left")
                .orderBy("lot")
                .select(
                        col("lot"),
                        followee.as("account"),
                        col("kind"),
                        col("planned_size"),
                        col("vendor"),
                        col("reuse"),
                        col("camouflage"),
                        col("pool"),
                        col("begin"),
                        col("days"));
    }

    private Dataset<Row> roles() {
        List<Long> customers = plan.customers().boxed().toList();
        List<Row> rows = new ArrayList<>();
        for (long number : plan.audited) {
            Lot lot = plan.lots.stream()
                    .filter(one -> one.customer() == number)
                    .findFirst()
                    .orElse(null);
            if (customers.contains(number)) {
                rows.add(RowFactory.create(number, "customer", "lot", lot.kind(), vendorOf(lot)));
            } else if (plan.inCommunity(number)) {
                rows.add(RowFactory.create(number, "look_alike", "dense community", "", ""));
            } else if (lot != null) {
                rows.add(RowFactory.create(number, "look_alike", lot.kind(), "", ""));
            } else {
                rows.add(RowFactory.create(number, "clean", "ordinary", "", ""));
            }
        }
        return session.createDataFrame(
                rows,
                new StructType()
                        .add("followee_number", DataTypes.LongType)
                        .add("role", DataTypes.StringType)
                        .add("kind", DataTypes.StringType)
                        .add("pattern", DataTypes.StringType)
                        .add("vendor", DataTypes.StringType));
    }

    private String vendorOf(Lot lot) {
        return plan.vendors.stream()
                .filter(vendor -> vendor.index() == lot.vendor())
                .map(Vendor::name)
                .findFirst()
                .orElse("");
    }

    private Dataset<Row> audited() {
        return ties.where(col("followee_number").isin(plan.audited.toArray()));
    }

    private static void csv(Dataset<Row> rows, Path folder, String compression) {
        rows.write()
                .mode("overwrite")
                .option("header", true)
                .option("emptyValue", "")
                .option("compression", compression)
                .csv(folder.toString());
    }
}
