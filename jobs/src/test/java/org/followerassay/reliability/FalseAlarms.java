package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.followerassay.evaluate.Rate;
import org.followerassay.reliability.clean.HonestPlatform;

/**
 * R13: the whole job on platforms on which nobody bought anything, made by an author who had not seen the signatures. An account is
 * a false alarm if what a report says of the arrival of its followers is more than weak. The first such platform showed two rules
 * to be wrong; those looked at here have other seeds, but are of the same make.
 */
final class FalseAlarms {
    /** So many accounts in a hundred may be false alarms, at the upper end of the interval. */
    private static final double MOST = 0.01;

    private final Path work;
    private final JavaProcess.Start start;
    private final List<String> missed = new ArrayList<>();
    private final SortedMap<String, Integer> lists = new TreeMap<>();
    private final SortedMap<String, Integer> alarms = new TreeMap<>();
    private long followers;
    private long named;

    FalseAlarms(Path work, JavaProcess.Start start) {
        this.work = work;
        this.start = start.with("-Xmx4g");
    }

    /** @param population people on each of the platforms */
    Outcome outcome(long seed, int platforms, int population) throws IOException {
        for (int i = 0; i < platforms; i++) {
            look(seed + i, population);
        }
        int all = lists.values().stream().mapToInt(Integer::intValue).sum();
        long mayMiss = 0;
        while (new Rate(mayMiss + 1, all).high() <= MOST) {
            mayMiss++;
        }
        return new Outcome(all, missed, note(new Rate(missed.size(), all)), mayMiss);
    }

    private void look(long seed, int population) throws IOException {
        Path folder = work.resolve("platform-" + seed);
        HonestPlatform platform = new HonestPlatform(seed, population);
        platform.kinds().values().forEach(kind -> lists.merge(kind, 1, Integer::sum));
        String export = platform.write(folder.resolve("export")).toString();
        Path warehouse = folder.resolve("warehouse");
        try (JavaProcess run = start.assay(
                "run",
                "--quiet",
                "--input",
                export,
                "--warehouse",
                warehouse.toString(),
                "--out",
                folder.resolve("report").toString())) {
            if (run.exitCode() != 0) {
                throw new IllegalStateException("the run ended with " + run.exitCode());
            }
        }
        for (Group row : PublishedRows.of(warehouse, "arrival_estimates")) {
            judge(row, platform.kinds().get(row.getLong("account", 0)), seed);
        }
        Folders.delete(folder);
    }

    private void judge(Group row, String kind, long seed) {
        followers += row.getLong("listed", 0);
        named += row.getLong("matched", 0);
        String tier = row.getString("tier", 0);
        if (tier.equals("strong") || tier.equals("moderate")) {
            alarms.merge(kind, 1, Integer::sum);
            missed.add(String.format(
                    Locale.ROOT,
                    "platform %d, an account of the kind %s: %s evidence (%s), %,d of %,d followers",
                    seed,
                    kind,
                    tier,
                    row.getString("families", 0),
                    row.getLong("matched", 0),
                    row.getLong("listed", 0)));
        }
    }

    private String note(Rate rate) {
        StringBuilder kinds = new StringBuilder();
        lists.forEach((kind, count) -> kinds.append(kinds.isEmpty() ? "" : ", ")
                .append(kind)
                .append(' ')
                .append(alarms.getOrDefault(kind, 0))
                .append(" of ")
                .append(count));
        return String.format(
                Locale.ROOT,
                "strong or moderate evidence at %d honest accounts of %,d, at most %.2f %% by the 95 %% interval; %.3f %% of %,d followers"
                        + " named; by kind: %s",
                rate.hits(),
                rate.of(),
                100 * rate.high(),
                100.0 * named / followers,
                followers,
                kinds);
    }
}
