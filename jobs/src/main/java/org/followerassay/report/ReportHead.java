package org.followerassay.report;

import java.util.List;
import org.followerassay.flow.Manifest;

/**
 * What every form of a report says before its tables.
 *
 * @param form report, comparison, card or edition
 * @param summary the report in sentences
 * @param minGroup counts below this are not shown
 */
record ReportHead(String form, String title, List<String> summary, int minGroup, Manifest state) {
    ReportHead {
        summary = List.copyOf(summary);
    }

    String codeVersion() {
        return state.versions().getOrDefault("follower-assay", "unknown");
    }
}
