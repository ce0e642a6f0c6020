package org.followerassay.signature.lots;

import static org.followerassay.signature.evidence.Legal.require;

import java.util.List;

/**
 * The thresholds of the creation-date scan and of lots.
 *
 * @param minAgeDays followers younger than this when they arrived are left out of the creation-date scan: platforms suggest
 *     accounts to newcomers, and giveaways make people sign up, so that a run of brand-new followers is no evidence
 * @param minLot followers below which a run is never called a lot
 * @param minLift a lot holds at least so many times the followers that were to be expected
 * @param minZ and so many standard deviations more; 8 keeps a census of 10^9 cells below one false alarm
 * @param minLists lists with follow order and creation dates from which on accounts are compared with a population instead
 *     of with their own other followers
 * @param minAudience followers below which a list says nothing about the population
 * @param dollarsPerThousand published prices of 1,000 followers, from which a lot's price is estimated: 300,000 for 2,000
 *     dollars and 25,000 for 225 (Confessore et al., New York Times, 2018), 18 dollars a thousand on average over 78
 *     sellers (Barracuda Labs, 2012)
 */
public record LotOptions(
        int minAgeDays,
        int minLot,
        double minLift,
        double minZ,
        int minLists,
        int minAudience,
        List<Double> dollarsPerThousand) {
    public LotOptions {
        require(minAgeDays >= 0, "minAgeDays", minAgeDays, "0 or more");
        require(minLot >= 5, "minLot", minLot, "5 or more");
        require(minLift > 1, "minLift", minLift, "above 1");
        require(minZ >= 3, "minZ", minZ, "3 or more");
        require(minLists >= 5, "minLists", minLists, "5 or more");
        require(minAudience >= 20, "minAudience", minAudience, "20 or more");
        require(!dollarsPerThousand.isEmpty(), "prices in dollarsPerThousand", dollarsPerThousand.size(), "1 or more");
        dollarsPerThousand.forEach(price -> require(price > 0, "dollarsPerThousand", price, "above 0"));
        dollarsPerThousand = List.copyOf(dollarsPerThousand);
    }

    public static LotOptions defaults() {
        return new LotOptions(14, 15, 3, 8, 20, 100, List.of(6.67, 9.0, 18.0));
    }
}
