package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.followerassay.evaluate.platform.Draws;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.graph.SizeTier;

/** The lists that lots are planted into: some of each size tier, all of them in order and with creation dates. */
final class Hosts {
    /** Smaller lists are not looked at by signatures of arrivals. */
    private static final int LEAST = 100;

    private static final int PER_TIER = 40;
    private static final int TIERS = 6;

    /** One list. */
    record Host(long account, long listed, String tier) {}

    /** What the lots are planted with, and why not if they can't be. */
    static String whyNot(Inputs tables) {
        if (tables.present(FOLLOWS, "position") == 0) {
            return "the lists have no order, so that no lot can arrive anywhere in them";
        }
        if (tables.present(ACCOUNTS, "created_at") == 0) {
            return "no creation dates are known, and by these lots are found";
        }
        return "";
    }

    /** Up to 40 lists of each tier, in an order that the seed decides. */
    static List<Host> of(Inputs tables, Draws draws) {
        Column seeded = draws.hash("hosts", col("account"));
        Dataset<Row> newest =
                FollowerLists.newest(tables.of(COVERAGE)).where(col("listed").geq(LEAST));
        Dataset<Row> ordered = FollowerLists.ties(tables.of(FOLLOWS), newest)
                .where(col("position").isNotNull())
                .groupBy("account")
                .agg(count(lit(1)).as("ordered"));
        Dataset<Row> chosen = newest.join(ordered, "account")
                .where(col("ordered").geq(col("listed").multiply(0.9)))
                .withColumn("tier", SizeTier.of(coalesce(col("listed"), lit(0L))))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy("tier")
                                        .orderBy(seeded, col("account"))
                                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow())))
                .where(col("place").leq(PER_TIER))
                .orderBy(col("listed"), col("account"))
                .limit(PER_TIER * TIERS);
        List<Host> hosts = new ArrayList<>();
        chosen.collectAsList()
                .forEach(row -> hosts.add(new Host(row.getAs("account"), row.getAs("listed"), row.getAs("tier"))));
        return hosts;
    }

    private Hosts() {}
}
