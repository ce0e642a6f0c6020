package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.followerassay.bench.detection.DetectionBench;
import org.followerassay.bench.detection.DetectionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What signatures and published methods find of what was planted. */
@Command(
        name = "detection",
        mixinStandardHelpOptions = true,
        description = "How well signatures find what was planted in small worlds, beside published methods.")
final class DetectionCommand implements Callable<Integer> {
    @ParentCommand
    private Bench bench;

    @Option(names = "--seeds", paramLabel = "N", description = "worlds of each cell; 3 if left out, 1 if quick")
    private Optional<Integer> seeds;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "${DEFAULT-VALUE} if left out; those before it stay as they were measured")
    private long first;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            defaultValue = "shares,vendors,clean",
            description = "${DEFAULT-VALUE} if left out")
    private List<String> parts;

    @Option(names = "--quick", description = "fewer cells")
    private boolean quick;

    @Option(names = "--missing", description = "worlds without a result only: to go on where a run was stopped")
    private boolean missing;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Long> all = LongStream.rangeClosed(first, first - 1 + seeds.orElse(quick ? 1 : 3))
                .boxed()
                .toList();
        List<String> args = bench.detection.args(Bench.session(), Bench.commit(), all, quick, parts, missing);
        new Fork(bench.project, Path.of("")).runInSight(DetectionBench.runner(), args);
        System.out.println();
        System.out.print(new DetectionTable(bench.detection.newest()).markdown());
        return 0;
    }
}
