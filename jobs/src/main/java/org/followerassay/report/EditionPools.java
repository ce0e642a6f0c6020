package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.VENDORS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What an edition tells of sellers: clusters that share a pool, and packages that lots come close to. */
final class EditionPools {
    private static final int MOST_ROWS = 200;

    private final EditionPopulation population;
    private final int smallest;

    EditionPools(EditionPopulation population) {
        this.population = population;
        this.smallest = population.request().minGroup();
    }

    /** Clusters by the number of accounts in them and by the kind of their pool, which its price goes by. */
    ShownTable vendors() {
        Column size = when(col("accounts").lt(5), "2–4")
                .when(col("accounts").lt(20), "5–19")
                .when(col("accounts").lt(100), "20–99")
                .otherwise("100+");
        ShownTable.Builder table = ShownTable.named(
                "vendors_seen",
                ShownColumn.of("cluster_size", Kind.TEXT),
                ShownColumn.of("pool_kind", Kind.CODE),
                ShownColumn.of("accounts", Kind.COUNT),
                ShownColumn.of("pool_followers", Kind.NUMBER),
                ShownColumn.of("reuse", Kind.NUMBER));
        population
                .rows(population.tables().of(VENDORS))
                .groupBy("snapshot", "vendor")
                .agg(
                        max("accounts").as("accounts"),
                        max("pool_kind").as("pool_kind"),
                        max("pool_followers").as("pool"),
                        sum("followers").as("held"),
                        count(lit(1)).as("members"))
                .withColumn("cluster_size", size)
                .groupBy("cluster_size", "pool_kind")
                .agg(
                        sum("members").as("accounts"),
                        sum("pool").as("pool_followers"),
                        sum("held").cast("double").divide(sum("pool")).as("reuse"))
                .orderBy("cluster_size", "pool_kind")
                .collectAsList()
                .forEach(row -> table.row(cluster(row)));
        return table.build().regeneratedBy(query());
    }

    private Object[] cluster(Row row) {
        long accounts = Cells.count(row, "accounts");
        boolean few = accounts < smallest;
        return new Object[] {
            Cells.text(row, "cluster_size"),
            Cells.text(row, "pool_kind"),
            SafeCounts.alone(accounts, smallest),
            few ? new Hidden(smallest) : Percentiles.twoDigits(Cells.count(row, "pool_followers")),
            few ? new Hidden(smallest) : Percentiles.twoDigits(Cells.number(row, "reuse"))
        };
    }

    private String query() {
        return population.sql()
                + ", clusters as (select snapshot, vendor, max(accounts) as size_of_cluster, max(pool_kind) as pool_kind,"
                + " max(pool_followers) as pool, sum(v.followers) as held, count(*) as members from population join vendors"
                + " v using (snapshot, account) group by snapshot, vendor) select case when size_of_cluster < 5 then '2–4'"
                + " when size_of_cluster < 20 then '5–19' when size_of_cluster < 100 then '20–99' else '100+' end as"
                + " cluster_size, pool_kind, sum(members) as accounts, sum(pool) as pool_followers, sum(held) / sum(pool)"
                + " as reuse from clusters group by 1, 2";
    }

    /** Sizes of packages on sale that lots come close to, and what price lists ask for so many followers. */
    ShownTable packages() {
        ShownTable.Builder table = ShownTable.named(
                "packages",
                ShownColumn.of("package_size", Kind.COUNT),
                ShownColumn.of("price_low", Kind.NUMBER),
                ShownColumn.of("price_high", Kind.NUMBER),
                ShownColumn.of("accounts", Kind.COUNT));
        population
                .rows(population.tables().of(LOTS).where(col("package_size").isNotNull()))
                .groupBy("package_size")
                .agg(
                        min(each("price_low")).as("price_low"),
                        max(each("price_high")).as("price_high"),
                        countDistinct("account").as("accounts"))
                .orderBy("package_size")
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(
                        Cells.count(row, "package_size"),
                        dollars(row, "price_low"),
                        dollars(row, "price_high"),
                        SafeCounts.alone(Cells.count(row, "accounts"), smallest)));
        return table.build()
                .regeneratedBy(population.sql()
                        + " select package_size, min(price_low / l.followers * package_size) as price_low,"
                        + " max(price_high / l.followers * package_size) as price_high, count(distinct account) as accounts"
                        + " from population join lots l using (snapshot, account) where package_size is not null group by"
                        + " package_size order by package_size limit " + MOST_ROWS);
    }

    /** The price of a lot, for a whole package. */
    private static Column each(String price) {
        return col(price).divide(col("followers")).multiply(col("package_size"));
    }

    private static Object dollars(Row row, String column) {
        Double price = Cells.number(row, column);
        return price == null ? null : Percentiles.twoDigits(price);
    }
}
