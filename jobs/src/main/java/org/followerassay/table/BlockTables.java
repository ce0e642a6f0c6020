package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Dense blocks of followers and followees, and who is in them. */
public final class BlockTables {
    private static final String DENSITY_MEANING =
            "weight of the ties in the block over its followers and followees, a tie weighing 1 / ln(d + 5) where d accounts"
                    + " follow the followee";
    private static final String OPTIMUM_MEANING =
            "no set of accounts is denser than this, once the earlier blocks' ties" + " are left out";
    private static final String SEARCH_MEANING =
            "exact (the greedy answer) or coarse (the answer of the passes alone, where what they left was too large for one"
                    + " task, or less dense)";
    private static final String PASSES_MEANING = "passes over the ties that pruned them before the search";

    public static final Table BLOCK_MEMBERS = Table.named("block_members")
            .oneRowPer("account on one side of a dense block")
            .key("snapshot", TimestampType, "newest snapshot of the follower lists searched", SNAPSHOT_EXAMPLE)
            .key("block", LongType, "blocks in the order in which they were found, from 1", "1")
            .key("side", StringType, "follower or followee; an account may be both", "follower")
            .key("account", LongType, "the account", "900000000000000002")
            .field("inside_ties", LongType, "its ties to the other side of the block", "31")
            .field("all_ties", LongType, "its ties on this side in all follower lists searched", "40")
            .field("density", DoubleType, DENSITY_MEANING, "3.71")
            .field("optimum_at_most", DoubleType, OPTIMUM_MEANING, "4.02")
            .field("search", StringType, SEARCH_MEANING, "exact")
            .field("passes", LongType, PASSES_MEANING, "0")
            .build();

    public static final Table BLOCKS = Table.named("blocks")
            .oneRowPer("dense block: followers that follow many of the same followees")
            .key("snapshot", TimestampType, "newest snapshot of the follower lists searched", SNAPSHOT_EXAMPLE)
            .key("block", LongType, "blocks in the order in which they were found, from 1", "1")
            .field("followers", LongType, "followers in the block", "1004")
            .field("followees", LongType, "followees in the block", "50")
            .field("both_sides", LongType, "accounts that are on both sides of it", "0")
            .field("ties", LongType, "ties from its followers to its followees", "30120")
            .field("filled_share", DoubleType, "ties over the ties that are possible", "0.6")
            .field(
                    "expected",
                    DoubleType,
                    "ties that chance lets expect there, each account keeping its number of ties",
                    "201.3")
            .field("expected_share", DoubleType, "expected over the ties that are possible", "0.004")
            .field("lift", DoubleType, "ties over expected", "149.6")
            .field("density", DoubleType, DENSITY_MEANING, "3.71")
            .field("optimum_at_most", DoubleType, OPTIMUM_MEANING, "4.02")
            .field("search", StringType, SEARCH_MEANING, "exact")
            .field("passes", LongType, PASSES_MEANING, "0")
            .build();

    public static final List<Table> ALL = List.of(BLOCK_MEMBERS, BLOCKS);

    private BlockTables() {}
}
