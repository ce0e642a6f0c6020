package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How much of a block's ties chance does not explain, by how many of its followees a follower follows.
 *
 * <p>Followers of the block are grouped by k, their number of followees, and j, how many of these lie in the block. Of all
 * followers of k accounts, chance puts at most (eλ/j)^j e^-λ at j or more, where it lets expect λ (Chernoff's bound). What
 * is in the group beyond that many followers is excess. A hub that follows thousands, the block's followees among them, has
 * λ near j and so no excess; an account that follows little else has all of it.
 */
final class MemberExcess {
    /**
     * One row per group with an excess.
     *
     * @param members rows of the table block_members
     * @param ties all ties that were searched
     * @return block, all_ties (k), inside_ties (j), excess_share
     */
    static Dataset<Row> of(Dataset<Row> members, Dataset<Row> ties) {
        WindowSpec soManyOrMore = Window.partitionBy("block", "all_ties")
                .orderBy(desc("inside_ties"))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Dataset<Row> groups = members.where(col("side").equalTo("follower"))
                .groupBy("block", "all_ties", "inside_ties")
                .agg(count(lit(1)).as("accounts"))
                .withColumn("observed", sum("accounts").over(soManyOrMore));
        Dataset<Row> population = ties.groupBy("follower")
                .agg(count(lit(1)).as("all_ties"))
                .groupBy("all_ties")
                .agg(count(lit(1)).as("population"));
        Dataset<Row> chance = ChanceTies.of(members, ties)
                .select(col("block"), col("all_ties"), col("expected").cast("double"));
        return groups.join(broadcast(chance), new String[] {"block", "all_ties"})
                .join(broadcast(population), "all_ties")
                .withColumn("unexpected", lit(1).minus(byChance().divide(col("observed"))))
                .where(col("unexpected").gt(0))
                .select(
                        col("block"),
                        col("all_ties"),
                        col("inside_ties"),
                        col("unexpected").as("excess_share"));
    }

    private static Column byChance() {
        Column inside = col("inside_ties");
        Column expected = col("expected");
        Column tail = exp(inside.minus(expected).minus(inside.multiply(ln(inside.divide(expected)))));
        return when(inside.gt(expected), tail).otherwise(1.0).multiply(col("population"));
    }

    private MemberExcess() {}
}
