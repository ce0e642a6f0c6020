package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes up files, lets both contenders ingest each of them in turns, and keeps what they measured. */
final class IngestBench {
    static final String NAME = "ingest";

    /** Enough for the JVM to have compiled what matters, small beside what is timed. */
    static final long WARM_UP_LINES = 100_000;

    private static final long SEED = 20_261_031;

    private record Contender(String name, Class<?> main) {}

    private static final List<Contender> CONTENDERS = List.of(
            new Contender(OurIngest.NAME, OurIngest.class), new Contender(DuckDbIngest.NAME, DuckDbIngest.class));

    private final Path work;
    private final String session;
    private final String commit;
    private final Fork fork;
    private final ResultFile results;
    private final PrintStream say;

    IngestBench(Path work, String session, String commit, Path project, ResultFile results, PrintStream say) {
        this.work = work;
        this.session = session;
        this.commit = commit;
        this.fork = new Fork(project, work.resolve("contender.log"));
        this.results = results;
        this.say = say;
    }

    /** The file is written first and read by all, so that it lies in the page cache for each of them. */
    List<Result> run(long lines, int runs) throws IOException, InterruptedException {
        MadeUpTies ties = new MadeUpTies(lines, SEED);
        Path input = work.resolve("ties-" + lines + ".txt");
        Path warmUp = work.resolve("warm-up.txt");
        say.printf(Locale.ROOT, "making up %,d ties ...%n", lines);
        ties.write(input);
        new MadeUpTies(WARM_UP_LINES, SEED + 1).write(warmUp);
        List<Result> measured = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            delete(work.resolve("outputs"));
            for (Contender contender : order(run)) {
                Path output = output(contender);
                Machine machine = Machine.here();
                Task task = new Task(input, warmUp, output, work.resolve("measurement.json"));
                fork.run(contender.main(), task.args());
                Result result = new Result(
                        NAME, session, commit, machine, contender.name(), lines, ties.distinct(), run, task.measured());
                results.append(result);
                measured.add(result);
                say.printf(
                        Locale.ROOT,
                        "%,d ties, run %d, %s: %.2f s%n",
                        lines,
                        run,
                        contender.name(),
                        result.measured().wallSeconds());
            }
            fork.run(
                    SameTies.class,
                    List.of(
                            output(CONTENDERS.get(0)).toString(),
                            output(CONTENDERS.get(1)).toString(),
                            "" + ties.distinct()));
            say.printf(Locale.ROOT, "%,d ties, run %d: both wrote the same %,d ties%n", lines, run, ties.distinct());
        }
        return measured;
    }

    private static List<Contender> order(int run) {
        return run % 2 == 1 ? CONTENDERS : List.of(CONTENDERS.get(1), CONTENDERS.get(0));
    }

    private Path output(Contender contender) {
        return work.resolve("outputs").resolve(contender.main().getSimpleName());
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
