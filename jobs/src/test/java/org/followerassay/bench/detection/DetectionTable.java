package org.followerassay.bench.detection;

import static org.followerassay.bench.detection.DetectionText.percent;
import static org.followerassay.bench.detection.DetectionText.three;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.bench.detection.DetectionResult.Kind;
import org.followerassay.bench.detection.score.Chosen;
import org.followerassay.bench.detection.score.Quality;

/** The results of one session in Markdown: what misses its goal first, then everything. */
public final class DetectionTable {
    private final List<DetectionResult> results;
    private final List<CellResults> cells;
    private final List<Goal> goals;

    public DetectionTable(List<DetectionResult> results) {
        this.results = results;
        this.cells = CellResults.of(results);
        this.goals = Goal.of(cells);
    }

    public String markdown() {
        return Stream.of(misses(), shares(), vendors(), clean(), conditions())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** For a front page: the two extremes of delivery, one camouflage, and the clean accounts. */
    public String shortMarkdown() {
        return new ShortTables(cells, goals).markdown();
    }

    private String misses() {
        List<Goal> missed = goals.stream().filter(goal -> !goal.met()).toList();
        String head = "### Goals missed: " + missed.size() + " of " + goals.size() + "\n\n";
        if (missed.isEmpty()) {
            return head + "Each goal is reached on every seed that was looked at.\n";
        }
        MarkdownTable lines = new MarkdownTable("cell", "measure", "goal", "worst seed");
        for (Goal goal : missed) {
            lines.add(
                    goal.cell().part() + ": " + DetectionText.cell(goal.cell().facts()),
                    goal.measure(),
                    goal.wanted(),
                    goal.reached());
        }
        return head + lines.text();
    }

    private String shares() {
        List<CellResults> part = part(DetectionGrid.SHARES);
        if (part.isEmpty()) {
            return "";
        }
        List<String> detectors = detectors(part);
        List<String> head = new ArrayList<>(List.of(
                "creation", "delivery", "bought", "all: AUC", "all: 95 %", "precision", "recall", "lots", "customers"));
        detectors.forEach(head::add);
        MarkdownTable lines = new MarkdownTable(head.toArray(String[]::new));
        part.stream()
                .sorted(Comparator.comparing((CellResults cell) -> cell.facts().creation())
                        .reversed()
                        .thenComparing(cell -> cell.facts().delivery())
                        .thenComparing(cell -> cell.facts().share()))
                .forEach(cell -> {
                    List<String> row = new ArrayList<>(List.of(
                            cell.facts().creation(),
                            cell.facts().delivery(),
                            percent(cell.facts().share(), 0),
                            three(cell.mean(Assay.ALL, Quality::auc)),
                            interval(cell),
                            three(precision(cell, Quality::ties)),
                            three(recall(cell, Quality::ties)),
                            found(cell, Quality::lots),
                            named(cell)));
                    detectors.forEach(detector -> row.add(three(cell.mean(detector, Quality::auc))));
                    lines.add(row.toArray(String[]::new));
                });
        return "### A share of the followers bought, each buyer from a batch of its own\n\n"
                + "Precision, recall, lots and customers are those of all signatures together; the columns on the right are"
                + " the AUC of each signature and each published method alone.\n\n"
                + lines.text();
    }

    private String vendors() {
        List<CellResults> part = part(DetectionGrid.VENDORS);
        if (part.isEmpty()) {
            return "";
        }
        List<String> detectors = detectors(part);
        List<String> head = new ArrayList<>(List.of(
                "export",
                "size",
                "customers",
                "camouflage",
                "background",
                "seeds",
                "all: F1",
                "all: AUC",
                "ties: precision",
                "ties: recall",
                "customers found",
                "named wrongly"));
        detectors.forEach(head::add);
        MarkdownTable lines = new MarkdownTable(head.toArray(String[]::new));
        for (CellResults cell : part) {
            Facts facts = cell.facts();
            Chosen customers = cell.sum(Assay.ALL, Quality::customers);
            List<String> row = new ArrayList<>(List.of(
                    facts.export(),
                    facts.size(),
                    facts.customers(),
                    facts.camouflage(),
                    facts.background(),
                    Integer.toString(cell.seeds().size()),
                    three(cell.mean(Assay.ALL, quality -> quality.sellers().f1())),
                    three(cell.mean(Assay.ALL, Quality::auc)),
                    three(precision(cell, Quality::ties)),
                    three(recall(cell, Quality::ties)),
                    customers.right() + " of " + customers.wanted(),
                    Long.toString(customers.chosen() - customers.right())));
            detectors.forEach(detector -> row.add(
                    three(cell.mean(detector, quality -> quality.sellers().f1()))));
            lines.add(row.toArray(String[]::new));
        }
        return "### One vendor's 1,000 accounts, each following several of its customers\n\n"
                + "\"20×5\": 20 customers, of which each account follows 5. F1 counts accounts of the vendor: found if any of"
                + " their follows is flagged. The columns on the right are the same F1 of each signature and method alone.\n\n"
                + lines.text();
    }

    private String clean() {
        List<CellResults> part = part(DetectionGrid.CLEAN);
        if (part.isEmpty()) {
            return "";
        }
        Map<String, Kind> kinds = new TreeMap<>();
        for (DetectionResult result : part.get(0).seeds()) {
            result.kinds().forEach(kind -> kinds.merge(kind.kind(), kind, DetectionRun::sum));
        }
        MarkdownTable lines = new MarkdownTable(
                "kind", "accounts", "followers", "at the operating point", "named in a report", "strong");
        kinds.values()
                .forEach(kind -> lines.add(
                        kind.kind(),
                        count(kind.lists()),
                        count(kind.ties()),
                        percent((double) kind.flagged() / kind.ties(), 3),
                        percent((double) kind.published() / kind.ties(), 3),
                        count(kind.strong())));
        MarkdownTable alone = new MarkdownTable(
                "detector", "named in a report", "upper end of 95 %", "accounts with a strong finding");
        Stream.concat(Stream.of(Assay.ALL), detectors(part).stream())
                .forEach(detector -> alone.add(
                        detector,
                        percent(
                                (double) part.get(0)
                                                        .sum(detector, Quality::ties)
                                                        .chosen()
                                                == 0
                                        ? 0
                                        : part.get(0)
                                                        .figures(detector, quality -> (double) quality.published())
                                                        .sum()
                                                / part.get(0).seeds().stream()
                                                        .mapToInt(DetectionResult::ties)
                                                        .sum(),
                                3),
                        percent(part.get(0).most(detector, Quality::publishedHigh), 3),
                        Long.toString((long) part.get(0)
                                .figures(detector, quality -> (double) quality.strong())
                                .sum())));
        return "### Accounts that bought nothing\n\n" + lines.text() + "\n" + alone.text();
    }

    private String conditions() {
        DetectionResult any = results.get(0);
        return String.format(
                Locale.ROOT,
                "%d worlds, seeds 1 to %d, %,.0f s in all. Each cell's newest results, of commits %s; %s; %d cores, %s.%n",
                results.size(),
                results.stream().mapToLong(DetectionResult::seed).max().orElse(0),
                results.stream().mapToDouble(DetectionResult::wallSeconds).sum(),
                results.stream().map(DetectionResult::commit).distinct().collect(Collectors.joining(", ")),
                any.versions().entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue())
                        .collect(Collectors.joining(", ")),
                any.machine().cores(),
                any.machine().system());
    }

    private List<CellResults> part(String name) {
        return cells.stream().filter(cell -> cell.part().equals(name)).toList();
    }

    private static List<String> detectors(List<CellResults> part) {
        Set<String> detectors = new LinkedHashSet<>();
        part.forEach(cell ->
                cell.seeds().forEach(seed -> seed.qualities().forEach(quality -> detectors.add(quality.detector()))));
        detectors.remove(Assay.ALL);
        return List.copyOf(detectors);
    }

    private static String interval(CellResults cell) {
        return three(cell.least(Assay.ALL, Quality::aucLow)) + "–" + three(cell.most(Assay.ALL, Quality::aucHigh));
    }

    private static double precision(CellResults cell, Function<Quality, Chosen> what) {
        return cell.sum(Assay.ALL, what).precision();
    }

    private static double recall(CellResults cell, Function<Quality, Chosen> what) {
        return cell.sum(Assay.ALL, what).recall();
    }

    private static String found(CellResults cell, Function<Quality, Chosen> what) {
        Chosen chosen = cell.sum(Assay.ALL, what);
        return chosen.right() + " of " + chosen.wanted();
    }

    /** Customers named, and clean accounts named with them. */
    private static String named(CellResults cell) {
        Chosen customers = cell.sum(Assay.ALL, Quality::customers);
        long wrong = customers.chosen() - customers.right();
        return customers.right() + " of " + customers.wanted() + (wrong == 0 ? "" : ", " + wrong + " wrongly");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
