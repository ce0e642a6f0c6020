package org.followerassay.bench;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.block.BlockOptions;
import org.followerassay.signature.block.DenseBlocks;
import org.followerassay.signature.block.PlantedBlock;
import org.followerassay.table.Table;

/** The step that finds dense blocks, from Parquet to the members, in a session that is open and warm. */
final class OurBlocks {
    public static void main(String[] args) throws Exception {
        BlockTask task = BlockTask.of(args);
        BlockOptions options = new BlockOptions(1, task.taskTies(), 20, 3, 3);
        try (SparkSession session = HeldSession.open()) {
            PlantedBlock small = new PlantedBlock(20_000, task.density(), task.camouflage(), 1);
            densest(options, written(session, small, task.answer().resolveSibling("warm-up")));
            PlantedBlock graph = task.graph();
            Parquet inputs = written(session, graph, task.answer().resolveSibling("graph"));
            List<Block> found = new ArrayList<>();
            Measurement measured = Measurement.of(
                    () -> found.add(densest(options, inputs)), () -> new Measurement.Written(0, 0, new TreeMap<>()));
            Block block = found.get(0);
            task.report(
                    measured,
                    graph,
                    block.density(),
                    block.optimumAtMost(),
                    block.passes(),
                    block.followers(),
                    block.followees());
        }
    }

    /** What the step says of the first block. */
    record Block(double density, double optimumAtMost, long passes, Set<Long> followers, Set<Long> followees) {}

    static Block densest(BlockOptions options, Inputs inputs) {
        DenseBlocks step = new DenseBlocks(options);
        List<Row> members = step.output().conform(step.derive(inputs)).collectAsList();
        Row any = members.get(0);
        return new Block(
                any.getAs("density"),
                any.getAs("optimum_at_most"),
                any.getAs("passes"),
                side(members, "follower"),
                side(members, "followee"));
    }

    private static Set<Long> side(List<Row> members, String side) {
        return members.stream()
                .filter(member -> side.equals(member.getAs("side")))
                .map(member -> member.<Long>getAs("account"))
                .collect(Collectors.toSet());
    }

    static Parquet written(SparkSession session, PlantedBlock graph, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path text = folder.resolve("ties.csv");
        long[] ties = graph.ties();
        try (BufferedWriter out = Files.newBufferedWriter(text)) {
            for (long tie : ties) {
                out.write(PlantedBlock.follower(tie) + "," + PlantedBlock.followee(tie) + "\n");
            }
        }
        Dataset<Row> follows = session.read()
                .schema("follower long, followee long")
                .csv(text.toString())
                .selectExpr(
                        "timestamp '2026-01-01' snapshot",
                        "followee",
                        "follower",
                        "cast(null as long) position",
                        "cast(null as timestamp) followed_at");
        Dataset<Row> coverage = follows.groupBy("snapshot", "followee")
                .agg(count(lit(1)).as("listed"))
                .selectExpr(
                        "snapshot",
                        "followee account",
                        "'followers' direction",
                        "listed",
                        "cast(null as long) stated",
                        "true complete",
                        "cast(null as string) reason");
        FOLLOWS.conform(follows).write().parquet(folder.resolve("follows").toString());
        COVERAGE.conform(coverage).write().parquet(folder.resolve("coverage").toString());
        return new Parquet(session, folder, ties.length);
    }

    record Parquet(SparkSession session, Path folder, long ties) implements Inputs {
        @Override
        public Dataset<Row> of(Table table) {
            return session.read().parquet(folder.resolve(table.name()).toString());
        }

        @Override
        public long rows(Table table) {
            return ties;
        }

        @Override
        public long present(Table table, String column) {
            return ties;
        }
    }

    private OurBlocks() {}
}
