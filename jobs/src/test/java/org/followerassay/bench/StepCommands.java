package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How long each step of a command takes on made-up platforms of several sizes, each in a process of its own. */
abstract class StepCommands implements Callable<Integer> {
    @Command(
            name = "signatures",
            mixinStandardHelpOptions = true,
            description = "How long each step of assay signatures takes on made-up platforms of several sizes.")
    static final class Signatures extends StepCommands {
        @Override
        String command() {
            return TimedSteps.SIGNATURES;
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description =
                    "How long the whole of assay run takes, from the export to the report, on made-up platforms of"
                            + " several sizes, step by step.")
    static final class Run extends StepCommands {
        @Override
        String command() {
            return TimedSteps.RUN;
        }
    }

    @ParentCommand
    private Bench bench;

    @Option(
            names = "--ties",
            paramLabel = "N",
            split = ",",
            defaultValue = "1e5,1e6",
            description = "ties of each platform; ${DEFAULT-VALUE} if left out")
    private List<Long> ties;

    abstract String command();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Bench.work(command());
        Fork fork = new Fork(bench.project, work.resolve("log"));
        String session = Bench.session();
        List<StepTimes> measured = new ArrayList<>();
        for (long size : ties) {
            System.err.printf(Locale.ROOT, "%,d ties ...%n", size);
            Path folder = work.resolve("ties-" + size);
            Path file = work.resolve("steps.json");
            fork.run(
                    TimedSteps.class,
                    List.of(
                            folder.toString(),
                            Long.toString(size),
                            session,
                            Bench.commit(),
                            file.toString(),
                            command()));
            StepTimes times = Json.read(Files.readString(file), StepTimes.class);
            bench.steps.append(times);
            measured.add(times);
            IngestBench.delete(folder);
        }
        System.out.println();
        System.out.print(new StepTable(measured).markdown());
        return 0;
    }
}
