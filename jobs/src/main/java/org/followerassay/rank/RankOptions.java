package org.followerassay.rank;

import java.util.Objects;
import org.followerassay.flow.AssayException;
import org.followerassay.graph.SizeBounds;

/**
 * What the ranking assumes.
 *
 * @param followeesFloor fewer followees than this do not add attention, so that no follower weighs more than 1 / floor. An
 *     account that follows 3 others must not count 15 times one that follows 50: bought accounts that follow nobody but
 *     their buyer would weigh most. 50 is a modest reading list.
 * @param movers risers and fallers named for each measure and tier: a list that a person reads
 * @param moverShare part of its tier that an account rises or falls by to be counted as a riser or faller: a quarter puts
 *     it into another half or well into another third
 * @param tiers where size tiers begin, within which accounts are ranked
 * @param propagation how scores spread from followers
 * @param purchase what is assumed of bought followers
 */
public record RankOptions(
        long followeesFloor,
        int movers,
        double moverShare,
        SizeBounds tiers,
        PropagationOptions propagation,
        PurchaseOptions purchase) {
    public RankOptions {
        if (followeesFloor < 1) {
            throw AssayException.usage("--followees-floor must be at least 1, was " + followeesFloor);
        }
        if (movers < 1) {
            throw AssayException.usage("--movers must be at least 1, was " + movers);
        }
        if (!(moverShare > 0 && moverShare <= 1)) {
            throw AssayException.usage("--mover-share must be above 0 and at most 1, was " + moverShare);
        }
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(propagation, "propagation");
        Objects.requireNonNull(purchase, "purchase");
    }

    public static RankOptions defaults() {
        return new RankOptions(
                50, 10, 0.25, SizeBounds.usual(), PropagationOptions.defaults(), PurchaseOptions.defaults());
    }

    /** The defaults with another floor. */
    RankOptions withFloor(long floor) {
        return new RankOptions(floor, movers, moverShare, tiers, propagation, purchase);
    }

    /** The defaults with tiers that begin elsewhere. */
    public RankOptions withTiers(SizeBounds bounds) {
        return new RankOptions(followeesFloor, movers, moverShare, bounds, propagation, purchase);
    }
}
