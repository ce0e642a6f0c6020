package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.followerassay.cli.HeldSession;
import scala.Option;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/** PageRank by GraphX's own algorithm, from the same Parquet to Parquet. Its scores add up to the number of accounts. */
final class GraphXPageRank {
    static final String NAME = "GraphX";

    private static final StructType SCORES =
            new StructType().add("account", DataTypes.LongType).add("score", DataTypes.DoubleType);

    /** Arguments: those of a {@link Task} whose inputs are folders of {@link MadeUpEdges}. */
    public static void main(String[] args) throws Exception {
        Task task = Task.of(args);
        Files.createDirectories(task.output());
        try (SparkSession session = HeldSession.open()) {
            rank(session, task.warmUp(), task.warmUpOutput());
            task.report(Measurement.of(
                    () -> rank(session, task.input(), task.output()),
                    () -> MadeUpEdges.written(task.output().resolve(PageRanks.FILE), session)));
        }
    }

    private static void rank(SparkSession session, Path input, Path output) {
        JavaRDD<Tuple2<Object, Object>> edges = session.read()
                .parquet(input.resolve(MadeUpEdges.PARQUET).toString())
                .toJavaRDD()
                .map(edge -> new Tuple2<>(edge.getLong(0), edge.getLong(1)));
        StorageLevel level = StorageLevel.MEMORY_AND_DISK();
        Graph<Integer, Object> graph = Graph.fromEdgeTuples(
                edges.rdd(), 1, Option.empty(), level, level, ClassTag$.MODULE$.apply(Integer.class));
        JavaRDD<Row> scores = PageRank.run(
                        graph,
                        PageRanks.ROUNDS,
                        1 - PageRanks.DAMPING,
                        ClassTag$.MODULE$.apply(Integer.class),
                        ClassTag$.MODULE$.apply(Object.class))
                .vertices()
                .toJavaRDD()
                .map(vertex -> RowFactory.create(vertex._1(), vertex._2()));
        session.createDataFrame(scores, SCORES)
                .write()
                .mode("overwrite")
                .parquet(output.resolve(PageRanks.FILE).toString());
    }

    private GraphXPageRank() {}
}
