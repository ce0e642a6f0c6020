package org.followerassay.graph;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Graph;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/**
 * The component of each account in an undirected graph, named after its smallest account.
 *
 * <p>GraphX's own algorithm, since components need iterations that a plan of group-bys would unroll. It is meant for graphs
 * of accounts that were compared (thousands to millions of edges), not for all ties of an export. It runs Spark jobs when it
 * is called, not when its result is used; a graph without edges costs none.
 */
public final class ConnectedComponents {
    private static final StructType COMPONENTS =
            new StructType().add("account", DataTypes.LongType).add("component", DataTypes.LongType);

    /**
     * One row per account that is an end of some edge.
     *
     * @param edges columns account and other_account; direction and repeats do not matter
     * @return columns account and component
     */
    public static Dataset<Row> of(Dataset<Row> edges) {
        JavaRDD<Tuple2<Object, Object>> pairs = edges.select("account", "other_account")
                .toJavaRDD()
                .map(edge -> new Tuple2<>(edge.getLong(0), edge.getLong(1)));
        StorageLevel level = StorageLevel.MEMORY_AND_DISK();
        Graph<Integer, Object> graph = Graph.fromEdgeTuples(
                pairs.rdd(), 1, Option.empty(), level, level, ClassTag$.MODULE$.apply(Integer.class));
        JavaRDD<Row> components = graph.ops()
                .connectedComponents()
                .vertices()
                .toJavaRDD()
                .map(vertex -> RowFactory.create(vertex._1(), vertex._2()));
        return edges.sparkSession().createDataFrame(components, COMPONENTS);
    }

    private ConnectedComponents() {}
}
