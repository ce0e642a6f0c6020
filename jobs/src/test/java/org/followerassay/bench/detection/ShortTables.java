package org.followerassay.bench.detection;

import static org.followerassay.bench.detection.DetectionText.percent;
import static org.followerassay.bench.detection.DetectionText.three;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.followerassay.bench.detection.score.Quality;

/** What a front page has room for: two deliveries, one camouflage, and the clean accounts. */
record ShortTables(List<CellResults> cells, List<Goal> goals) {
    private static final String CAMOUFLAGE = "1 random";
    private static final String SLIDING_HISTOGRAM = "Zouzou-Varol 2024";

    String markdown() {
        long missed = goals.stream().filter(goal -> !goal.met()).count();
        return "Goals missed: " + missed + " of " + goals.size() + ", on " + seeds()
                + "; [docs/detection.md](docs/detection.md) holds every cell, other camouflages and what else was planted. AUC per follower, where each buyer bought from a batch of"
                + " its own:\n\n" + shares()
                + "\nF1 per vendor account, of one vendor with 1,000 accounts (\"20×5\": 20"
                + " customers, each account follows 5; camouflage: 1 random, if nothing else is said):\n\n" + vendors()
                + "\n" + clean();
    }

    private String seeds() {
        IntSummaryStatistics seeds =
                cells.stream().mapToInt(cell -> cell.seeds().size()).summaryStatistics();
        String least = seeds.getMin() == seeds.getMax() ? "" : seeds.getMin() + " to ";
        return least + seeds.getMax() + (seeds.getMax() == 1 ? " seed" : " seeds");
    }

    private String shares() {
        MarkdownTable table = new MarkdownTable(
                "bought",
                "all, burst of 1 day",
                SLIDING_HISTOGRAM + ", burst",
                "all, drip over the whole list",
                SLIDING_HISTOGRAM + ", drip");
        part(DetectionGrid.SHARES)
                .filter(cell -> cell.facts().creation().equals(DetectionGrid.BATCH))
                .map(cell -> cell.facts().share())
                .distinct()
                .sorted()
                .forEach(share -> table.add(
                        percent(share, 0),
                        auc(share, DetectionGrid.BURST_DAY, Assay.ALL),
                        auc(share, DetectionGrid.BURST_DAY, SLIDING_HISTOGRAM),
                        auc(share, DetectionGrid.DRIP_LIST, Assay.ALL),
                        auc(share, DetectionGrid.DRIP_LIST, SLIDING_HISTOGRAM)));
        return table.text();
    }

    private String auc(double share, String delivery, String detector) {
        return part(DetectionGrid.SHARES)
                .filter(cell -> cell.facts().equals(Facts.shares(share, delivery, DetectionGrid.BATCH)))
                .map(cell -> three(cell.mean(detector, Quality::auc)))
                .findFirst()
                .orElse("–");
    }

    private String vendors() {
        MarkdownTable table = new MarkdownTable(
                "customers",
                "all, with order and dates",
                "all, edges alone",
                "shared audience, edges",
                "FRAUDAR 2016, edges");
        part(DetectionGrid.VENDORS)
                .map(cell -> List.of(cell.facts().size(), cell.facts().customers()))
                .distinct()
                .forEach(customers -> {
                    String camouflage = camouflage(customers);
                    String hidden = camouflage.equals(CAMOUFLAGE) ? "" : " (camouflage: " + camouflage + ")";
                    table.add(
                            customers.get(1) + ", " + customers.get(0) + hidden,
                            f1(customers, camouflage, DetectionGrid.ORDER, Assay.ALL),
                            f1(customers, camouflage, DetectionGrid.EDGES, Assay.ALL),
                            f1(customers, camouflage, DetectionGrid.EDGES, "shared audience"),
                            f1(customers, camouflage, DetectionGrid.EDGES, "FRAUDAR 2016"));
                });
        return table.text();
    }

    /** The one of all rows, or another that was looked at on more seeds. */
    private String camouflage(List<String> customers) {
        List<CellResults> looked = part(DetectionGrid.VENDORS)
                .filter(cell -> cell.facts().size().equals(customers.get(0))
                        && cell.facts().customers().equals(customers.get(1)))
                .toList();
        int most = looked.stream().mapToInt(cell -> cell.seeds().size()).max().orElse(0);
        List<String> best = looked.stream()
                .filter(cell -> cell.seeds().size() == most)
                .map(cell -> cell.facts().camouflage())
                .toList();
        return best.contains(CAMOUFLAGE) ? CAMOUFLAGE : best.get(0);
    }

    /** With topical communities, where they were looked at. */
    private String f1(List<String> customers, String camouflage, String export, String detector) {
        Function<String, Facts> facts =
                background -> Facts.vendors(customers.get(1), customers.get(0), camouflage, background, export);
        return Stream.of(DetectionGrid.TOPICS, DetectionGrid.NO_TOPICS)
                .map(facts)
                .flatMap(wanted ->
                        part(DetectionGrid.VENDORS).filter(cell -> cell.facts().equals(wanted)))
                .map(cell ->
                        three(cell.mean(detector, quality -> quality.sellers().f1())))
                .findFirst()
                .orElse("–");
    }

    private String clean() {
        return part(DetectionGrid.CLEAN)
                .findFirst()
                .map(cell -> {
                    int lists = cell.seeds().stream()
                            .mapToInt(DetectionResult::lists)
                            .sum();
                    return "Of " + lists + " accounts that bought nothing, " + strong(cell)
                            + " have a strong finding; at most "
                            + percent(cell.most(Assay.ALL, Quality::publishedHigh), 2)
                            + " of their followers are named (upper end of the 95 % interval).\n";
                })
                .orElse("");
    }

    private static long strong(CellResults cell) {
        return cell.seeds().stream()
                .map(seed -> seed.quality(Assay.ALL))
                .filter(Objects::nonNull)
                .mapToLong(Quality::strong)
                .sum();
    }

    private Stream<CellResults> part(String name) {
        return cells.stream().filter(cell -> cell.part().equals(name));
    }
}
