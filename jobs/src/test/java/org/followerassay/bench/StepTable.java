package org.followerassay.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long each step takes by size of the platform, slowest first, and how that grows.
 *
 * <p>Growth is the exponent b of seconds ~ ties^b between the two largest sizes: 1 is linear. Below a second or so a step is
 * the making of its plan, which does not grow; so exponents are given only for steps that take two seconds or more.
 */
record StepTable(List<StepTimes> sizes) {
    private static final double ENOUGH_SECONDS = 2;

    String markdown() {
        StepTimes largest = sizes.get(sizes.size() - 1);
        StringBuilder table = new StringBuilder("| step |");
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d ties: s |", size.rows())));
        table.append(" µs a tie | growth | bytes shuffled a tie |\n|---|")
                .append("---:|".repeat(sizes.size() + 3))
                .append('\n');
        largest.steps().keySet().stream()
                .sorted(Comparator.comparing((String step) -> -largest.steps().get(step))
                        .thenComparing(step -> step))
                .forEach(step -> table.append(row(step, secondsOf(step), largest, largest.shuffledBy(step))));
        table.append(row(
                "between the steps, and the report",
                sizes.stream().map(StepTable::rest).toList(),
                largest,
                largest.allShuffled()
                        - largest.steps().keySet().stream()
                                .mapToLong(largest::shuffledBy)
                                .sum()));
        table.append("| **the command** |");
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %.1f |", size.wallSeconds())));
        table.append(String.format(
                Locale.ROOT,
                " %.2f | %s | %s |%n",
                perTie(largest.wallSeconds(), largest),
                growth(sizes.stream().map(StepTimes::wallSeconds).toList()),
                bytesPerTie(largest.allShuffled(), largest)));
        return table + "\n" + circumstances(largest);
    }

    private List<Double> secondsOf(String step) {
        return sizes.stream().map(size -> size.steps().getOrDefault(step, 0.0)).toList();
    }

    /** What no step took: reading what is there, publishing, and where the command writes one, the report. */
    private static double rest(StepTimes size) {
        return Math.max(
                0,
                size.wallSeconds()
                        - size.steps().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum());
    }

    private String row(String step, List<Double> seconds, StepTimes largest, long shuffled) {
        String cells = seconds.stream()
                .map(one -> String.format(Locale.ROOT, " %.1f |", one))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "| %s |%s %.2f | %s | %s |%n",
                step,
                cells,
                perTie(seconds.get(seconds.size() - 1), largest),
                growth(seconds),
                bytesPerTie(shuffled, largest));
    }

    private static String bytesPerTie(long bytes, StepTimes size) {
        return size.shuffled() == null ? "–" : String.format(Locale.ROOT, "%.1f", (double) bytes / size.rows());
    }

    private static double perTie(double seconds, StepTimes size) {
        return seconds * 1e6 / size.rows();
    }

    private String growth(List<Double> seconds) {
        int last = seconds.size() - 1;
        if (last < 1 || seconds.get(last) < ENOUGH_SECONDS) {
            return "–";
        }
        double times = seconds.get(last) / Math.max(seconds.get(last - 1), 1e-3);
        double ties = (double) sizes.get(last).rows() / sizes.get(last - 1).rows();
        return String.format(Locale.ROOT, "%.2f", Math.log(times) / Math.log(ties));
    }

    private static String circumstances(StepTimes largest) {
        Machine machine = largest.machine();
        return String.format(
                Locale.ROOT,
                "`scripts/bench %s`, commit %s; %d cores, %s, load %.1f when it began; peak memory of the largest %.1f GB.%n",
                largest.command(),
                largest.commit(),
                machine.cores(),
                machine.system(),
                machine.load(),
                largest.peakBytes() / 1e9);
    }
}
