package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SharedTables.SHARED_CLUSTERS;
import static org.followerassay.table.SignatureTables.SHARED_AUDIENCES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.ConnectedComponents;
import org.followerassay.graph.FollowerLists;
import org.followerassay.table.Table;

/**
 * Accounts linked by pairs that stand out in a stratum: the customers of one vendor, or what a circle of fans follows.
 *
 * <p>The customers of a vendor share its pool with each other, so that their pairs close triangles. A pair in no triangle is
 * kept only if each of the two is the other's most distinct partner: one account in the middle of a star doesn't chain its
 * partners together. Two vendors with two customers in common are one cluster here. Cost: the pairs joined with themselves,
 * once, and the components.
 */
public final class SharedClusters implements Derivation {
    private static final List<String> ENDS = List.of("account", "other_account");

    @Override
    public String name() {
        return "clusters of shared audiences";
    }

    @Override
    public Table output() {
        return SHARED_CLUSTERS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(SHARED_AUDIENCES, COVERAGE);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> components =
                ConnectedComponents.of(supported(inputs.of(SHARED_AUDIENCES))).withColumnRenamed("component", "vendor");
        Dataset<Row> sizes = components.groupBy("vendor").agg(count(lit(1)).as("accounts"));
        return components.join(broadcast(sizes), "vendor").join(FollowerLists.newest(inputs.of(COVERAGE)), "account");
    }

    /** The pairs that close a triangle, and those that are both sides' most distinct. */
    static Dataset<Row> supported(Dataset<Row> pairs) {
        Dataset<Row> edges = pairs.where(col("stratum_z").isNotNull())
                .select(col("account"), col("other_account"), col("stratum_z").as("strength"));
        Dataset<Row> sides = bothWays(edges);
        Dataset<Row> others = sides.select(col("account").as("other_account"), col("partner"));
        Dataset<Row> triangles = edges.join(sides.select("account", "partner"), "account")
                .join(others, new String[] {"other_account", "partner"})
                .select("account", "other_account")
                .distinct();
        Column strongest = struct(col("strength"), col("partner").multiply(-1));
        Dataset<Row> favourites =
                sides.groupBy("account").agg(max_by(col("partner"), strongest).as("favourite"));
        Dataset<Row> returned = favourites.select(
                col("account").as("other_account"), col("favourite").as("account"));
        Dataset<Row> mutual = edges.join(favourites, "account")
                .where(col("favourite").equalTo(col("other_account")))
                .join(returned, ENDS.toArray(String[]::new))
                .select("account", "other_account");
        return triangles.union(mutual).distinct();
    }

    private static Dataset<Row> bothWays(Dataset<Row> edges) {
        Column sides = explode(array(
                struct(col("account").as("account"), col("other_account").as("partner")),
                struct(col("other_account").as("account"), col("account").as("partner"))));
        return edges.select(sides.as("side"), col("strength")).select("side.*", "strength");
    }
}
