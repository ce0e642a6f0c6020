package org.followerassay.report;

/**
 * The rank of an account by one measure, with places on a bar of width 100 whose right end is the first of the tier.
 *
 * @param at null where the tier is one account
 * @param byCount where the account stands by its number of followers
 */
record Standing(Line line, Double at, Double byCount) {
    static Standing of(Line line) {
        double accounts = line.has("tier_accounts") ? line.number("tier_accounts") : 0;
        return new Standing(
                line,
                place(line.number("tier_rank"), accounts),
                place(line.number("tier_rank_by_followers"), accounts));
    }

    private static Double place(double rank, double accounts) {
        return accounts < 2 ? null : Math.round(1_000 * Math.max(0, 1 - (rank - 1) / (accounts - 1))) / 10.0;
    }

    /** Left end of the way from the place by count to that by the measure. */
    double from() {
        return Math.min(at, byCount);
    }

    double way() {
        return Math.abs(at - byCount);
    }
}
