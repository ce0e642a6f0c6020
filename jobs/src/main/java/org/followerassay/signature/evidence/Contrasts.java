package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** What the profiles of the followers that a signature looks at say of its finding, as far as the published comparisons tell. */
public final class Contrasts {
    /**
     * The comparison at each account, in the trait that tells its members most from its other followers.
     *
     * @return account, traits_known, differs (from the account's other followers), differs_from_peers (in the same trait; null
     *     where too few people were created at the same time), contrast (the trait in words, with the shares; null if nothing
     *     differs); no row for an account of whose followers no trait is known
     */
    public static Dataset<Row> of(Inputs inputs, String signature) {
        Column told = struct("differs", "differs_from_peers", "words");
        return inputs.of(PROFILE_CONTRASTS)
                .where(col("signature").equalTo(signature))
                .withColumn("words", inWords())
                .groupBy("account")
                .agg(count(lit(1)).as("traits_known"), max_by(told, col("told")).as("told"))
                .select(
                        col("account"),
                        col("traits_known"),
                        col("told.differs"),
                        col("told.differs_from_peers"),
                        when(col("told.differs"), col("told.words")).as("contrast"));
    }

    /**
     * The same where groups are found at several accounts.
     *
     * <p>What a group of people happen to have in common is one coincidence, yet a comparison at each of 300 accounts draws 300
     * sets of other followers beside it, and some of these pass any threshold. So everybody in the group and every other follower
     * of its accounts are also compared once, each counted once, and a difference must show in both; and it must not be one of age.
     *
     * @param foundIn account, found_in: which groups are found at which accounts
     * @return as {@link #of}, differs being true where it is at the account and in one of its groups
     */
    public static Dataset<Row> ofGroups(Inputs inputs, String signature, Dataset<Row> foundIn) {
        Dataset<Row> groups = inputs.of(GROUP_CONTRASTS)
                .where(col("signature").equalTo(signature).and(col("told")))
                .select(col("found_in"), notByAge().as("in_group"));
        Dataset<Row> ofAccounts = foundIn.select("account", "found_in")
                .distinct()
                .join(broadcast(groups), "found_in")
                .groupBy("account")
                .agg(max("in_group").as("in_group"));
        return of(inputs, signature)
                .join(broadcast(ofAccounts), new String[] {"account"}, "left")
                .withColumn("differs", col("differs").and(coalesce(col("in_group"), lit(false))))
                .drop("in_group");
    }

    /** True if members differ from the account's other followers, and not by their age: not from people of the same age alone. */
    public static Column notByAge() {
        return col("differs").and(coalesce(col("differs_from_peers"), lit(true)));
    }

    /**
     * What the profiles of groups say, as a sentence.
     *
     * @param likeness whom followers whose profiles differ in nothing are like, such as "as with a circle of fans"
     * @param unknown the sentence where no profiles are known
     */
    public static Column ofGroupsInWords(String likeness, Column unknown) {
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

    /**
     * The end of a finding's query that joins the comparison in its sentence to the rows of a table with a column account.
     *
     * @param table the table's name or alias
     */
    public static String query(String table, String signature) {
        return " left join profile_contrasts c on c.account = " + table + ".account and c.told and c.signature = '"
                + signature + "'";
    }

    /** The columns that {@link #query} adds, to be selected. */
    public static final String QUERIED =
            "c.trait, c.members_with, c.members, c.others_with / c.others as others_share, c.peers_expected / c.dated_members as"
                    + " peers_share";

    private static Column inWords() {
        return concat_ws(
                "",
                Sentence.count(col("members_with")),
                lit(" of "),
                Sentence.count(col("members")),
                lit(" "),
                FollowerTraits.words(col("trait")),
                lit(", against "),
                Sentence.percent(col("others_with").divide(col("others"))),
                lit(" of the account's other followers"),
                when(
                        col("peers_expected").isNotNull(),
                        concat(
                                lit(" and "),
                                Sentence.percent(col("peers_expected").divide(col("dated_members"))),
                                lit(" of everybody else who was created at the same time"))));
    }

    private Contrasts() {}
}
