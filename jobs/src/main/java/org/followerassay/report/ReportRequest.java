package org.followerassay.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.followerassay.flow.AssayException;

/**
 * One report asked for.
 *
 * @param accounts accounts to compare; none for the largest ones
 * @param top how many of the largest, if no account is named
 * @param out folder of the report, under any Hadoop URI
 * @param minGroup counts of followers below this are not shown
 * @param form what is made of them
 */
public record ReportRequest(List<Long> accounts, int top, String out, int minGroup, Form form) {
    /** What is made of the accounts. */
    public enum Form {
        /** Every part, for any number of accounts. */
        REPORT,
        /** Point by point, for a few accounts. */
        COMPARISON,
        /** One account. */
        CARD
    }

    /** A page with more accounts than this is a table, not a report. */
    static final int MOST_ACCOUNTS = 100;

    /** Counts of fewer followers than this are not shown unless asked for: the usual bound of statistical offices. */
    public static final int MIN_GROUP = 10;

    /** More accounts side by side do not fit a page's width, and have more pairs than anybody reads. */
    public static final int MOST_COMPARED = 8;

    public ReportRequest(List<Long> accounts, int top, String out, int minGroup) {
        this(accounts, top, out, minGroup, Form.REPORT);
    }

    public ReportRequest {
        accounts = List.copyOf(accounts);
        if (accounts.size() > MOST_ACCOUNTS) {
            throw AssayException.usage("a report compares at most " + MOST_ACCOUNTS + " accounts, " + accounts.size()
                    + " were named: name fewer");
        }
        if (new HashSet<>(accounts).size() != accounts.size()) {
            throw AssayException.usage("an account is named twice in " + accounts + ": name each once");
        }
        if (form == Form.COMPARISON && (accounts.size() < 2 || accounts.size() > MOST_COMPARED)) {
            throw AssayException.usage("compare takes 2 to " + MOST_COMPARED + " accounts, " + accounts.size()
                    + " were named: use 'assay report --accounts' for more");
        }
        if (form == Form.CARD && accounts.size() != 1) {
            throw AssayException.usage("a card is of one account, " + accounts.size() + " were named after --card");
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

    /** What was asked for, as the report's manifest states it. */
    Map<String, Object> stated() {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("accounts", accounts);
        stated.put("top", top);
        stated.put("minGroup", minGroup);
        stated.put("form", form.name().toLowerCase(Locale.ROOT));
        return stated;
    }
}
