package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * R3: while a whole run is at work on a standalone cluster of two workers, its executors are killed one after the other
 * ({@code kill -9}). The run must end well all the same, with the rows of one in a single process.
 */
final class LostExecutors {
    private static final int MOST_RUNS = 6;

    private final Path project;
    private final Path work;
    private final JavaProcess.Start start;
    private final List<String> missed = new ArrayList<>();
    private int kills;

    LostExecutors(Path project, Path work, JavaProcess.Start start) {
        this.project = project;
        this.work = work;
        this.start = start;
    }

    Outcome outcome(SmallWorld world, int wanted) throws IOException, InterruptedException {
        Path input = world.month(work.resolve("input"), "2026-01-31", false);
        world.aMonthPasses();
        world.month(input, "2026-02-28", false);
        Path embedded = work.resolve("embedded");
        if (start.assay(args(input, embedded)).exitCode() != 0) {
            throw new IllegalStateException("the embedded run failed; see " + start.log());
        }
        SortedMap<String, String> expected = PublishedRows.in(embedded);
        script("standalone", "up", "2").waitFor();
        int runs = 0;
        try {
            for (; kills < wanted && runs < MOST_RUNS; runs++) {
                attempt(input, work.resolve("on-cluster-" + runs), wanted, expected);
            }
        } finally {
            script("standalone", "down").waitFor();
        }
        return new Outcome(
                kills,
                missed,
                kills + " executors killed in " + runs + " runs, " + expected.size() + " tables compared");
    }

    private void attempt(Path input, Path warehouse, int wanted, SortedMap<String, String> expected)
            throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("standalone", "submit"));
        args.addAll(List.of(args(input, warehouse)));
        Process run = script(args.toArray(String[]::new));
        int before = kills;
        // Half of the kills in a run at most, five seconds or more apart, so that work goes on in between.
        for (int wait = 40; run.isAlive(); wait--) {
            Thread.sleep(250);
            if (wait <= 0 && kills < wanted && kills - before < (wanted + 1) / 2 && killOne()) {
                kills++;
                wait = 20 + 8 * (kills % 3);
            }
        }
        List<String> different = PublishedRows.differences(expected, PublishedRows.in(warehouse));
        if (run.exitValue() != 0 || !different.isEmpty()) {
            missed.add("a run in which " + (kills - before) + " executors were lost: exit code " + run.exitValue()
                    + ", " + different);
        }
    }

    /** Only those of this project's own cluster, which run from a folder of links of its own. */
    private boolean killOne() {
        String own = project.resolve("target/cluster/").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("CoarseGrainedExecutorBackend") && line.contains(own))
                        .isPresent())
                .findFirst()
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    private static String[] args(Path input, Path warehouse) {
        return new String[] {
            "run",
            "--quiet",
            "--input",
            input.toUri().toString(),
            "--warehouse",
            warehouse.toUri().toString(),
            "--out",
            warehouse
                    .resolveSibling(warehouse.getFileName() + "-report")
                    .toUri()
                    .toString()
        };
    }

    private Process script(String... args) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("scripts/cluster").toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()))
                .start();
    }
}
