package org.followerassay.signature.followthrough;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.FollowThroughTables.FOLLOW_THROUGH;
import static org.followerassay.table.FollowThroughTables.FOLLOW_THROUGH_STRATA;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/**
 * Whether followers that match a signature elsewhere left an account more often than comparable ones that match nowhere.
 *
 * <p>A check of the signatures that needs no labels: StarScout (He et al. 2024) and FRAUDAR (Hooi et al. 2016) validate so, by
 * hand and unmatched. The ratio is that of Mantel and Haenszel (1959) over the strata, with the variance of its logarithm by
 * Greenland and Robins (1985). Cost: one shuffle of one row per stratum.
 */
public final class FollowThrough implements Derivation {
    /** 95 % of a normal distribution, two-sided. */
    private static final double Z = 1.959964;

    private final FollowThroughOptions options;

    public FollowThrough(FollowThroughOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "follow-through";
    }

    @Override
    public Table output() {
        return FOLLOW_THROUGH;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOW_THROUGH_STRATA);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Column a = col("flagged_vanished").cast("double");
        Column b = col("unflagged_vanished").cast("double");
        Column flagged = col("flagged").cast("double");
        Column unflagged = col("unflagged").cast("double");
        Column all = flagged.plus(unflagged);
        Column variance = a.plus(b)
                .multiply(flagged)
                .multiply(unflagged)
                .minus(a.multiply(b).multiply(all))
                .divide(all.multiply(all));
        Dataset<Row> sums = inputs.of(FOLLOW_THROUGH_STRATA)
                .withColumn("r", a.multiply(unflagged).divide(all))
                .withColumn("s", b.multiply(flagged).divide(all))
                .withColumn("v", variance)
                .withColumn("tier", explode(array(col("tier"), lit("all"))))
                .groupBy("signature", "tier")
                .agg(
                        count_distinct(col("account")).as("accounts"),
                        sum("flagged").as("flagged"),
                        sum("flagged_vanished").as("flagged_vanished"),
                        sum("unflagged").as("unflagged"),
                        sum("unflagged_vanished").as("unflagged_vanished"),
                        sum("r").as("r"),
                        sum("s").as("s"),
                        sum("v").as("v"));
        return ratio(wilson("unflagged", wilson("flagged", sums)));
    }

    private Dataset<Row> ratio(Dataset<Row> sums) {
        Column enough =
                col("flagged").geq(options.minFollowers()).and(col("unflagged").geq(options.minFollowers()));
        Column flagged = when(col("enough_data").and(col("r").gt(0)), col("r"));
        Column unflagged = when(col("enough_data").and(col("s").gt(0)), col("s"));
        Column error = sqrt(col("v").divide(flagged.multiply(unflagged))).multiply(Z);
        return sums.withColumn("enough_data", enough)
                .withColumn("risk_ratio", flagged.divide(unflagged))
                .withColumn("risk_low", col("risk_ratio").multiply(exp(error.multiply(-1))))
                .withColumn("risk_high", col("risk_ratio").multiply(exp(error)));
    }

    /** Adds share, low and high of those who vanished (Wilson 1927); every stratum has followers of both kinds. */
    private static Dataset<Row> wilson(String kind, Dataset<Row> counts) {
        Column n = col(kind).cast("double");
        Column share = col(kind + "_vanished").divide(n);
        Column middle = share.plus(lit(Z * Z / 2).divide(n));
        Column half = sqrt(share.multiply(lit(1).minus(share))
                        .divide(n)
                        .plus(lit(Z * Z / 4).divide(n.multiply(n))))
                .multiply(Z);
        Column whole = lit(1).plus(lit(Z * Z).divide(n));
        return counts.withColumn(kind + "_share", share)
                .withColumn(kind + "_low", middle.minus(half).divide(whole))
                .withColumn(kind + "_high", middle.plus(half).divide(whole));
    }
}
