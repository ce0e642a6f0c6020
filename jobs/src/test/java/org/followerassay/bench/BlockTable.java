package org.followerassay.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Planted blocks as Markdown: a row for each size, density and camouflage, the worst found first. */
record BlockTable(List<InjectedBlock> results) {
    /** F of both sides that FRAUDAR's paper states for blocks of density .04 and more. */
    private static final double GOAL = 0.95;

    private static final double SAME_DENSITY = 1e-9;

    String markdown() {
        List<List<InjectedBlock>> cells = new ArrayList<>(results.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.ties(), one.density(), one.camouflage()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
        cells.sort(Comparator.comparingDouble(BlockTable::meanF));
        StringBuilder table = new StringBuilder(
                "| ties | density | camouflage | seeds | F of followers (lowest) | F of followees (lowest) | published search"
                        + " | densities differ by at most | seconds: published, ours in one task, ours pruned first |\n"
                        + "|--:|--:|---|--:|--:|--:|--:|--:|--:|\n");
        cells.forEach(cell -> table.append(row(cell)));
        return verdict(cells) + "\n\n" + table + "\n" + conditions();
    }

    private static String verdict(List<List<InjectedBlock>> cells) {
        long missed = cells.stream().filter(cell -> meanF(cell) < GOAL).count();
        return String.format(
                Locale.ROOT,
                "F below %.2f on a side: %d of %d. Our density equals the published search's to 1e-9 on %d of %d graphs.",
                GOAL,
                missed,
                cells.size(),
                cells.stream()
                        .flatMap(List::stream)
                        .filter(one -> one.offBy() <= SAME_DENSITY)
                        .count(),
                cells.stream().mapToLong(List::size).sum());
    }

    private static String row(List<InjectedBlock> cell) {
        InjectedBlock any = cell.get(0);
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f | %s | %d | %s | %s | %.3f, %.3f | %.0e | %.1f, %.1f, %.1f |%n",
                any.ties(),
                any.density(),
                any.camouflage().name().toLowerCase(Locale.ROOT),
                cell.size(),
                f(cell, one -> one.ours().followersF()),
                f(cell, one -> one.ours().followeesF()),
                over(cell, one -> one.published().followersF()).average().orElse(0),
                over(cell, one -> one.published().followeesF()).average().orElse(0),
                over(cell, InjectedBlock::offBy).max().orElse(0),
                over(cell, one -> one.published().wallSeconds()).average().orElse(0),
                over(cell, one -> one.ours().wallSeconds()).average().orElse(0),
                over(cell, one -> one.pruned().wallSeconds()).average().orElse(0));
    }

    private static String f(List<InjectedBlock> cell, ToDoubleFunction<InjectedBlock> side) {
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f)",
                over(cell, side).average().orElse(0),
                over(cell, side).min().orElse(0));
    }

    /** Of the worse side, averaged over seeds as in the paper. */
    private static double meanF(List<InjectedBlock> cell) {
        return Math.min(
                over(cell, one -> one.ours().followersF()).average().orElse(0),
                over(cell, one -> one.ours().followeesF()).average().orElse(0));
    }

    private static DoubleStream over(List<InjectedBlock> cell, ToDoubleFunction<InjectedBlock> measure) {
        return cell.stream().mapToDouble(measure);
    }

    private String conditions() {
        InjectedBlock any = results.get(0);
        return String.format(
                Locale.ROOT,
                "Means over seeds, %s, commits %s; %d cores, %s, load up to %.1f. The published search has its ties in memory when"
                        + " the clock starts, ours begins with Parquet.%n",
                any.session().substring(0, 10),
                results.stream().map(InjectedBlock::commit).distinct().collect(Collectors.joining(", ")),
                any.machine().cores(),
                any.machine().system(),
                results.stream().mapToDouble(one -> one.machine().load()).max().orElse(0));
    }
}
