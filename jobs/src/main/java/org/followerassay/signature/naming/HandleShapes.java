package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.NamingTables.HANDLE_SHAPES;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.Reference;
import org.followerassay.signature.profile.BesidePeers;
import org.followerassay.table.Table;

/**
 * How varied the handles of an account's followers are, and how many end in five digits, beside accounts of its size.
 *
 * <p>Shuffles the ties once by follower, to meet the handles, and partial counts by list.
 */
public final class HandleShapes implements Derivation {
    private final NamingOptions options;

    public HandleShapes(NamingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "handle shapes";
    }

    @Override
    public Table output() {
        return HANDLE_SHAPES;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(Stream.of(IDENTITIES, REFERENCE_ACCOUNTS), ListParts.READ.stream())
                .toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> sizes = FollowerLists.newest(inputs.of(COVERAGE)).select("account", "snapshot", "listed");
        Dataset<Row> counts = ListParts.of(inputs, options.lots())
                .join(HandleTemplate.of(inputs.of(IDENTITIES)), "follower")
                .groupBy("snapshot", "account", "part", "template")
                .agg(count(lit(1)).as("handles"), count_if(col("five_digits")).as("five_digits"))
                .withColumn("known", sum("handles").over(Window.partitionBy("snapshot", "account", "part")))
                .groupBy("snapshot", "account", "part", "known")
                .agg(
                        count(lit(1)).as("templates"),
                        sum(surprise()).cast("double").as("entropy"),
                        sum("five_digits").as("followers"))
                .join(sizes, new String[] {"account", "snapshot"});
        return BesidePeers.of(Reference.marked(inputs, counts, "account"), "part");
    }

    /** A template's term of the entropy, as a decimal, whose sum is the same in any order. */
    private static Column surprise() {
        Column share = col("handles").divide(col("known"));
        return share.multiply(log2(share)).multiply(-1).cast("decimal(20,15)");
    }
}
