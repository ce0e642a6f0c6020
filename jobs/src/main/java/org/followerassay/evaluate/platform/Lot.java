package org.followerassay.evaluate.platform;

import java.io.Serializable;

/**
 * Followers who come to one account within a time of their own: an order that a vendor fills, or an occasion.
 *
 * @param customer number of the account
 * @param vendor index of who sells them; -1 if they come of their own accord
 * @param kind delivery of an order, or what the occasion is
 * @param size expected followers
 * @param begin second in which the first may arrive
 * @param days within which they arrive
 * @param leave share of them that leaves within 40 days
 * @param newcomers share of them that was created just before
 */
record Lot(
        long number,
        long customer,
        int vendor,
        String kind,
        long size,
        long begin,
        double days,
        double leave,
        double newcomers)
        implements Serializable {
    boolean bought() {
        return vendor >= 0;
    }
}
