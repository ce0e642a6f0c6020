package org.followerassay.bench.detection;

/**
 * What distinguishes a world from the others; null where it does not apply.
 *
 * @param share bought, of a buyer's followers
 * @param delivery of what was bought: burst in a day or a week, or drip
 * @param creation of the followers that were bought
 * @param customers customers × customers of each vendor account
 * @param size of the customers: small or popular
 * @param camouflage of the vendor's accounts
 * @param background with or without topical communities
 * @param export what the export holds: edges, or order and dates
 */
public record Facts(
        Double share,
        String delivery,
        String creation,
        String customers,
        String size,
        String camouflage,
        String background,
        String export) {

    static Facts shares(double share, String delivery, String creation) {
        return new Facts(share, delivery, creation, null, null, null, null, null);
    }

    static Facts vendors(String customers, String size, String camouflage, String background, String export) {
        return new Facts(null, null, null, customers, size, camouflage, background, export);
    }

    static Facts clean() {
        return new Facts(null, null, null, null, null, null, null, null);
    }
}
