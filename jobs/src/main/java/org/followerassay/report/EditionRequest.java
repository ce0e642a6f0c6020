package org.followerassay.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.graph.SizeBounds;

/**
 * One industry edition asked for.
 *
 * @param period quarter, month or year, such as 2026-Q4: accounts are told of in their newest snapshot within it
 * @param previous folder of the edition before, if changes are to be told
 * @param named accounts that may be named; all others appear in groups only
 * @param out folder of the edition, under any Hadoop URI
 * @param minGroup groups of fewer accounts are not shown, and counts are multiples of it; 1 for neither
 * @param tiers where size tiers begin, if not where those of the ranking do
 */
public record EditionRequest(
        String period,
        Optional<String> previous,
        List<Long> named,
        String out,
        int minGroup,
        Optional<SizeBounds> tiers) {
    public EditionRequest {
        Period.of(period);
        named = List.copyOf(named);
        if (named.size() > ReportRequest.MOST_ACCOUNTS) {
            throw AssayException.usage("an edition names at most " + ReportRequest.MOST_ACCOUNTS + " accounts, "
                    + named.size() + " are after --named");
        }
        if (minGroup < 1 || minGroup == 2) {
            throw AssayException.usage(
                    "--min-group of an edition must be at least 3, or 1 to show every count: with 2, a"
                            + " hidden count is known to be 1; was " + minGroup);
        }
    }

    Map<String, Object> stated() {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("form", "edition");
        stated.put("edition", period);
        stated.put("named", named);
        stated.put("minGroup", minGroup);
        tiers.ifPresent(bounds -> stated.put("tiers", bounds.from()));
        return stated;
    }
}
