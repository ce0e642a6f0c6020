package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether profiles differ where the same followers are found at several accounts: at the account, and over all of these.
 *
 * <p>What a group of people happen to have in common is one coincidence, yet a comparison at each of 300 accounts draws 300 sets
 * of other followers beside it, and some of these pass any threshold. So everybody in the group and every other follower of its
 * accounts are also compared once, each counted once, and a difference must show in both; and it must not be one of age.
 *
 * <p>Cost: the ties of accounts in groups, shuffled by follower, besides the comparison per account.
 */
public final class GroupContrast {
    /**
     * The contrast of each account that a group was found at.
     *
     * @param members a group's ties: the column that names it, account, follower; an account may be in several groups
     * @param group that column
     * @param ties account, follower
     * @param traits see {@link FollowerTraits#of}
     * @return account, traits_known and contrast as {@link TraitContrast#of} gives them, differs (at the account and in one of its
     *     groups); no row where no trait is known
     */
    public static Dataset<Row> of(Dataset<Row> members, String group, Dataset<Row> ties, Dataset<Row> traits) {
        Dataset<Row> groups = members.select(group, "account").distinct();
        Dataset<Row> together = TraitContrast.of(
                        perGroup(members, group), perGroup(ties.join(broadcast(groups), "account"), group), traits)
                .select(col("account").as(group), TraitContrast.notByAge().as("in_group"));
        Dataset<Row> ofAccounts = groups.join(broadcast(together), group)
                .groupBy("account")
                .agg(max("in_group").as("in_group"));
        return TraitContrast.of(members.select("account", "follower").distinct(), ties, traits)
                .join(broadcast(ofAccounts), new String[] {"account"}, "left")
                .withColumn("differs", col("differs").and(coalesce(col("in_group"), lit(false))))
                .drop("in_group");
    }

    /** Each follower once per group, which stands in the place of the account. */
    private static Dataset<Row> perGroup(Dataset<Row> ties, String group) {
        return ties.select(col(group).as("account"), col("follower")).distinct();
    }

    /**
     * What the profiles say, as a sentence.
     *
     * @param likeness whom followers whose profiles differ in nothing are like, such as "as with a circle of fans"
     * @param unknown the sentence where no profiles are known
     */
    public static Column sentence(String likeness, Column unknown) {
        Column end = when(
                        not(coalesce(col("differs"), lit(false))),
                        "; all who were found together, beside all other followers of these accounts and people of their own age,"
                                + " differ in nothing, "
                                + likeness + ".")
                .otherwise(".");
        return when(col("contrast").isNotNull(), concat(lit("Of them "), col("contrast"), end))
                .when(
                        col("traits_known").isNotNull(),
                        "Their profiles do not differ from those of the other followers, " + likeness + ".")
                .otherwise(unknown);
    }

    private GroupContrast() {}
}
