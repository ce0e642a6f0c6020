package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.followerassay.signature.block.PlantedBlock.Camouflage;

/** Our search for dense blocks beside the published one, each in a JVM of its own, on the same made-up graphs. */
final class BlockBench {
    private static final int UNPRUNED = 20_000_000;

    private final Path work;
    private final Fork fork;
    private final PrintStream say;

    BlockBench(Path work, Path project, PrintStream say) {
        this.work = work;
        this.fork = new Fork(project, work.resolve("contender.log"));
        this.say = say;
    }

    void header() {
        say.printf(
                "%10s  %-10s  %-28s  %8s  %8s  %9s  %6s  %-16s  %9s  %9s  %9s%n",
                "ties",
                "camouflage",
                "search",
                "wall s",
                "cpu s",
                "peak MB",
                "passes",
                "density",
                "off by",
                "F from",
                "F to");
    }

    /** The last of the three with Spark's passes first, as if one task could hold only a third of the ties. */
    void run(int ties, double density, Camouflage camouflage, long seed) throws IOException, InterruptedException {
        BlockTask whole = task("published", ties, density, camouflage, seed, UNPRUNED);
        fork.run(PublishedBlocks.class, whole.args());
        double published = whole.reported().density();
        line(whole, "published greedy, one core", published);
        ours(task("task", ties, density, camouflage, seed, UNPRUNED), "ours, in one task", published);
        ours(task("pruned", ties, density, camouflage, seed, ties / 3), "ours, pruned by Spark first", published);
    }

    private void ours(BlockTask task, String search, double published) throws IOException, InterruptedException {
        fork.run(OurBlocks.class, task.args());
        line(task, search, published);
        IngestBench.delete(task.answer().getParent());
    }

    private BlockTask task(String name, int ties, double density, Camouflage camouflage, long seed, int taskTies)
            throws IOException {
        Path folder = work.resolve(name);
        IngestBench.delete(folder);
        Files.createDirectories(folder);
        return new BlockTask(ties, density, camouflage, seed, taskTies, folder.resolve("answer.json"));
    }

    private void line(BlockTask task, String search, double published) throws IOException {
        BlockTask.Answer answer = task.reported();
        say.printf(
                Locale.ROOT,
                "%,10d  %-10s  %-28s  %8.2f  %8.2f  %,9d  %6d  %.14f  %9.1e  %9.3f  %9.3f%n",
                task.ties(),
                task.camouflage().name().toLowerCase(Locale.ROOT),
                search,
                answer.wallSeconds(),
                answer.cpuSeconds(),
                answer.peakBytes() >> 20,
                answer.passes(),
                answer.density(),
                Math.abs(answer.density() - published),
                answer.followersF(),
                answer.followeesF());
    }
}
