package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.EstimateTables.PLACEBO;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.table.SignatureTables.VENDORS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The tables of an edition: groups of accounts, never one. Everything is counted in Spark to a row per group. */
final class EditionTables {
    private static final List<String> WEIGHTS = List.of("strong", "moderate", "weak");
    private static final List<String> PERCENTILES = List.of("p10", "p25", "p50", "p75", "p90");
    private static final int MOST_ROWS = 200;

    /** The one table whose lines do not overlap, so that they can be summed. */
    private static final String SUMMED = "bought_shares";

    /** Part of the places of a tier that is worth counting as a move. */
    private static final double MOVE = 0.1;

    private final EditionPopulation population;
    private final int smallest;

    /** Accounts by size tier and bin, from which every total of the edition is made. */
    private final SafeCounts bought;

    EditionTables(EditionPopulation population) {
        this.population = population;
        this.smallest = population.request().minGroup();
        this.bought = counted(
                population.all().select(col("tier").as("line"), col("bin").as("cell")),
                SizeBounds.NAMES,
                EditionPopulation.BINS);
    }

    /** Accounts by size tier and by the share of their followers whose arrival looks bought. */
    ShownTable boughtShares() {
        return crossed(SUMMED, bought, SizeBounds.NAMES, EditionPopulation.BINS)
                .regeneratedBy(
                        population.sql() + "select size as line, case when share_low is null or not enough_data then"
                                + " 'unknown' when share_high <= 0 then 'none' when"
                                + " share_low <= 0 then 'weak' when share_low < 0.1 then 'below_10' when share_low < 0.3 then"
                                + " 'below_30' when share_low < 0.6 then 'below_60' else 'above_60' end as cell, count(*) as"
                                + " accounts from population left join arrival_estimates using (snapshot, account) group by 1,"
                                + " 2");
    }

    /** Accounts by pattern of following and unfollowing, and by the weight of the evidence. */
    ShownTable churnLeague() {
        return found("churn_league", col("axis").equalTo("behaviour"), "axis = 'behaviour'");
    }

    /** Accounts by signature, and by the weight of the evidence. */
    ShownTable signaturesFound() {
        return found("signatures_found", col("axis").notEqual("behaviour"), "axis <> 'behaviour'");
    }

    private ShownTable found(String name, Column axis, String sql) {
        Dataset<Row> found = population
                .rows(population.tables().of(FINDINGS).where(axis))
                .select(col("signature").as("line"), col("tier").as("cell"));
        List<String> signatures =
                found.select("line").distinct().orderBy("line").limit(MOST_ROWS).collectAsList().stream()
                        .map(row -> Cells.text(row, "line"))
                        .toList();
        return crossed(name, counted(found, signatures, WEIGHTS), signatures, WEIGHTS)
                .regeneratedBy(population.sql() + "select signature as line, tier as cell, count(*) as accounts from"
                        + " population join findings using (snapshot, account) where " + sql + " group by 1, 2");
    }

    private SafeCounts counted(Dataset<Row> rows, List<String> lines, List<String> cells) {
        long[][] counts = new long[lines.size()][cells.size()];
        for (Row row :
                rows.groupBy("line", "cell").agg(count(lit(1)).as("accounts")).collectAsList()) {
            counts[lines.indexOf(Cells.text(row, "line"))][cells.indexOf(Cells.text(row, "cell"))] =
                    Cells.count(row, "accounts");
        }
        return SafeCounts.of(counts, smallest);
    }

    /** Safe counts by two properties with their sums; a line that nobody is in is left out. */
    private static ShownTable crossed(String name, SafeCounts safe, List<String> lines, List<String> cells) {
        List<ShownColumn> columns = new ArrayList<>(List.of(ShownColumn.of(name + "_line", Kind.TEXT)));
        cells.forEach(cell -> columns.add(ShownColumn.of("in_" + cell, Kind.COUNT)));
        columns.add(ShownColumn.of("in_all", Kind.COUNT));
        ShownTable.Builder table = ShownTable.named(name, columns.toArray(ShownColumn[]::new));
        for (int line = 0; line < lines.size() + (name.equals(SUMMED) ? 1 : 0); line++) {
            int own = line;
            boolean last = line == lines.size();
            List<Object> row = new ArrayList<>();
            row.add(last ? Messages.of("edition.all") : Messages.orName("signature", lines.get(line)));
            for (int cell = 0; cell < cells.size(); cell++) {
                int at = cell;
                row.add(last ? safe.sum(any -> true, column -> column == at) : safe.shown(line, cell));
            }
            row.add(safe.sum(any -> last || any == own, column -> true));
            if (!Long.valueOf(0).equals(row.get(row.size() - 1))) {
                table.row(row.toArray());
            }
        }
        return table.build();
    }

    /** Percentiles of every measure within every tier: of shares, or of the others. */
    ShownTable benchmarks(Quantiles quantiles, boolean shares) {
        Kind kind = shares ? Kind.SHARE : Kind.NUMBER;
        List<ShownColumn> columns =
                new ArrayList<>(List.of(ShownColumn.of("tier", Kind.TEXT), ShownColumn.of("measure", Kind.MEASURE)));
        PERCENTILES.forEach(name -> columns.add(ShownColumn.measured(name, "", kind)));
        ShownTable.Builder table =
                ShownTable.named(shares ? "benchmark_shares" : "benchmarks", columns.toArray(ShownColumn[]::new));
        quantiles.groups().stream()
                .filter(group -> quantiles.size(group) >= smallest)
                .filter(group -> shares == isShare(group.measure()))
                .sorted(Comparator.<Quantiles.Group>comparingInt(group -> SizeBounds.NAMES.indexOf(group.tier()))
                        .thenComparing(Quantiles.Group::measure))
                .forEach(group -> {
                    List<Object> row = new ArrayList<>(List.of(group.tier(), group.measure()));
                    Quantiles.SHARES.forEach(share -> row.add(quantiles.at(group, share)));
                    if (row.stream().anyMatch(cell -> cell instanceof Measured one && one.value() != null)) {
                        table.row(row.toArray());
                    }
                });
        return table.build();
    }

    private static boolean isShare(String measure) {
        return measure.endsWith("_share") || measure.endsWith("_monthly") || measure.startsWith("looks_bought");
    }

    /** How well the two ranks agree within a tier, and how many accounts change a tenth of the places. */
    ShownTable countAgainstQuality() {
        Dataset<Row> placed = population
                .all()
                .where(col("attention").isNotNull())
                .withColumn(
                        "by_count",
                        rank().over(Window.partitionBy("tier")
                                .orderBy(col("followers").desc())))
                .withColumn(
                        "by_attention",
                        rank().over(Window.partitionBy("tier")
                                .orderBy(col("attention").desc())))
                .withColumn("accounts", count(lit(1)).over(Window.partitionBy("tier")));
        Column fall = col("by_attention").minus(col("by_count")).divide(col("accounts"));
        ShownTable.Builder table = ShownTable.named(
                "count_against_quality",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.measured("agreement", "", Kind.NUMBER),
                ShownColumn.of("rise", Kind.COUNT),
                ShownColumn.of("fall", Kind.COUNT));
        placed
                .groupBy("tier")
                .agg(
                        count(lit(1)).as("accounts"),
                        Correlation.of(col("by_count"), col("by_attention")).as("agreement"),
                        sum(fall.lt(-MOVE).cast("long")).as("rise"),
                        sum(fall.gt(MOVE).cast("long")).as("fall"))
                .collectAsList()
                .stream()
                .sorted(Comparator.comparingInt(row -> SizeBounds.NAMES.indexOf(Cells.text(row, "tier"))))
                .forEach(row -> table.row(
                        Cells.text(row, "tier"),
                        agreement(row),
                        SafeCounts.alone(Cells.count(row, "rise"), smallest),
                        SafeCounts.alone(Cells.count(row, "fall"), smallest)));
        return table.build();
    }

    /** Spearman's correlation; Fisher's z with the variance of Fieller, Hartley and Pearson 1957. */
    private Measured agreement(Row tier) {
        long accounts = Cells.count(tier, "accounts");
        Double agreement = Cells.number(tier, "agreement");
        if (accounts < Math.max(smallest, 10) || agreement == null || agreement.isNaN()) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        double z = 0.5 * Math.log((1 + Math.min(agreement, 0.999999)) / (1 - Math.min(agreement, 0.999999)));
        double spread = Interval.USUAL * Math.sqrt(1.06 / (accounts - 3));
        return Quantiles.rounded(agreement, Math.tanh(z - spread), Math.tanh(z + spread));
    }

    /** Clusters of accounts that share a pool of followers, by the number of accounts in the cluster. */
    ShownTable vendors() {
        Column size = when(col("accounts").lt(5), "2–4")
                .when(col("accounts").lt(20), "5–19")
                .when(col("accounts").lt(100), "20–99")
                .otherwise("100+");
        List<Row> rows = population
                .rows(population.tables().of(VENDORS))
                .groupBy("snapshot", "vendor")
                .agg(
                        max("accounts").as("accounts"),
                        max("pool_followers").as("pool"),
                        sum("followers").as("held"),
                        count(lit(1)).as("members"))
                .withColumn("cluster_size", size)
                .groupBy("cluster_size")
                .agg(
                        sum("members").as("accounts"),
                        count(lit(1)).as("clusters"),
                        sum("pool").as("pool"),
                        sum("held").as("held"))
                .orderBy("cluster_size")
                .collectAsList();
        ShownTable.Builder table = ShownTable.named(
                "vendors_seen",
                ShownColumn.of("cluster_size", Kind.TEXT),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("pool_followers", Kind.NUMBER),
                ShownColumn.of("reuse", Kind.NUMBER));
        for (Row row : rows) {
            long accounts = Cells.count(row, "accounts");
            boolean few = accounts < smallest;
            table.row(
                    Cells.text(row, "cluster_size"),
                    SafeCounts.alone(accounts, smallest),
                    few ? new Hidden(smallest) : twoDigits(Cells.count(row, "pool")),
                    few
                            ? new Hidden(smallest)
                            : twoDigits((double) Cells.count(row, "held") / Cells.count(row, "pool")));
        }
        return table.build();
    }

    /** Sizes of packages on sale that lots come close to: what a price list would say of them. */
    ShownTable packages() {
        ShownTable.Builder table = ShownTable.named(
                "packages", ShownColumn.of("package_size", Kind.COUNT), ShownColumn.of("accounts", Kind.COUNT));
        population
                .rows(population.tables().of(LOTS).where(col("package_size").isNotNull()))
                .groupBy("package_size")
                .agg(countDistinct("account").as("accounts"))
                .orderBy("package_size")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Cells.count(row, "package_size"), SafeCounts.alone(Cells.count(row, "accounts"), smallest)));
        return table.build();
    }

    private static double twoDigits(double value) {
        return Quantiles.rounded(value, value, value).value() instanceof Double rounded ? rounded : value;
    }

    /** What the signatures find in data in which there is nothing to find. */
    ShownTable placebo() {
        ShownTable.Builder table = ShownTable.named(
                "placebo",
                ShownColumn.of("signature", Kind.TEXT),
                ShownColumn.of("placebo", Kind.CODE),
                ShownColumn.of("ties", Kind.COUNT),
                ShownColumn.of("matched_share", Kind.SHARE),
                ShownColumn.of("matched_share_high", Kind.SHARE));
        population
                .tables()
                .of(PLACEBO)
                .orderBy("signature", "placebo")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Messages.orName("signature", Cells.text(row, "signature")),
                        Cells.text(row, "placebo"),
                        Cells.count(row, "ties"),
                        Cells.number(row, "matched_share"),
                        Cells.number(row, "matched_share_high")));
        return table.build()
                .regeneratedBy("select signature, placebo, ties, matched_share, matched_share_high from placebo");
    }

    /** Which signatures ran. A remark with a number in it may count few accounts, and stays in the warehouse. */
    ShownTable signatureRuns() {
        ShownTable.Builder table = ShownTable.named(
                "signature_runs",
                ShownColumn.of("signature", Kind.CODE),
                ShownColumn.of("question", Kind.TEXT),
                ShownColumn.of("ran", Kind.TEXT),
                ShownColumn.of("reason", Kind.TEXT));
        population
                .tables()
                .of(SIGNATURE_RUNS)
                .orderBy("signature")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> {
                    String reason = Cells.text(row, "reason");
                    table.row(
                            Cells.text(row, "signature"),
                            Cells.text(row, "question"),
                            Cells.text(row, "ran"),
                            reason.matches(".*[0-9].*") ? "" : reason);
                });
        return table.build();
    }

    /** Accounts covered, and of how many of them arrivals could be estimated. */
    ShownTable cover() {
        ShownTable.Builder table = ShownTable.named(
                "cover", ShownColumn.of("measure", Kind.MEASURE), ShownColumn.of("accounts", Kind.COUNT));
        table.row("covered_accounts", bought.sum(row -> true, bin -> true));
        table.row("covered_estimated", bought.sum(row -> true, EditionTables::isEstimated));
        return table.build();
    }

    private static boolean isEstimated(int bin) {
        return !EditionPopulation.BINS.get(bin).equals("unknown");
    }

    /** Shares of accounts, from the counts as they are shown, so that no share tells more than they do. */
    ShownTable keyNumbers() {
        Row sums = population
                .all()
                .agg(
                        sum(col("share_low").multiply(col("listed"))).as("low"),
                        sum(col("share_high").multiply(col("listed"))).as("high"),
                        sum("listed").as("listed"),
                        count("share_low").as("estimated"))
                .first();
        ShownTable.Builder table = ShownTable.named(
                "key_numbers",
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.measured("of_accounts", "", Kind.SHARE));
        List<String> named = List.of("below_10", "below_30", "below_60", "above_60");
        table.row(
                "key_found",
                bought.share(bin -> named.contains(EditionPopulation.BINS.get(bin)), EditionTables::isEstimated));
        table.row(
                "key_over_30",
                bought.share(
                        bin -> named.subList(2, 4).contains(EditionPopulation.BINS.get(bin)),
                        EditionTables::isEstimated));
        table.row("key_followers", ofAllFollowers(sums));
        return table.build();
    }

    /** Bounds, to half a percent. */
    private Measured ofAllFollowers(Row sums) {
        if (Cells.count(sums, "estimated") < smallest) {
            return new Measured(null, null, null, Messages.of("edition.too_few"));
        }
        double listed = Cells.count(sums, "listed");
        double low = Math.floor(200 * Cells.number(sums, "low") / listed) / 200;
        double high = Math.ceil(200 * Cells.number(sums, "high") / listed) / 200;
        return new Measured((low + high) / 2, low, high, "");
    }
}
