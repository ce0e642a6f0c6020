package org.followerassay.reliability;

import static java.util.stream.Collectors.joining;

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
import org.followerassay.reliability.neighbours.NeighbourNetwork;

/**
 * R13: the whole job on platforms on which nobody bought anything, by two authors who had not seen the signatures. An account is a
 * false alarm if what a report says of the arrival of its followers is more than weak. The first author's first platform showed two
 * rules to be wrong; those of that make that are looked at here have other seeds. Nothing was decided on the second author's.
 */
final class FalseAlarms {
    /** So many accounts in a hundred may be false alarms, at the upper end of the interval. */
    private static final double MOST = 0.01;

    private final Path work;
    private final JavaProcess.Start start;
    private final List<String> missed = new ArrayList<>();
    private final SortedMap<String, Integer> lists = new TreeMap<>();
    private final SortedMap<String, Integer> alarms = new TreeMap<>();
    private final SortedMap<String, Integer> listsByMake = new TreeMap<>();
    private final SortedMap<String, Integer> alarmsByMake = new TreeMap<>();
    private long followers;
    private long named;

    /** @param kinds what each account is whose followers are listed */
    private record Honest(String make, long seed, SortedMap<Long, String> kinds, Export export) {
        static Honest platform(long seed, int population) {
            HonestPlatform made = new HonestPlatform(seed, population);
            return new Honest("platform", seed, made.kinds(), made::write);
        }

        static Honest network(long seed, int population) {
            NeighbourNetwork made = new NeighbourNetwork(seed, population);
            return new Honest("network", seed, made.kinds(), made::write);
        }
    }

    private interface Export {
        Path write(Path folder) throws IOException;
    }

    FalseAlarms(Path work, JavaProcess.Start start) {
        this.work = work;
        this.start = start.with("-Xmx4g");
    }

    /**
     * @param platforms of each make
     * @param population people on each of them
     */
    Outcome outcome(long seed, int platforms, int population) throws IOException {
        for (int i = 0; i < platforms; i++) {
            look(Honest.platform(seed + i, population));
            look(Honest.network(seed + i, population));
        }
        int all = lists.values().stream().mapToInt(Integer::intValue).sum();
        long mayMiss = 0;
        while (new Rate(mayMiss + 1, all).high() <= MOST) {
            mayMiss++;
        }
        return new Outcome(all, missed, note(new Rate(missed.size(), all)), mayMiss);
    }

    private void look(Honest honest) throws IOException {
        Path folder = work.resolve(honest.make() + "-" + honest.seed());
        honest.kinds().values().forEach(kind -> lists.merge(kind, 1, Integer::sum));
        listsByMake.merge(honest.make(), honest.kinds().size(), Integer::sum);
        String export = honest.export().write(folder.resolve("export")).toString();
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
            judge(row, honest);
        }
        Folders.delete(folder);
    }

    private void judge(Group row, Honest honest) {
        String kind = honest.kinds().get(row.getLong("account", 0));
        followers += row.getLong("listed", 0);
        named += row.getLong("matched", 0);
        String tier = row.getString("tier", 0);
        if (tier.equals("strong") || tier.equals("moderate")) {
            alarms.merge(kind, 1, Integer::sum);
            alarmsByMake.merge(honest.make(), 1, Integer::sum);
            missed.add(String.format(
                    Locale.ROOT,
                    "%s %d, an account of the kind %s: %s evidence (%s), %,d of %,d followers",
                    honest.make(),
                    honest.seed(),
                    kind,
                    tier,
                    row.getString("families", 0),
                    row.getLong("matched", 0),
                    row.getLong("listed", 0)));
        }
    }

    private String note(Rate rate) {
        return String.format(
                Locale.ROOT,
                "strong or moderate evidence at %d honest accounts of %,d, at most %.2f %% by the 95 %% interval; %.3f %% of %,d followers"
                        + " named; by make: %s; by kind: %s",
                rate.hits(),
                rate.of(),
                100 * rate.high(),
                100.0 * named / followers,
                followers,
                counts(alarmsByMake, listsByMake),
                counts(alarms, lists));
    }

    private static String counts(SortedMap<String, Integer> some, SortedMap<String, Integer> all) {
        return all.entrySet().stream()
                .map(count -> String.format(
                        Locale.ROOT,
                        "%s %d of %,d",
                        count.getKey(),
                        some.getOrDefault(count.getKey(), 0),
                        count.getValue()))
                .collect(joining(", "));
    }
}
