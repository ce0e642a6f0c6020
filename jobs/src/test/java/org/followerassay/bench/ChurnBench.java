package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes up two snapshots, lets both contenders find what changed between them, in turns, and keeps what they measured. */
final class ChurnBench {
    static final String NAME = "churn";
    static final String REPLAY = "churn replay";

    private static final long WARM_UP_TIES = 100_000;

    private record Contender(String name, Class<?> main) {}

    private static final Contender OURS = new Contender(OurLedger.NAME, OurLedger.class);
    private static final Contender COMPARISON = new Contender(OurComparison.NAME, OurComparison.class);
    private static final Contender THEIRS = new Contender(DuckDbLedger.NAME, DuckDbLedger.class);

    private final Path work;
    private final String session;
    private final String commit;
    private final Fork fork;
    private final ResultFile results;
    private final PrintStream say;

    ChurnBench(Path work, String session, String commit, Path project, ResultFile results, PrintStream say) {
        this.work = work;
        this.session = session;
        this.commit = commit;
        this.fork = new Fork(project, work.resolve("contender.log"));
        this.results = results;
        this.say = say;
    }

    /** Each of our runs has a warehouse of its own, so that no earlier ledger is carried over. */
    void run(long ties, int runs) throws IOException, InterruptedException {
        for (int run = 1; run <= runs; run++) {
            say.printf(Locale.ROOT, "making up two snapshots of %,d ties ...%n", ties);
            IngestBench.delete(work.resolve("churn"));
            Path input = work.resolve("churn/input");
            Path warmUp = work.resolve("churn/warm-up");
            fork.run(TwoSnapshots.class, List.of(input.toString(), "" + ties));
            fork.run(TwoSnapshots.class, List.of(warmUp.toString(), "" + WARM_UP_TIES));
            // The ledger carries over what was compared before it, so each has snapshots of its own.
            copy(work.resolve("churn"), work.resolve("compared"));
            List<Contender> turns = List.of(OURS, THEIRS, COMPARISON);
            for (Contender contender : run % 2 == 1 ? turns : List.of(COMPARISON, THEIRS, OURS)) {
                measure(contender, ties, run);
            }
            long changes = 2 * new MadeUpSnapshots(ties).changes();
            fork.run(SameChanges.class, List.of(input.toString(), output(THEIRS).toString(), "" + changes));
            say.printf(Locale.ROOT, "%,d ties, run %d: both found the same %,d changes%n", ties, run, changes);
        }
    }

    private void measure(Contender contender, long ties, int run) throws IOException, InterruptedException {
        Files.createDirectories(output(contender));
        Machine machine = Machine.here();
        Path snapshots = work.resolve(contender.equals(COMPARISON) ? "compared" : "churn");
        Task task = new Task(
                snapshots.resolve("input"),
                snapshots.resolve("warm-up"),
                output(contender),
                work.resolve("measurement.json"));
        fork.run(contender.main(), task.args());
        Result result =
                new Result(NAME, session, commit, machine, contender.name(), 2 * ties, 2 * ties, run, task.measured());
        results.append(result);
        say.printf(
                Locale.ROOT,
                "two snapshots of %,d ties, run %d, %s: %.2f s, CPU %.2f s, peak %,d MB (load before: %.1f)%n",
                ties,
                run,
                contender.name(),
                result.measured().wallSeconds(),
                result.measured().cpuSeconds(),
                result.measured().peakBytes() >> 20,
                machine.load());
    }

    private Path output(Contender contender) {
        return work.resolve("churn/outputs").resolve(contender.main().getSimpleName());
    }

    /** Of both, so that a table tells a replay from a day of it. */
    void replay(int days, long ties) throws IOException, InterruptedException {
        Path folder = work.resolve("replay");
        IngestBench.delete(folder);
        Machine machine = Machine.here();
        say.printf(Locale.ROOT, "replaying %,d snapshots of %,d ties, then one more ...%n", days, ties);
        fork.run(ReplayedLedger.class, List.of(folder.toString(), "" + days, "" + ties));
        keep(machine, days + " days at once", days * ties, folder.resolve(ReplayedLedger.AT_ONCE));
        keep(machine, "day " + (days + 1) + " alone", ties, folder.resolve(ReplayedLedger.NEXT_DAY));
    }

    private void keep(Machine machine, String what, long ties, Path measurement) throws IOException {
        Measurement measured = Json.read(Files.readString(measurement), Measurement.class);
        results.append(new Result(REPLAY, session, commit, machine, what, ties, ties, 1, measured));
        say.printf(
                Locale.ROOT,
                "%s: %.1f s, CPU %.1f s, peak %,d MB (load before: %.1f)%n",
                what,
                measured.wallSeconds(),
                measured.cpuSeconds(),
                measured.peakBytes() >> 20,
                machine.load());
    }

    private static void copy(Path from, Path to) throws IOException {
        IngestBench.delete(to);
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
