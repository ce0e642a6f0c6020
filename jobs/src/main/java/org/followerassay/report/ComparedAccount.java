package org.followerassay.report;

import java.time.Instant;

/**
 * An account of a report.
 *
 * @param label its handle, made safe to show, or its id
 * @param snapshot the newest snapshot that ranks it: the one that the report speaks of
 */
record ComparedAccount(long account, String label, Instant snapshot, String tier, long followers) {
    /** A name for links within the page. */
    String anchor() {
        return "account-" + account;
    }

    boolean hasHandle() {
        return !label.equals(Long.toString(account));
    }
}
