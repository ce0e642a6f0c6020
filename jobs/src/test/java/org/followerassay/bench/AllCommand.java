package org.followerassay.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Every benchmark of speed, one after the other, on the same sizes. */
@Command(
        name = "all",
        mixinStandardHelpOptions = true,
        description =
                "ingest, graph, churn, rank, signatures and run, one after the other; goes on after one that fails, and"
                        + " fails then itself. Takes hours from 1e7 ties on.")
final class AllCommand implements Callable<Integer> {
    private static final List<String> RACES = List.of("ingest", "graph", "churn", "rank");
    private static final List<String> STEPS = List.of("signatures", "run");

    @ParentCommand
    private Bench bench;

    @Mixin
    private RaceArgs args;

    @Override
    public Integer call() {
        String sizes = args.ties.stream().map(String::valueOf).collect(Collectors.joining(","));
        int worst = 0;
        for (String name : Stream.concat(RACES.stream(), STEPS.stream()).toList()) {
            System.err.println("== " + name);
            List<String> command = Stream.concat(
                            Stream.of(name, "--ties", sizes),
                            RACES.contains(name) ? Stream.of("--runs", Integer.toString(args.runs)) : Stream.of())
                    .toList();
            worst = Math.max(worst, bench.line().execute(command.toArray(String[]::new)));
        }
        return worst;
    }
}
