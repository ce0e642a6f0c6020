package org.followerassay.signature.lockstep;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.LongType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.graph.ConnectedComponents;

/**
 * Crowds joined into groups.
 *
 * <p>Crowds with overlapping windows at one account belong together, and so do the two ends of a crowd: SynchroTrap's single
 * linkage. Components are found over stretches of time at an account, of which there are few, not over followers.
 */
final class LinkedCrowds {
    /** Adds lockstep_group to crowds with account, other_account, from, other_from, length and followers. */
    static Dataset<Row> of(Dataset<Row> crowds) {
        Dataset<Row> stretches = stretches(crowds);
        Dataset<Row> linked = crowds.join(stretches, new String[] {"account", "from", "length"})
                .withColumnRenamed("stretch", "this_stretch")
                .join(
                        stretches.select(
                                col("account").as("other_account"),
                                col("from").as("other_from"),
                                col("length"),
                                col("stretch").as("other_stretch")),
                        new String[] {"other_account", "other_from", "length"});
        Dataset<Row> components = ConnectedComponents.of(linked.select(
                        col("this_stretch").as("account"), col("other_stretch").as("other_account")))
                .withColumnRenamed("account", "this_stretch");
        Dataset<Row> named = linked.join(components, "this_stretch");
        WindowSpec largestFirst = Window.partitionBy(lit(1))
                .orderBy(col("size").desc(), col("first"), col("smallest"), col("component"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> numbers = named.groupBy("component")
                .agg(
                        sum("followers").as("size"),
                        min("from").as("first"),
                        min("account").as("smallest"))
                .withColumn("lockstep_group", row_number().over(largestFirst).cast(LongType))
                .select("component", "lockstep_group");
        return named.join(broadcast(numbers), "component");
    }

    /** Windows of crowds at one account that overlap, under one number. */
    private static Dataset<Row> stretches(Dataset<Row> crowds) {
        Column sides = explode(array(
                struct(col("account"), col("from")),
                struct(col("other_account").as("account"), col("other_from").as("from"))));
        WindowSpec inOrder = Window.partitionBy("account").orderBy("from", "length");
        WindowSpec before = inOrder.rowsBetween(Window.unboundedPreceding(), -1);
        WindowSpec upToHere = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column end = max(col("from").plus(col("length"))).over(before);
        return crowds.select(sides.as("side"), col("length"))
                .select("side.*", "length")
                .distinct()
                .withColumn("opens", when(end.isNull().or(end.leq(col("from"))), col("from")))
                .withColumn("stretch", xxhash64(col("account"), max("opens").over(upToHere)))
                .drop("opens");
    }

    private LinkedCrowds() {}
}
