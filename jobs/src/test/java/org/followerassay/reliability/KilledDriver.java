package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * R2: the process of a run is killed for good ({@code kill -9}) at staggered times. Whoever reads must find the old state or the
 * new one, and the run, begun again, must end as one that nobody disturbed. A process that ended before its kill is not counted.
 */
final class KilledDriver {
    private final Path work;
    private final JavaProcess.Start start;
    private final Path warehouse;
    private final Path old;
    private final List<String> missed = new ArrayList<>();
    private int landed;
    private int late;
    private int afterPublishing;

    KilledDriver(Path work, JavaProcess.Start start) {
        this.work = work;
        this.start = start;
        this.warehouse = work.resolve("warehouse");
        this.old = work.resolve("old");
    }

    Outcome outcome(SmallWorld world, int kills) throws IOException, InterruptedException {
        world.month(work.resolve("january"), "2026-01-31", false);
        world.aMonthPasses();
        world.month(work.resolve("february"), "2026-02-28", false);
        expectDone(run("january"));
        Folders.copy(warehouse, old);
        SortedMap<String, String> before = PublishedRows.in(old);
        long begun = System.nanoTime();
        JavaProcess undisturbed = run("february");
        long begins = millisUntilItWrites(undisturbed, begun);
        expectDone(undisturbed);
        long takes = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) - begins;
        SortedMap<String, String> after = PublishedRows.in(warehouse);
        for (int kill = 0; landed < kills && late < kills; kill++) {
            // From the first file that it writes to the end of its work, in steps that spread evenly whatever their
            // number.
            double when = (kill * 0.618034) % 1;
            attempt((long) (takes * when), before, after);
        }
        return new Outcome(
                landed,
                missed,
                String.format(
                        "kills within %.0f s of work; %d hit the report, after publishing; %d too late and not counted",
                        takes / 1000.0, afterPublishing, late));
    }

    private void attempt(long wait, SortedMap<String, String> before, SortedMap<String, String> after)
            throws IOException, InterruptedException {
        Folders.delete(warehouse);
        Folders.copy(old, warehouse);
        JavaProcess run = run("february");
        millisUntilItWrites(run, System.nanoTime());
        Thread.sleep(wait);
        if (!run.isAlive()) {
            late++;
            run.exitCode();
            return;
        }
        run.kill();
        landed++;
        SortedMap<String, String> found = PublishedRows.in(warehouse);
        boolean isOld = found.equals(before);
        afterPublishing += isOld ? 0 : 1;
        if (!isOld && !found.equals(after)) {
            missed.add("after " + wait + " ms: " + PublishedRows.differences(after, found));
            return;
        }
        int code = run("february").exitCode();
        List<String> different = PublishedRows.differences(after, PublishedRows.in(warehouse));
        if (code != 0 || !different.isEmpty() || !Files.exists(work.resolve("report/manifest.json"))) {
            missed.add("after " + wait + " ms, run again: exit code " + code + ", " + different);
        }
    }

    /** Waits for the first folder of a run, which nobody reads yet. */
    private long millisUntilItWrites(JavaProcess run, long begun) throws IOException, InterruptedException {
        long folders = Files.exists(old) ? runs(old) : 0;
        while (run.isAlive() && runs(warehouse) <= folders) {
            Thread.sleep(20);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static long runs(Path warehouse) throws IOException {
        Path tables = warehouse.resolve("tables");
        long runs = 0;
        if (Files.exists(tables)) {
            try (var folders = Files.newDirectoryStream(tables)) {
                for (Path table : folders) {
                    try (var below = Files.list(table)) {
                        runs += below.count();
                    }
                }
            }
        }
        return runs;
    }

    private static void expectDone(JavaProcess run) throws IOException {
        int code = run.exitCode();
        if (code != 0) {
            throw new IllegalStateException("an undisturbed run ended with " + code);
        }
    }

    private JavaProcess run(String month) throws IOException {
        return start.assay(
                "run",
                "--quiet",
                "--input",
                work.resolve(month).toString(),
                "--warehouse",
                warehouse.toString(),
                "--out",
                work.resolve("report").toString());
    }
}
