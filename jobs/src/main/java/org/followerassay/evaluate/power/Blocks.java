package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.evaluate.platform.Draws;
import org.followerassay.evaluate.power.InjectOptions.Cover;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;

/**
 * Dense blocks of followers and followees among an export's own accounts (Hooi et al., KDD 2016).
 *
 * <p>The followees are accounts of the export, no two blocks share one; the followers are new, or accounts of the export if
 * they are hijacked. Covered followers follow as many others besides. Planted ties have no place in the order of a list.
 */
final class Blocks {
    /** One planted block. */
    record Block(long number, double density, Cover cover) {}

    private final SparkSession session;
    private final Draws draws;
    private final int side;
    private final Dataset<Row> lists;
    private final Dataset<Row> follows;
    private final List<Block> blocks;

    Blocks(Inputs tables, SparkSession session, Draws draws, InjectOptions options) {
        this.session = session;
        this.draws = draws;
        side = options.side();
        lists = FollowerLists.newest(tables.of(COVERAGE)).select("account", "snapshot");
        follows = FollowerLists.ties(tables.of(FOLLOWS), lists).select("snapshot", "followee", "follower");
        blocks = planned(options, lists.count() / side);
    }

    /** The blocks that there are accounts for: of each kind in the order of the options. */
    List<Block> blocks() {
        return blocks;
    }

    /** One row per planted tie that was not there before: snapshot, followee, follower, block, bought. */
    Dataset<Row> ties() {
        Dataset<Row> followees =
                broadcast(dealt(lists, "account", "followees").withColumnRenamed("account", "followee"));
        Dataset<Row> followers = broadcast(followers());
        Dataset<Row> block = followers
                .join(followees.drop("place"), "block")
                .where(draws.fraction("in block", col("follower"), col("followee"))
                        .lt(col("density")))
                .select(
                        col("snapshot"),
                        col("followee"),
                        col("follower"),
                        col("block"),
                        lit(true).as("bought"));
        return block.unionByName(cover(Cover.RANDOM, followers))
                .unionByName(cover(Cover.BIASED, followers))
                .where(col("follower").notEqual(col("followee")))
                .join(follows, new String[] {"snapshot", "followee", "follower"}, "left_anti")
                .dropDuplicates("snapshot", "followee", "follower");
    }

    /** The rows of the table coverage with the planted ties counted in. */
    static Dataset<Row> coverage(Dataset<Row> coverage, Dataset<Row> planted) {
        Dataset<Row> more = planted.groupBy(col("snapshot"), col("followee").as("account"))
                .agg(count(lit(1)).as("more"))
                .withColumn("direction", lit("followers"));
        Column added = coalesce(col("more"), lit(0L));
        return coverage.join(more, new String[] {"snapshot", "account", "direction"}, "left")
                .withColumn("listed", col("listed").plus(added))
                .withColumn("stated", col("stated").plus(added));
    }

    private static List<Block> planned(InjectOptions options, long room) {
        List<Block> planned = new ArrayList<>();
        for (double density : options.densities()) {
            for (Cover cover : options.camouflages()) {
                if (planned.size() < room) {
                    planned.add(new Block(planned.size() + 1L, density, cover));
                }
            }
        }
        return List.copyOf(planned);
    }

    /** One row per follower of a block: block, place, follower, density, cover. */
    private Dataset<Row> followers() {
        StructType schema = new StructType()
                .add("block", DataTypes.LongType)
                .add("density", DataTypes.DoubleType)
                .add("cover", DataTypes.StringType);
        Dataset<Row> all = session.createDataFrame(
                blocks.stream()
                        .map(block -> RowFactory.create(
                                block.number(), block.density(), block.cover().word()))
                        .toList(),
                schema);
        Dataset<Row> hijacked = dealt(follows.select("follower").distinct(), "follower", "hijacked");
        Column made = draws.hash("block follower", col("block"), col("place")).bitwiseAND(Long.MAX_VALUE);
        Dataset<Row> places = session.range(0, side).withColumnRenamed("id", "place");
        return all.crossJoin(places)
                .join(hijacked, new String[] {"block", "place"}, "left")
                .withColumn(
                        "follower",
                        org.apache
                                .spark
                                .sql
                                .functions
                                .when(col("cover").equalTo("hijacked"), col("follower"))
                                .otherwise(made))
                .where(col("follower").isNotNull());
    }

    /** Distinct accounts for each block, in an order that the seed decides: block, place and the rows' own columns. */
    private Dataset<Row> dealt(Dataset<Row> accounts, String account, String stream) {
        Column order = draws.hash(stream, col(account));
        Column index = row_number()
                .over(Window.orderBy("order", account).rowsBetween(Window.unboundedPreceding(), Window.currentRow()))
                .minus(1);
        return accounts.withColumn("order", order)
                .orderBy("order", account)
                .limit(blocks.size() * side)
                .withColumn("index", index)
                .withColumn("block", floor(col("index").divide(side)).plus(1))
                .withColumn("place", col("index").mod(side).cast("long"))
                .drop("order", "index");
    }

    /** As many others as the block's: any list alike, or in proportion to the followers that lists have. */
    private Dataset<Row> cover(Cover cover, Dataset<Row> followers) {
        List<Block> covered =
                blocks.stream().filter(block -> block.cover() == cover).toList();
        int ties = covered.stream()
                .mapToInt(block -> (int) Math.round(block.density() * side * side))
                .sum();
        Dataset<Row> offered = cover == Cover.RANDOM
                ? lists.select(
                        col("snapshot"),
                        col("account").as("followee"),
                        col("account").as("key"))
                : follows.select(
                        col("snapshot"),
                        col("followee"),
                        draws.hash("tie", col("followee"), col("follower")).as("key"));
        Column index = row_number()
                .over(Window.orderBy("order", "key", "followee")
                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Dataset<Row> chosen = offered.withColumn("order", draws.hash("cover " + cover, col("key")))
                .orderBy("order", "key", "followee")
                .limit(ties)
                .withColumn("slot", index.minus(1).mod(Math.max(1, covered.size() * side)));
        Column slot = row_number()
                .over(Window.orderBy("block", "place").rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        return followers
                .where(col("cover").equalTo(cover.word()))
                .withColumn("slot", slot.minus(1))
                .join(chosen, "slot")
                .select(
                        col("snapshot"),
                        col("followee"),
                        col("follower"),
                        col("block"),
                        lit(false).as("bought"));
    }
}
