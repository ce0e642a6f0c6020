package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.graph.Spread;

/** PageRank of a made-up graph by this project's plans, from Parquet to Parquet. */
final class PageRanks {
    static final int ROUNDS = 20;
    static final double DAMPING = 0.85;
    static final String FILE = "scores.parquet";

    /** Arguments: those of a {@link Task} whose inputs are folders of {@link MadeUpEdges}, and "many" or "task". */
    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        boolean many = args[4].equals("many");
        Files.createDirectories(task.output());
        try (SparkSession session = HeldSession.open()) {
            rank(session, task.warmUp(), task.warmUpOutput(), many);
            task.report(Measurement.of(
                    () -> rank(session, task.input(), task.output(), many),
                    () -> MadeUpEdges.written(task.output().resolve(FILE), session)));
        }
    }

    /** Everybody begins with 1 and restarts with 1. */
    private static void rank(SparkSession session, Path input, Path output, boolean many) {
        Dataset<Row> edges =
                session.read().parquet(input.resolve(MadeUpEdges.PARQUET).toString());
        Dataset<Row> seeds = edges.limit(0).selectExpr("from as account");
        Spread spread = new Spread(DAMPING, ROUNDS, 1);
        Dataset<Row> scores = many ? spread.inManyTasks(edges, seeds) : spread.inOneTask(edges, seeds);
        scores.write().mode("overwrite").parquet(output.resolve(FILE).toString());
    }

    private PageRanks() {}
}
