package org.followerassay.graph;

import org.apache.spark.sql.Column;

/** The size classes that the trade compares accounts within, by number of followers. */
public final class SizeTier {
    /** The tier's name: small below 1,000, nano to 5,000, micro to 20,000, mid to 100,000, macro to 1,000,000, mega. */
    public static Column of(Column followers) {
        return SizeBounds.usual().tier(followers);
    }

    private SizeTier() {}
}
