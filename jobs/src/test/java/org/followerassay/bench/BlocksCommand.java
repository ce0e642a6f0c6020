package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.followerassay.signature.block.PlantedBlock.Camouflage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Dense blocks beside the published greedy search. */
@Command(
        name = "blocks",
        mixinStandardHelpOptions = true,
        description = "Dense blocks beside the published greedy search, on made-up graphs with a planted block:"
                + " time, memory, density, and F of the block's followers and followees.")
final class BlocksCommand implements Callable<Integer> {
    @ParentCommand
    private Bench bench;

    @Option(
            names = "--ties",
            paramLabel = "N",
            split = ",",
            defaultValue = "1e5,1e6",
            description = "ties of the background; ${DEFAULT-VALUE} if left out")
    private List<Long> ties;

    @Option(
            names = "--density",
            paramLabel = "SHARE",
            split = ",",
            defaultValue = "0.06",
            description = "share of the block's possible ties; ${DEFAULT-VALUE} if left out")
    private List<Double> densities;

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "of the graphs; ${DEFAULT-VALUE} if left out")
    private List<Long> seeds;

    @Option(
            names = "--injection",
            description = "each camouflage and seed in one process; memory is not measured; adds to"
                    + " docs/bench/blocks.jsonl")
    private boolean injection;

    @Option(
            names = "--camouflage",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "NONE,RANDOM,BIASED,HIJACKED",
            description = "with --injection; ${DEFAULT-VALUE} if left out")
    private List<Camouflage> camouflages;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Bench.work("blocks");
        if (injection) {
            inject(work);
        } else {
            measure(work);
        }
        return 0;
    }

    private void inject(Path work) throws IOException, InterruptedException {
        new Fork(bench.project, work)
                .runInSight(
                        InjectionRun.class,
                        List.of(
                                bench.blocks.path().toString(),
                                Bench.session(),
                                Bench.commit(),
                                work.toString(),
                                joined(ties),
                                joined(densities),
                                joined(seeds),
                                joined(camouflages)));
        System.out.println();
        System.out.print(new BlockTable(bench.blocks.newest()).markdown());
    }

    private void measure(Path work) throws IOException, InterruptedException {
        BlockBench measured = new BlockBench(work, bench.project, System.out);
        measured.header();
        for (long background : ties) {
            for (double density : densities) {
                for (long seed : seeds) {
                    measured.run(Math.toIntExact(background), density, Camouflage.BIASED, seed);
                }
            }
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
