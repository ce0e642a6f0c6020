package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.followerassay.signature.block.PlantedBlock;
import org.followerassay.signature.block.PlantedBlock.Camouflage;

/**
 * A made-up graph to search for its planted block, as a process is told.
 *
 * @param taskTies ties that one task of ours may hold; fewer than there are make Spark prune first
 */
record BlockTask(int ties, double density, Camouflage camouflage, long seed, int taskTies, Path answer) {

    /**
     * What was found.
     *
     * @param peakBytes the most memory that the process ever held, making up the graph included
     * @param passes of Spark over the ties; 0 if one task held them all
     */
    record Answer(
            double wallSeconds,
            double cpuSeconds,
            long peakBytes,
            double density,
            double optimumAtMost,
            long passes,
            double followersF,
            double followeesF) {}

    static BlockTask of(String[] args) {
        return new BlockTask(
                Integer.parseInt(args[0]),
                Double.parseDouble(args[1]),
                Camouflage.valueOf(args[2]),
                Long.parseLong(args[3]),
                Integer.parseInt(args[4]),
                Path.of(args[5]));
    }

    List<String> args() {
        return List.of("" + ties, "" + density, "" + camouflage, "" + seed, "" + taskTies, answer.toString());
    }

    PlantedBlock graph() {
        return new PlantedBlock(ties, density, camouflage, seed);
    }

    void report(
            Measurement measured,
            PlantedBlock graph,
            double found,
            double atMost,
            long passes,
            Set<Long> followers,
            Set<Long> followees)
            throws IOException {
        Answer reported = new Answer(
                measured.wallSeconds(),
                measured.cpuSeconds(),
                measured.peakBytes(),
                found,
                atMost,
                passes,
                graph.followersF(followers),
                graph.followeesF(followees));
        Files.writeString(answer, Json.line(reported));
    }

    Answer reported() throws IOException {
        return Json.read(Files.readString(answer), Answer.class);
    }
}
