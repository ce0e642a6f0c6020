package org.followerassay.evaluate.platform;

import java.io.Serializable;
import java.util.Locale;

/**
 * Who sells followers, and what their accounts are like.
 *
 * @param reuse customers that each account of the pool follows
 * @param firstNumber number of the pool's first account; without meaning if the accounts were hijacked
 * @param pool accounts
 * @param createdFrom second from which on the pool was created
 * @param createdDays days that this took: 30 for a batch, 1,500 for accounts that were bought up
 * @param polish 0 for the cheapest accounts, 1 for those with a picture, a line of text and some posts
 */
record Vendor(
        int index,
        int reuse,
        Camouflage camouflage,
        long firstNumber,
        long pool,
        long createdFrom,
        int createdDays,
        double polish)
        implements Serializable {
    String name() {
        return String.format(Locale.ROOT, "vendor-%02d-%s", index + 1, createdDays > 100 ? "aged" : "batch");
    }

    boolean hijacked() {
        return camouflage == Camouflage.HIJACKED;
    }
}
