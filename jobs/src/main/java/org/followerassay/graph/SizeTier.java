package org.followerassay.graph;

import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The size classes that the trade compares accounts within, by number of followers. */
public final class SizeTier {
    /** The tier's name: small below 1,000, nano to 5,000, micro to 20,000, mid to 100,000, macro to 1,000,000, mega. */
    public static Column of(Column followers) {
        return when(followers.lt(1_000), "small")
                .when(followers.lt(5_000), "nano")
                .when(followers.lt(20_000), "micro")
                .when(followers.lt(100_000), "mid")
                .when(followers.lt(1_000_000), "macro")
                .otherwise("mega");
    }

    private SizeTier() {}
}
