package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.followerassay.evaluate.platform.Moments.NEVER;
import static org.followerassay.evaluate.platform.Moments.NEWEST;
import static org.followerassay.evaluate.platform.Moments.OLDEST;
import static org.followerassay.evaluate.platform.Moments.SNAPSHOTS;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Writes a platform as one of the exports that ingest reads. */
final class PlatformExport {
    private static final String DAY = SNAPSHOTS.get(SNAPSHOTS.size() - 1).toString();

    private final Plan plan;
    private final SparkSession session;
    private final Dataset<Row> ties;
    private final Path folder;
    private final Configuration hadoop;
    private final PartFiles files;

    PlatformExport(Plan plan, SparkSession session, Dataset<Row> ties, Path folder) throws IOException {
        this.plan = plan;
        this.session = session;
        this.ties = ties;
        this.folder = folder;
        hadoop = session.sparkContext().hadoopConfiguration();
        files = new PartFiles(folder, hadoop);
    }

    void write(ExportForm form) throws IOException {
        switch (form) {
            case CSV -> csv();
            case SNAP -> files.text("edges-" + DAY, ".txt.gz", edges());
            case X_ARCHIVE -> xArchives();
            case SNAPSHOTS -> datedLists();
            case BLUESKY -> files.text("jetstream", ".jsonl.gz", jetstream());
        }
    }

    private void csv() throws IOException {
        Dataset<Row> lists = Platform.listed(ties, NEWEST);
        files.csv(
                "follows-" + DAY,
                lists.select(lit(DAY).as("snapshot"), col("followee"), col("follower"), col("position")));
        Dataset<Row> seen = Platform.seen(ties, NEWEST);
        Dataset<Row> followers = seen.groupBy("followee").agg(count(lit(1)).as("followers"));
        Dataset<Row> followees = seen.groupBy("follower").agg(count(lit(1)).as("followees"));
        files.csv(
                "coverage-" + DAY,
                followers.select(
                        lit(DAY).as("snapshot"),
                        col("followee").as("account"),
                        lit("followers").as("direction"),
                        col("followers").as("stated"),
                        lit(true).as("complete")));
        Members members = new Members(plan);
        files.csv(
                "accounts-" + DAY,
                members.profiles(members.all(session))
                        .join(followers.withColumnRenamed("followee", "account"), new String[] {"account"}, "left")
                        .join(followees.withColumnRenamed("follower", "account"), new String[] {"account"}, "left")
                        .where(col("followers").isNotNull().or(col("followees").isNotNull()))
                        .select(
                                lit(DAY).as("snapshot"),
                                col("account"),
                                instant(col("created_at")).as("created_at"),
                                col("posts"),
                                coalesce(col("followers"), lit(0L)).as("followers"),
                                coalesce(col("followees"), lit(0L)).as("followees"),
                                col("likes"),
                                instant(col("last_post_at")).as("last_post_at"),
                                col("has_picture"),
                                col("has_bio"),
                                col("verified")));
    }

    private Dataset<Row> edges() {
        return Platform.seen(ties, NEWEST)
                .select(concat(col("follower"), lit("\t"), col("followee")).as("value"));
    }

    /** Newest first, as X writes them; a folder per owner. */
    private void xArchives() {
        Column path = concat(lit("x-"), col("followee"), lit("/data/follower.js"));
        lists(
                path,
                lit("window.YTD.follower.part0 = [\n"),
                format_string("  { \"follower\" : { \"accountId\" : \"%d\" } }", col("follower")),
                lit(",\n"),
                lit("\n]\n"),
                Platform.listed(audited(), NEWEST),
                col("position").multiply(-1));
        Dataset<Row> owners = Platform.seen(audited(), NEWEST)
                .select("followee", "followee_number")
                .distinct();
        Column createdAt = instant(timestamp_seconds(new Members(plan).created(col("followee_number"))));
        lists(
                concat(lit("x-"), col("followee"), lit("/data/account.js")),
                lit("window.YTD.account.part0 = [\n"),
                format_string(
                        "  { \"account\" : { \"accountId\" : \"%d\", \"createdAt\" : \"%s\" } }",
                        col("followee"), createdAt),
                lit(",\n"),
                lit("\n]\n"),
                owners,
                col("followee"));
        lists(
                concat(lit("x-"), col("followee"), lit("/data/manifest.js")),
                lit("window.__THAR_CONFIG = {\n"),
                format_string(
                        "  \"userInfo\" : { \"accountId\" : \"%d\" },\n  \"archiveInfo\" : { \"generationDate\" :"
                                + " \"" + DAY + "T00:00:00.000Z\", \"isPartialArchive\" : false }",
                        col("followee")),
                lit(",\n"),
                lit("\n}\n"),
                owners,
                col("followee"));
    }

    /** A folder per account, with a file per snapshot. */
    private void datedLists() {
        for (LocalDate day : SNAPSHOTS) {
            Column path = concat(col("followee"), lit("/followers-" + day + ".txt"));
            Dataset<Row> seen = Platform.seen(audited(), Moments.of(day));
            lists(path, lit(""), col("follower").cast("string"), lit("\n"), lit("\n"), seen, col("follower"));
        }
    }

    private void lists(
            Column path, Column opening, Column line, Column parting, Column closing, Dataset<Row> rows, Column order) {
        rows.select(
                        path.as("path"),
                        opening.as("opening"),
                        line.as("line"),
                        parting.as("parting"),
                        closing.as("closing"),
                        order.as("order"))
                .repartition(col("path"))
                .sortWithinPartitions("path", "order")
                .foreachPartition(new ListFiles(folder.toString(), new SerializableConfiguration(hadoop)));
    }

    /** A line when a tie is made and one when it ends, from the oldest snapshot's time on; ties before that have none. */
    private Dataset<Row> jetstream() {
        Column end = col("ended").between(OLDEST, NEWEST);
        Column key = format_string("%016x", plan.draws.hash("record", col("follower"), col("followee")));
        Column head = format_string(
                "{\"did\":\"did:plc:%d\",\"time_us\":%d000000,\"kind\":\"commit\",\"commit\":{\"operation\":\"%s\","
                        + "\"collection\":\"app.bsky.graph.follow\",\"rkey\":\"%s\"",
                col("follower"), col("time"), col("operation"), key);
        Column record = format_string(
                ",\"record\":{\"$type\":\"app.bsky.graph.follow\",\"subject\":\"did:plc:%d\"}", col("followee"));
        Dataset<Row> changes = audited()
                .withColumn(
                        "change",
                        explode(array(
                                struct(col("arrived").as("time"), lit("create").as("operation")),
                                struct(
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .when(end, col("ended"))
                                                .otherwise(NEVER)
                                                .as("time"),
                                        lit("delete").as("operation")))))
                .select("follower", "followee", "change.*")
                .where(col("time").leq(NEWEST));
        return changes.repartitionByRange(col("time"))
                .sortWithinPartitions("time", "follower", "followee", "operation")
                .select(concat(
                                head,
                                org.apache
                                        .spark
                                        .sql
                                        .functions
                                        .when(col("operation").equalTo("create"), record)
                                        .otherwise(""),
                                lit("}}"))
                        .as("value"));
    }

    private Dataset<Row> audited() {
        return ties.where(col("followee_number").isin(plan.audited.toArray()));
    }

    private static Column instant(Column time) {
        return date_format(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");
    }
}
