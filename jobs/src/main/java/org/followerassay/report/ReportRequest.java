package org.followerassay.report;

import java.util.HashSet;
import java.util.List;
import org.followerassay.flow.AssayException;

/**
 * One report asked for.
 *
 * @param accounts accounts to compare; none for the largest ones
 * @param top how many of the largest, if no account is named
 * @param out folder of the report, under any Hadoop URI
 * @param minGroup counts of followers below this are not shown
 */
public record ReportRequest(List<Long> accounts, int top, String out, int minGroup) {
    /** A page with more accounts than this is a table, not a report. */
    static final int MOST_ACCOUNTS = 100;

    /** Counts of fewer followers than this are not shown unless asked for: the usual bound of statistical offices. */
    public static final int MIN_GROUP = 10;

    public ReportRequest {
        accounts = List.copyOf(accounts);
        if (accounts.size() > MOST_ACCOUNTS) {
            throw AssayException.usage("a report compares at most " + MOST_ACCOUNTS + " accounts, " + accounts.size()
                    + " were named: name fewer");
        }
        if (new HashSet<>(accounts).size() != accounts.size()) {
            throw AssayException.usage("an account is named twice in " + accounts + ": name each once");
        }
        if (top < 1 || top > MOST_ACCOUNTS) {
            throw AssayException.usage("--top must be between 1 and " + MOST_ACCOUNTS + ", was " + top);
        }
        if (out.isBlank()) {
            throw AssayException.usage("the report needs a folder: name one after --out");
        }
        if (minGroup < 1) {
            throw AssayException.usage("--min-group must be at least 1, was " + minGroup);
        }
    }
}
