package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.EstimateTables.REFERENCE_HEALTH;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Reference;
import org.followerassay.signature.lots.LotOptions;
import org.followerassay.table.Table;

/**
 * How sound the population is that lists are compared with.
 *
 * <p>A reference that is itself full of lots hides lots: a dripped batch that a quarter of the lists hold no longer stands out.
 * So its concentration (Simpson 1949, as the number of equally full days that would be as concentrated) and the share of its
 * ties that match a signature are published beside the findings. Lists too short to tell what is usual are no part of it.
 */
public final class ReferenceHealth implements Derivation {
    private final LotOptions options;

    /** @param options which say how long a list must be to tell what is usual */
    public ReferenceHealth(LotOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "health of the reference";
    }

    @Override
    public Table output() {
        return REFERENCE_HEALTH;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ARRIVALS, SIGNATURE_MATCHES, REFERENCE_ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> arrivals = Reference.marked(inputs, inputs.of(ARRIVALS), "followee")
                .where(col("in_reference").and(col("listed").geq(options.minAudience())));
        Column here = col("here").cast("double");
        Dataset<Row> days = arrivals.groupBy(to_date(col("created_at")).as("day"))
                .agg(count(lit(1)).as("here"))
                .agg(
                        sum("here").as("ties"),
                        max("here").as("fullest"),
                        sum(here.multiply(here)).as("squares"));
        Dataset<Row> lists = arrivals.agg(count_distinct(col("followee")).as("lists"));
        Dataset<Row> matched = inputs.of(SIGNATURE_MATCHES)
                .select("followee", "follower")
                .distinct()
                .join(arrivals.select("followee", "follower"), new String[] {"followee", "follower"}, "left_semi")
                .agg(
                        count(lit(1)).as("matched"),
                        count_distinct(col("followee")).as("matched_lists"));
        Column ties = col("ties").cast("double");
        Column measures = array(
                measure(
                        "curated",
                        lit(Reference.curated(inputs) ? 1 : 0),
                        "1 if the reference was given with --reference, 0 if it is every list of the warehouse"),
                measure(
                        "lists",
                        col("lists"),
                        "ordered lists with creation dates and " + options.minAudience()
                                + " followers or more, the ones that others are compared with"),
                measure("ties", col("ties"), "followers in them with a creation date"),
                measure(
                        "effective_days",
                        ties.multiply(ties).divide(col("squares")),
                        "creation days, as many equally full ones as would be so concentrated (inverse Simpson index)"),
                measure(
                        "busiest_day_share",
                        col("fullest").divide(ties),
                        "share of followers created on the fullest day"),
                measure("matched_share", col("matched").divide(ties), "share of ties that match a signature"),
                measure(
                        "matched_lists_share",
                        col("matched_lists").divide(col("lists")),
                        "share of lists with a strong or moderate finding; above a quarter, a slow delivery may be part of"
                                + " the reference"));
        return days.crossJoin(broadcast(lists))
                .crossJoin(broadcast(matched))
                .where(coalesce(col("ties"), lit(0L)).gt(0))
                .select(explode(measures).as("row"))
                .select("row.*");
    }

    private static Column measure(String name, Column value, String meaning) {
        return struct(
                lit(name).as("measure"),
                value.cast("double").as("value"),
                lit(meaning).as("meaning"));
    }
}
