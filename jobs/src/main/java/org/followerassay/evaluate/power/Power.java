package org.followerassay.evaluate.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.followerassay.evaluate.Rate;
import org.followerassay.evaluate.power.Blocks.Block;
import org.followerassay.evaluate.power.InjectOptions.Delivery;

/** What was planted and what of it was found, in words and numbers. */
public final class Power {
    /** A lot or block is found if the matches name at least this share of its ties. */
    private static final double FOUND = 0.5;

    /**
     * What became of one lot or block.
     *
     * @param excess median of what its matched ties' groups hold beyond their reference; 0 if none matched
     */
    record Outcome(long planted, long matched, double excess) {
        boolean found() {
            return planted > 0 && matched >= FOUND * planted;
        }
    }

    private final Map<PlantedLot, Outcome> lots = new LinkedHashMap<>();
    private final Map<Block, Outcome> blocks = new LinkedHashMap<>();
    private final Map<Block, Sides> sides = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    void lot(PlantedLot lot, Outcome outcome) {
        lots.put(lot, outcome);
    }

    void block(Block block, Outcome outcome, Sides found) {
        blocks.put(block, outcome);
        sides.put(block, found);
    }

    void note(String note) {
        notes.add(note);
    }

    /** Lots that were found, of all that were planted. */
    Rate lotsFound() {
        return rate(List.copyOf(lots.values()));
    }

    /** The tables to print, and a sentence for each tier. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!lots.isEmpty()) {
            line(
                    text,
                    "%-8s %-7s %8s  %-42s %s",
                    "Lists",
                    "deliv.",
                    "lot",
                    "found (95 %% interval)".replace("%%", "%"),
                    "median excess");
            tiers().forEach(tier -> tier(text, tier));
            text.append('\n');
            tiers().forEach(tier -> line(text, "%s", sentence(tier)));
        }
        if (!blocks.isEmpty()) {
            line(
                    text,
                    "%n%-8s %-10s %9s %9s %9s  %s",
                    "Density",
                    "cover",
                    "ties",
                    "named",
                    "in pools",
                    "in one dense block");
            blocks.forEach((block, outcome) -> line(
                    text,
                    "%-8s %-10s %,9d %9s %9s  %s",
                    block.density(),
                    block.cover().word(),
                    outcome.planted(),
                    percent(outcome.matched(), outcome.planted()),
                    percent(sides.get(block).pooled(), sides.get(block).followers()),
                    sides.get(block).text()));
            line(text, "%s", blocksFound());
        }
        notes.forEach(note -> line(text, "%s", note));
        return text.toString();
    }

    private String blocksFound() {
        return String.format(
                Locale.ROOT,
                "Of %d planted blocks, strong or moderate findings name half of the ties of %d; half of the followers of %d are in"
                        + " pools of shared followers, and half of both sides of %d in one dense block. From ties alone, findings"
                        + " are weak.",
                blocks.size(),
                blocks.values().stream().filter(Outcome::found).count(),
                sides.values().stream().filter(Sides::pool).count(),
                sides.values().stream().filter(Sides::dense).count());
    }

    private static String percent(long part, long all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / all);
    }

    private void tier(StringBuilder text, String tier) {
        for (Delivery delivery : Delivery.values()) {
            for (int size : sizes(tier, delivery)) {
                List<Outcome> cell = cell(tier, delivery, size);
                List<Double> excess = cell.stream()
                        .filter(Outcome::found)
                        .map(Outcome::excess)
                        .sorted()
                        .toList();
                line(
                        text,
                        "%-8s %-7s %,8d  %-42s %s",
                        tier,
                        delivery.word(),
                        size,
                        rate(cell).text(),
                        excess.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", excess.get(excess.size() / 2)));
            }
        }
    }

    /** From which size on lots are found in lists of a tier: all sizes from it on, in at least half of the trials. */
    private String sentence(String tier) {
        List<Long> listed = lots.keySet().stream()
                .filter(lot -> lot.host().tier().equals(tier))
                .map(lot -> lot.host().listed())
                .sorted(Comparator.naturalOrder())
                .toList();
        long from = listed.get(0);
        long to = listed.get(listed.size() - 1);
        List<String> parts = new ArrayList<>();
        for (Delivery delivery : Delivery.values()) {
            List<Integer> sizes = sizes(tier, delivery);
            int first = sizes.size();
            while (first > 0 && rate(cell(tier, delivery, sizes.get(first - 1))).share() >= FOUND) {
                first--;
            }
            if (!sizes.isEmpty()) {
                parts.add(
                        first == sizes.size()
                                ? String.format(
                                        Locale.ROOT, "a %s of %,d is not found", delivery.word(), sizes.get(first - 1))
                                : String.format(
                                        Locale.ROOT,
                                        "a %s is found from %,d followers on",
                                        delivery.word(),
                                        sizes.get(first)));
            }
        }
        return String.format(
                Locale.ROOT,
                "In lists of the tier %s (tried: %s): %s.",
                tier,
                from == to
                        ? String.format(Locale.ROOT, "%,d followers", from)
                        : String.format(Locale.ROOT, "%,d to %,d followers", from, to),
                String.join("; ", parts));
    }

    private List<String> tiers() {
        return lots.keySet().stream()
                .sorted(Comparator.comparingLong(lot -> lot.host().listed()))
                .map(lot -> lot.host().tier())
                .distinct()
                .collect(Collectors.toList());
    }

    private List<Integer> sizes(String tier, Delivery delivery) {
        return lots.keySet().stream()
                .filter(lot -> lot.host().tier().equals(tier) && lot.delivery() == delivery)
                .map(PlantedLot::size)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Outcome> cell(String tier, Delivery delivery, int size) {
        return lots.entrySet().stream()
                .filter(entry -> entry.getKey().host().tier().equals(tier)
                        && entry.getKey().delivery() == delivery
                        && entry.getKey().size() == size)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Rate rate(List<Outcome> outcomes) {
        return new Rate(outcomes.stream().filter(Outcome::found).count(), outcomes.size());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
