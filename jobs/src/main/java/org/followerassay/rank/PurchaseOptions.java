package org.followerassay.rank;

import java.util.List;
import org.followerassay.flow.AssayException;

/**
 * What is assumed of followers that somebody buys, to tell what they would do to a rank.
 *
 * @param reuse accounts that a bought follower follows, in each case looked at: 50 for accounts made for one buyer, the best
 *     that can be bought where no follower weighs more than a fiftieth; 2,000 for those of a seller's pool, the limit up to
 *     which X let any account follow for years
 * @param recognisedShare share of them that a strong or moderate signature matches, in each case looked at: all, 99 of
 *     100, 19 of 20 (a little less than on the demo), and none, as if there were no signatures
 * @param audience followers that a bought follower has itself: 20, since those who sell them let them follow each other
 * @param pricePerThousand list price of 1,000 in dollars: a cent each; 25,000 from a large shop cost 225 dollars (Confessore
 *     and others, New York Times, 2018)
 * @param ranks ranks to climb
 * @param most followers beyond which nobody is thought to buy
 */
public record PurchaseOptions(
        List<Long> reuse, List<Double> recognisedShare, long audience, double pricePerThousand, int ranks, long most) {
    public PurchaseOptions {
        reuse = List.copyOf(reuse);
        recognisedShare = List.copyOf(recognisedShare);
        if (reuse.isEmpty() || reuse.stream().anyMatch(accounts -> accounts < 1)) {
            throw AssayException.usage("--reuse must be 1 or more, was " + reuse);
        }
        if (recognisedShare.isEmpty() || recognisedShare.stream().anyMatch(share -> !(share >= 0 && share <= 1))) {
            throw AssayException.usage("--recognised-share must be from 0 to 1, was " + recognisedShare);
        }
        if (audience < 0 || !(pricePerThousand >= 0) || ranks < 1 || most < 1) {
            throw AssayException.usage(
                    "--audience and --price-per-thousand must be 0 or more, --ranks and --most 1 or more," + " were "
                            + List.of(audience, pricePerThousand, ranks, most));
        }
    }

    public static PurchaseOptions defaults() {
        return new PurchaseOptions(List.of(50L, 2_000L), List.of(0.0, 0.95, 0.99, 1.0), 20, 10, 10, 1_000_000_000);
    }
}
