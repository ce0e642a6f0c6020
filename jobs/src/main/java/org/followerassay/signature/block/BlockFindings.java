package org.followerassay.signature.block;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.BlockTables.BLOCKS;
import static org.followerassay.table.BlockTables.BLOCK_MEMBERS;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.ContrastTables.LOT_CONFIRMATIONS;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Family;
import org.followerassay.signature.evidence.Profiled;
import org.followerassay.signature.evidence.Query;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.signature.lots.Confirmation;
import org.followerassay.table.Table;

/**
 * Accounts with followers in a block that is far denser than chance.
 *
 * <p>See {@link #about()}. The densest block of an honest export is a community of people who follow each other, so that
 * density by itself is weak evidence, however great; it takes profiles that differ, or the same followers in lots. For the
 * same reason this names no ties: who belongs to a pool is decided follower by follower, in shared audiences.
 */
public final class BlockFindings implements Signature, Profiled {
    private static final About ABOUT = new About(
            "Do many of an account's followers follow the same accounts, so often that camouflage does not hide it?",
            "A seller's accounts each follow many customers, and others besides, picked at random or by fame, to look like"
                    + " people. Accounts taken over from people come with such ties.",
            "A block of followers and followees holds far more ties than chance lets expect. Ties that lead out of it change"
                    + " neither their weights nor its density.",
            "Communities, fan circles, teams, lists of suggested users and giveaways are dense as well, and an honest community"
                    + " is often the densest block of all. Where its members follow each other, they are on both sides of it. The"
                    + " finding stays weak unless profiles differ or its followers came in lots.",
            "Blind to sellers whose accounts follow few customers each: 1,000 accounts in 200,000 ties were missed at 5 customers"
                    + " or fewer and found with F 0.73 at 15 of 20, 0.98 at 30 of 50. Chance is the configuration model, which knows"
                    + " no interests. Blocks may take in followers from around them.",
            "One task for up to 20 million ties, in O(m log n) for each block. Above that, some 15 to 35 passes of two group-bys"
                    + " and two joins for each block, over ever fewer ties.",
            "Hooi et al., FRAUDAR, KDD 2016; Charikar, APPROX 2000; Bahmani, Kumar and Vassilvitskii, VLDB 2012",
            "E");

    private final BlockOptions options;

    public BlockFindings(BlockOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "dense block findings";
    }

    @Override
    public String signature() {
        return "dense block";
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Family family() {
        return Family.STRUCTURE;
    }

    @Override
    public Table output() {
        return FINDINGS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(BLOCKS, BLOCK_MEMBERS, FOLLOWS, COVERAGE, PROFILE_CONTRASTS, GROUP_CONTRASTS, LOT_CONFIRMATIONS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public List<Table> profiledFrom() {
        return List.of(BLOCKS, BLOCK_MEMBERS, FOLLOWS, COVERAGE);
    }

    /** The ties inside blocks that are reported, with the column block besides. */
    @Override
    public Dataset<Row> profiled(Inputs inputs) {
        Dataset<Row> blocks = inputs.of(BLOCKS)
                .where(col("lift")
                        .geq(options.minLift())
                        .and(col("followers").geq(options.minFollowers()))
                        .and(col("followees").geq(options.minFollowees())))
                .select("block");
        Dataset<Row> ties = DenseBlocks.ties(inputs).withColumn("followee", col("account"));
        return BlockTies.of(ties, inputs.of(BLOCK_MEMBERS).join(broadcast(blocks), "block"))
                .select(
                        col("followee").as("account"),
                        col("follower"),
                        col("block"),
                        concat(lit("block "), col("block")).as("found_in"));
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> inside = profiled(inputs);
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> contrasts = Contrasts.ofGroups(inputs, signature(), inside);
        Column unexplained = col("inside").multiply(lit(1.0).minus(lit(1.0).divide(col("most.lift"))));
        return densest(inside, inputs.of(BLOCKS))
                .where(col("inside").geq(options.minFollowers()))
                .join(broadcast(Confirmation.inLots(inputs, signature())), "account")
                .join(contrasts, new String[] {"account"}, "left")
                .join(lists, "account")
                .withColumn("signature", lit(signature()))
                .withColumn("axis", lit("arrivals"))
                .withColumn("in_lots_share", col("in_lots").divide(col("inside")))
                .withColumn("tier", tier())
                .withColumn("score", col("most.lift"))
                .withColumn("support", col("inside"))
                .withColumn("share_low", unexplained.divide(col("listed")))
                .withColumn("share_high", col("inside").divide(col("listed")))
                .withColumn("evidence", BlockEvidence.of())
                .withColumn("query", Query.about("""
                        select m.inside_ties, m.all_ties, n.members, n.members / m.all_ties as members_share, b.*,
                          b.optimum_at_most / b.density as at_most, n.in_lots / n.members as in_lots_share, %s
                        from block_members m join blocks b using (block)%s%s
                        where m.side = 'followee' and m.account = {account} order by block
                        """.formatted(
                        Contrasts.QUERIED, Confirmation.query("m", signature()), Contrasts.query("m", signature()))));
    }

    /** For each account, its followers in blocks, and the block that holds most of them. */
    private static Dataset<Row> densest(Dataset<Row> inside, Dataset<Row> blocks) {
        return inside.groupBy("account", "block")
                .agg(count(lit(1)).as("inside"))
                .join(broadcast(blocks.drop("snapshot", "expected")), "block")
                .groupBy("account")
                .agg(
                        sum("inside").as("inside"),
                        max_by(
                                        struct(
                                                "block",
                                                "followers",
                                                "followees",
                                                "both_sides",
                                                "filled_share",
                                                "expected_share",
                                                "lift",
                                                "density",
                                                "optimum_at_most",
                                                "search"),
                                        struct(col("inside"), col("block").multiply(-1)))
                                .as("most"));
    }

    private static Column tier() {
        return when(Confirmation.confirmed(), "strong").otherwise("weak");
    }

    @Override
    public Dataset<Row> readiness(Inputs inputs) {
        Column enough = col("lists").geq(options.minFollowees());
        return FollowerLists.newest(inputs.of(COVERAGE))
                .agg(count(lit(1)).as("lists"))
                .select(
                        when(enough, "yes").otherwise("no").as("ran"),
                        when(enough, "")
                                .otherwise("fewer than " + options.minFollowees() + " follower lists")
                                .as("reason"));
    }
}
