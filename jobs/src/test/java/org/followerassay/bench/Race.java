package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Contenders that do the same work in turns, each run in a process of its own; every second round goes the other way about.
 *
 * @param work a folder for what they read and write
 * @param session when the command was started
 */
record Race(Path work, String session, String commit, Fork fork, ResultFile results, PrintStream out) {

    /**
     * Who does the work, and what it is told.
     *
     * @param more arguments after those of the task
     */
    record Contender(String name, Class<?> main, Task task, List<String> more) {
        List<String> args() {
            List<String> args = new ArrayList<>(task.args());
            args.addAll(more);
            return args;
        }
    }

    Path folder(String name) {
        return work.resolve(name);
    }

    void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    List<Result> run(String benchmark, long ties, int runs, List<Contender> contenders)
            throws IOException, InterruptedException {
        List<Result> measured = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            List<Contender> turn = new ArrayList<>(contenders);
            if (run % 2 == 0) {
                Collections.reverse(turn);
            }
            for (Contender contender : turn) {
                Machine machine = Machine.here();
                fork.run(contender.main(), contender.args());
                Result result = new Result(
                        benchmark,
                        session,
                        commit,
                        machine,
                        contender.name(),
                        ties,
                        ties,
                        run,
                        contender.task().measured());
                results.append(result);
                measured.add(result);
                say(
                        "%s of %,d ties, run %d, %s: %.2f s, CPU %.2f s, peak %,d MB (load before: %.1f)",
                        benchmark,
                        ties,
                        run,
                        contender.name(),
                        result.measured().wallSeconds(),
                        result.measured().cpuSeconds(),
                        result.measured().peakBytes() >> 20,
                        machine.load());
            }
        }
        return measured;
    }
}
