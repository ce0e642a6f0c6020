package org.followerassay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Draft;
import org.followerassay.table.IngestTables;

/**
 * Daily snapshots of follower lists, made up: the same number gives the same ties.
 *
 * <p>Lists have 1,000 followers each, one of whom in a hundred leaves by the next day; as many come. Nothing is drawn: a tie is
 * a function of its number, and a day has the numbers of a window that moves on.
 */
record MadeUpSnapshots(long ties) {
    private static final long LIST = 1_000;
    private static final long FIRST_DAY = 20_000;
    private static final long SECONDS_PER_DAY = 86_400;

    /** Ties that leave, and come, from one day to the next. */
    long changes() {
        return ties / 100;
    }

    private Dataset<Row> follows(SparkSession session, int from, int to) {
        long lists = Math.max(1, ties / LIST);
        Column day = col("day");
        Column tie = col("id").plus(day.multiply(changes()));
        Column second = day.plus(FIRST_DAY).multiply(SECONDS_PER_DAY);
        return session.range(from, to)
                .withColumnRenamed("id", "day")
                .crossJoin(session.range(ties))
                .select(
                        day.cast("int").as("source"),
                        timestamp_seconds(second).as("snapshot"),
                        pmod(tie, lit(lists)).plus(1).as("followee"),
                        pmod(xxhash64(tie), lit(1L << 62)).plus(lists + 1).as("follower"),
                        lit(null).cast("long").as("position"),
                        lit(null).cast("timestamp").as("followed_at"));
    }

    /** Adds the days from … to − 1 as inputs of a run, and says that all lists up to then are whole. */
    void into(Draft draft, int from, int to) {
        Map<Integer, String> names =
                IntStream.range(from, to).boxed().collect(Collectors.toMap(day -> day, day -> "day " + day));
        Dataset<Row> follows = follows(draft.session(), from, to);
        draft.writeEach(IngestTables.FOLLOWS, names, follows);
        Dataset<Row> lists = follows.groupBy("source", "snapshot", "followee")
                .agg(count(lit(1)).as("listed"))
                .withColumnRenamed("followee", "account")
                .withColumn("direction", lit("followers"))
                .withColumn("input", concat(lit("day "), col("source")))
                .withColumn("stated", lit(null).cast("long"))
                .withColumn("complete", lit(true))
                .withColumn("reason", lit(null).cast("string"));
        draft.writeEach(IngestTables.LISTS, names, lists);
        draft.write(IngestTables.COVERAGE, "coverage", "to day " + to, draft.of(IngestTables.LISTS));
    }
}
