package org.followerassay.signature.naming;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.NamingTables.HANDLE_TEMPLATES;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.profile.Wilson;
import org.followerassay.table.Table;

/**
 * How many of an account's followers share a handle template, beside the other lists of the export.
 *
 * <p>For the followers in lots, the account's other followers are compared with. Templates of a few followers are left out:
 * they might tell who it is. Shuffles the ties once by follower, to meet the handles; then partial counts by list and by template.
 */
public final class HandleTemplates implements Derivation {
    private final NamingOptions options;

    public HandleTemplates(NamingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "handle templates";
    }

    @Override
    public Table output() {
        return HANDLE_TEMPLATES;
    }

    @Override
    public List<Table> inputs() {
        return Stream.concat(Stream.of(IDENTITIES), ListParts.READ.stream()).toList();
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> counts = counts(inputs);
        return expected(counts)
                .where(col("followers").geq(options.minTemplate()))
                .withColumn("share", col("followers").divide(col("known")))
                .withColumn("share_low", Wilson.low());
    }

    private Dataset<Row> counts(Inputs inputs) {
        return ListParts.of(inputs, options.lots())
                .join(HandleTemplate.of(inputs.of(IDENTITIES)), "follower")
                .groupBy("snapshot", "account", "part", "template")
                .agg(count(lit(1)).as("followers"));
    }

    private static Dataset<Row> expected(Dataset<Row> counts) {
        WindowSpec list = Window.partitionBy("snapshot", "account", "part");
        WindowSpec ofAccount = Window.partitionBy("snapshot", "account");
        WindowSpec ofTemplate = Window.partitionBy("snapshot", "account", "template");
        Column inList = col("part").equalTo(ListParts.LIST);
        Column whenInList = when(inList, col("followers"));
        Dataset<Row> total = counts.where(inList).agg(sum("followers").as("all_known"));
        Column othersOfTemplate = when(inList, col("all_followers").minus(col("followers")))
                .otherwise(col("list_followers").minus(col("followers")));
        Column others = when(inList, col("all_known").minus(col("known")))
                .otherwise(col("list_known").minus(col("known")));
        return counts.withColumn("known", sum("followers").over(list))
                .withColumn("list_known", sum(whenInList).over(ofAccount))
                .withColumn("list_followers", max(whenInList).over(ofTemplate))
                .withColumn("all_followers", coalesce(sum(whenInList).over(Window.partitionBy("template")), lit(0L)))
                .crossJoin(total)
                .withColumn("expected_share", when(others.gt(0), othersOfTemplate.divide(others)));
    }
}
