package org.followerassay.cli;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.Inputs;
import org.followerassay.report.ReportRequest;
import picocli.CommandLine.Option;

/** What a report compares. */
final class ReportArgs {
    @Option(
            names = "--accounts",
            paramLabel = "ACCOUNT",
            split = ",",
            description = "ids or handles of the accounts to compare; the largest ones if none is named")
    private List<String> accounts = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", description = "how many of the largest (default: ${DEFAULT-VALUE})")
    private int top = 10;

    @Option(
            names = "--min-group",
            paramLabel = "N",
            description = "counts of followers below this are not shown (default: ${DEFAULT-VALUE})")
    private int minGroup = ReportRequest.MIN_GROUP;

    int minGroup() {
        return minGroup;
    }

    ReportRequest card(String account, Inputs tables, String out) {
        return new ReportRequest(Accounts.idsOf(List.of(account), tables), top, out, minGroup, ReportRequest.Form.CARD);
    }

    ReportRequest request(Inputs tables, String out) {
        return new ReportRequest(Accounts.idsOf(accounts, tables), top, out, minGroup);
    }
}
