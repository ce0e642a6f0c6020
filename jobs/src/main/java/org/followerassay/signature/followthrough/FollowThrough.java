package org.followerassay.signature.followthrough;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.table.SpikeTables.FOLLOW_THROUGH;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.graph.SizeTier;
import org.followerassay.table.Table;

/**
 * Whether followers that match a signature elsewhere left an account more often than comparable ones that match nowhere.
 *
 * <p>Matches are taken from the newest lists, so that at the account itself a matched follower is one that stayed. Hence the
 * definition: looked at are the followers of an account's last list but one that at least one <em>other</em> account's newest
 * list still shows; flagged are those that match the signature <em>there</em>, unflagged those that match no signature
 * anywhere else; vanished are those that the account's newest list no longer shows. Both kinds are known to exist, so that
 * nothing about this account's newest list decides who is flagged. The price: followers whom the platform removed altogether
 * are in neither kind, and the difference is that of unfollowing alone, as a rule less than that of vanishing.
 *
 * <p>Compared like with like: by account, tenth of its list by order of arrival (where the order is known) and year of
 * creation (where it is known). Ratio: Mantel and Haenszel 1959, variance of Greenland and Robins 1985. StarScout (He et al.
 * 2024) and FRAUDAR (Hooi et al. 2016) validate so, unmatched and by hand.
 *
 * <p>Cost: one shuffle by follower of the ties of two lists per account.
 */
public final class FollowThrough implements Derivation {
    private static final double Z = 1.96;

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
        return List.of(SIGNATURE_MATCHES, SNAPSHOT_PAIRS, FOLLOWS, COVERAGE, ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> seen = seenElsewhere(outcomes(inputs), inputs)
                .join(created(inputs.of(ACCOUNTS)), new String[] {"follower"}, "left");
        return ratios(strata(marked(seen, inputs.of(SIGNATURE_MATCHES))));
    }

    /** Followers of each account's last usable list but one, and whether the last one misses them. */
    private Dataset<Row> outcomes(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SNAPSHOT_PAIRS)
                .where(col("usable").and(col("direction").equalTo("followers")))
                .groupBy("account")
                .agg(max(struct("snapshot_after", "snapshot_before", "listed_before"))
                        .as("newest"))
                .select("account", "newest.*");
        Dataset<Row> before = inputs.of(FOLLOWS)
                .select(
                        col("followee").as("account"),
                        col("follower"),
                        col("snapshot").as("snapshot_before"),
                        col("position"));
        Dataset<Row> after = inputs.of(FOLLOWS)
                .select(
                        col("followee").as("account"),
                        col("follower"),
                        col("snapshot").as("snapshot_after"),
                        lit(true).as("stayed"));
        Column part = least(
                lit(options.tenths() - 1),
                floor(col("position").multiply(options.tenths()).divide(col("listed_before"))));
        return before.join(broadcast(pairs), new String[] {"account", "snapshot_before"})
                .join(after, new String[] {"account", "follower", "snapshot_after"}, "left")
                .withColumn("vanished", col("stayed").isNull())
                .withColumn("part", coalesce(part.cast(DataTypes.LongType), lit(-1L)))
                .withColumn("size", SizeTier.of(col("listed_before")))
                .select("account", "follower", "vanished", "part", "size");
    }

    /** Those whom the newest list of some other account shows. */
    private static Dataset<Row> seenElsewhere(Dataset<Row> outcomes, Inputs inputs) {
        Dataset<Row> newest = FollowerLists.ties(inputs.of(FOLLOWS), FollowerLists.newest(inputs.of(COVERAGE)))
                .groupBy("follower")
                .agg(min("account").as("first_account"), max("account").as("last_account"));
        Column elsewhere = col("first_account")
                .notEqual(col("account"))
                .or(col("last_account").notEqual(col("account")));
        return outcomes.join(newest, "follower").where(elsewhere).drop("first_account", "last_account");
    }

    private static Dataset<Row> created(Dataset<Row> accounts) {
        return accounts.where(col("created_at").isNotNull())
                .groupBy(col("account").as("follower"))
                .agg(year(min("created_at")).as("created_year"));
    }

    /** Each follower beside each signature: flagged there, or flagged by none anywhere else. */
    private static Dataset<Row> marked(Dataset<Row> followers, Dataset<Row> matches) {
        Dataset<Row> elsewhere = matches.select(col("follower"), col("followee"), col("signature"))
                .distinct()
                .groupBy("follower", "signature")
                .agg(min("followee").as("first_match"), max("followee").as("last_match"));
        Column matchesElsewhere =
                col("first_match").notEqual(col("account")).or(col("last_match").notEqual(col("account")));
        Dataset<Row> flagged = followers
                .join(elsewhere, "follower")
                .where(matchesElsewhere)
                .drop("first_match", "last_match")
                .withColumn("flagged", lit(true));
        Dataset<Row> signatures = matches.select("signature").distinct();
        Dataset<Row> unflagged = followers
                .join(
                        flagged.select("account", "follower").distinct(),
                        new String[] {"account", "follower"},
                        "left_anti")
                .crossJoin(broadcast(signatures))
                .withColumn("flagged", lit(false));
        return flagged.unionByName(unflagged);
    }

    /** Counts per stratum that holds flagged followers; others have nothing to compare with. */
    private static Dataset<Row> strata(Dataset<Row> marked) {
        Column flagged = col("flagged");
        return marked.withColumn("tier", explode(array(col("size"), lit("all"))))
                .groupBy(
                        col("signature"),
                        col("tier"),
                        col("account"),
                        col("part"),
                        coalesce(col("created_year"), lit(0)).as("created_year"))
                .agg(
                        count_if(flagged).as("n1"),
                        count_if(flagged.and(col("vanished"))).as("a"),
                        count_if(not(flagged)).as("n0"),
                        count_if(not(flagged).and(col("vanished"))).as("b"),
                        count(lit(1)).cast("double").as("n"))
                .where(col("n1").gt(0));
    }

    private Dataset<Row> ratios(Dataset<Row> strata) {
        Column noted = col("a").plus(col("b"));
        Column variance = noted.multiply(col("n1"))
                .multiply(col("n0"))
                .minus(col("a").multiply(col("b")).multiply(col("n")))
                .divide(col("n").multiply(col("n")));
        Dataset<Row> sums = strata.groupBy("signature", "tier")
                .agg(
                        count_distinct(col("account")).as("accounts"),
                        sum("n1").as("flagged"),
                        sum("a").as("flagged_vanished"),
                        sum("n0").as("unflagged"),
                        sum("b").as("unflagged_vanished"),
                        sum(col("a").multiply(col("n0")).divide(col("n"))).as("r"),
                        sum(col("b").multiply(col("n1")).divide(col("n"))).as("s"),
                        sum(variance).as("v"));
        Column enough =
                col("flagged").geq(options.minFollowers()).and(col("unflagged").geq(options.minFollowers()));
        Column ratio = when(
                col("enough")
                        .and(col("flagged_vanished").gt(0))
                        .and(col("unflagged_vanished").gt(0))
                        .and(col("s").gt(0)),
                col("r").divide(col("s")));
        Column error = sqrt(col("v").divide(col("r").multiply(col("s")))).multiply(Z);
        Dataset<Row> shares = wilson("unflagged", wilson("flagged", sums.withColumn("enough", enough)));
        return shares.withColumn("risk_ratio", ratio)
                .withColumn(
                        "risk_low",
                        when(col("risk_ratio").gt(0), exp(ln(col("risk_ratio")).minus(error))))
                .withColumn(
                        "risk_high",
                        when(col("risk_ratio").gt(0), exp(ln(col("risk_ratio")).plus(error))));
    }

    /** Adds share, low and high of those who vanished; null where there is nobody. */
    private static Dataset<Row> wilson(String kind, Dataset<Row> counts) {
        Column n = when(col(kind).gt(0), col(kind).cast("double"));
        Column share = col(kind + "_vanished").divide(n);
        Column middle = share.plus(lit(Z * Z / 2).divide(n));
        Column half = sqrt(share.multiply(lit(1).minus(share))
                        .divide(n)
                        .plus(lit(Z * Z / 4).divide(pow(n, lit(2)))))
                .multiply(Z);
        Column whole = lit(1).plus(lit(Z * Z).divide(n));
        return counts.withColumn(kind + "_share", share)
                .withColumn(kind + "_low", middle.minus(half).divide(whole))
                .withColumn(kind + "_high", middle.plus(half).divide(whole));
    }
}
