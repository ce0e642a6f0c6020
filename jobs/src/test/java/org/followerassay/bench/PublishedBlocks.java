package org.followerassay.bench;

import java.util.TreeMap;
import org.followerassay.signature.block.PlantedBlock;
import org.followerassay.signature.block.PublishedGreedy;

/** The greedy search as published, on one core, with the ties in memory before the clock starts. */
final class PublishedBlocks {
    public static void main(String[] args) throws Exception {
        BlockTask task = BlockTask.of(args);
        new PublishedGreedy(new PlantedBlock(20_000, task.density(), task.camouflage(), 1).ties());
        PlantedBlock graph = task.graph();
        long[] ties = graph.ties();
        PublishedGreedy[] found = new PublishedGreedy[1];
        Measurement measured = Measurement.of(
                () -> found[0] = new PublishedGreedy(ties), () -> new Measurement.Written(0, 0, new TreeMap<>()));
        task.report(
                measured,
                graph,
                found[0].density(),
                2 * found[0].density(),
                0,
                found[0].followers(),
                found[0].followees());
    }

    private PublishedBlocks() {}
}
