package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;

/** Scores that spread over ties from accounts that a strong finding names, and from accounts that none does. */
public final class TrustTables {
    public static final Table COLLUSION = Table.named("collusion")
            .oneRowPer("account that follows, over any number of steps, an account that a strong finding names")
            .key("account", LongType, "the account", "900000000000000001")
            .field(
                    "collusion",
                    DoubleType,
                    "CollusionRank with its sign turned, times the number of seeds: what it receives of the seeds' weights of 1",
                    "2.31")
            .field("seed", BooleanType, "true if a strong finding names it as a follower", "false")
            .field("seeds_followed", LongType, "seeds among its followees", "212")
            .build();

    public static final Table TRUST = Table.named("trust")
            .oneRowPer("account with a mutual tie")
            .key("account", LongType, "the account", "900000000000000001")
            .field(
                    "trust",
                    DoubleType,
                    "trust per mutual tie after an early end (SybilRank): 0 if none arrives, 1 in a network that mixes well",
                    "0.83")
            .field(
                    "seed",
                    BooleanType,
                    "true if trust starts from it: a list in which no signature finds anything",
                    "false")
            .field("mutual", LongType, "mutual ties in the lists looked at", "31")
            .build();

    public static final List<Table> ALL = List.of(COLLUSION, TRUST);

    private TrustTables() {}
}
