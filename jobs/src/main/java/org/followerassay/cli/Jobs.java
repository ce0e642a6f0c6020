package org.followerassay.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.RunInfo;
import org.followerassay.graph.GraphSteps;
import org.followerassay.rank.RankOptions;
import org.followerassay.rank.RankSteps;
import org.followerassay.report.ReportOptions;
import org.followerassay.report.ReportSteps;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;

/** The steps behind each subcommand. */
final class Jobs {
    private static final SignatureOptions SIGNATURES = SignatureOptions.defaults();
    private static final ChurnOptions CHURN = ChurnOptions.defaults();
    private static final RankOptions RANK = RankOptions.defaults();
    private static final ReportOptions REPORT = ReportOptions.defaults();

    static Pipeline all() {
        return all(RANK);
    }

    static Pipeline all(RankOptions ranking) {
        return Pipeline.of(steps(ranking));
    }

    static Pipeline signatures() {
        return only(List.of(GraphSteps.steps(), ChurnSteps.pairs(CHURN), SignatureSteps.steps(SIGNATURES)));
    }

    static Pipeline churn() {
        return only(List.of(GraphSteps.steps(), ChurnSteps.steps(CHURN)));
    }

    static Pipeline rank(RankOptions ranking) {
        return all(ranking).only(names(List.of(GraphSteps.steps(), RankSteps.steps(ranking))));
    }

    static Pipeline report() {
        return only(List.of(ReportSteps.steps(REPORT)));
    }

    /** Every threshold of every step, for the manifest. */
    static SortedMap<String, String> options() {
        return options(RANK);
    }

    static SortedMap<String, String> options(RankOptions ranking) {
        SortedMap<String, String> options = new TreeMap<>();
        Map<String, Record> records =
                Map.of("signatures", SIGNATURES, "churn", CHURN, "rank", ranking, "report", REPORT);
        records.forEach((name, record) ->
                RunInfo.describe(record).forEach((option, value) -> options.put(name + "." + option, value)));
        return options;
    }

    private static List<Derivation> steps(RankOptions ranking) {
        return concat(List.of(
                GraphSteps.steps(),
                SignatureSteps.steps(SIGNATURES),
                ChurnSteps.steps(CHURN),
                RankSteps.steps(ranking),
                ReportSteps.steps(REPORT)));
    }

    private static Pipeline only(List<List<Derivation>> wanted) {
        return all().only(names(wanted));
    }

    private static Set<String> names(List<List<Derivation>> steps) {
        return concat(steps).stream().map(Derivation::name).collect(Collectors.toSet());
    }

    private static List<Derivation> concat(List<List<Derivation>> steps) {
        return steps.stream().flatMap(List::stream).toList();
    }

    private Jobs() {}
}
