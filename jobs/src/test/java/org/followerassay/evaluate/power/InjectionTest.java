package org.followerassay.evaluate.power;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.power.InjectOptions.Cover;
import org.followerassay.evaluate.power.InjectOptions.Delivery;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One list of 2,000 followers who were created one a day; lots are planted into copies of it. */
@ExtendWith(SparkTest.class)
class InjectionTest {
    private static final InjectOptions LOTS =
            new InjectOptions(List.of(10, 300), List.of(Delivery.BURST), 1, List.of(), List.of(Cover.NONE), 200, 3);

    /** Steps that nothing rests on that is scored here. */
    private static final String ASIDE =
            ".*placebo.*|estimates of arrivals|health.*|follow-through.*|trust|.*presets?.*";

    @TempDir
    Path folder;

    @Test
    void aLargeBurstIsFoundASmallOneIsNotAndTheCopiesKeepTheOrderOfTheirHost(SparkSession session) {
        Warehouse target = warehouse(session);
        TestInputs source = source(session, true);
        Power power = new Injection(session, source, target, LOTS).run(run(), steps(), Progress.SILENT);

        assertTrue(power.text().contains("a burst is found from 300 followers on"), power.text());
        assertEquals(1, power.lotsFound().hits());
        Dataset<Row> follows = target.tables(session, target.published()).of(FOLLOWS);
        assertEquals(2_000, follows.where(col("followee").equalTo(1)).count());
        Dataset<Row> copy = follows.where(col("followee").notEqual(1));
        assertEquals(2 * 2_000 + 10 + 300, copy.count());
        assertEquals(
                0,
                copy.groupBy("followee")
                        .agg(
                                expr("count(*) - 1 - max(position) as off"),
                                expr("count(distinct position) - count(*) as twice"))
                        .where("off <> 0 or twice <> 0")
                        .count());
    }

    @Test
    void withoutOrderItSaysSoAndPlantsBlocksOnly(SparkSession session) {
        InjectOptions options =
                new InjectOptions(List.of(30), List.of(Delivery.BURST), 1, List.of(0.5), List.of(Cover.BIASED), 20, 3);
        Warehouse target = warehouse(session);
        Power power = new Injection(session, graph(session), target, options).run(run(), steps(), Progress.SILENT);

        assertTrue(power.text().contains("No lots were planted: the lists have no order"), power.text());
        assertTrue(power.text().contains("Of 1 planted blocks"), power.text());
        assertTrue(power.text().contains("20 of 20 followers, 20 of 20 followees"), power.text());
        long ties = target.tables(session, target.published()).of(FOLLOWS).count();
        long before = graph(session).of(FOLLOWS).count();
        assertEquals(before + 2 * 200, (double) ties, 60);
    }

    private Warehouse warehouse(SparkSession session) {
        return Warehouse.at(
                folder.resolve("new").toString(), session.sparkContext().hadoopConfiguration());
    }

    private static Pipeline steps() {
        return Pipeline.of(SignatureSteps.steps(SignatureOptions.defaults()).stream()
                .filter(step -> !step.name().matches(ASIDE))
                .toList());
    }

    private static RunInfo run() {
        return new RunInfo("simulate", new TreeMap<>(), "test", false);
    }

    private static TestInputs source(SparkSession session, boolean ordered) {
        Dataset<Row> follows = session.range(0, 2_000)
                .select(
                        expr("timestamp'2026-10-31' as snapshot"),
                        lit(1L).as("followee"),
                        col("id").plus(1_000).as("follower"),
                        (ordered ? col("id") : lit(null)).cast("long").as("position"),
                        lit(null).cast("timestamp").as("followed_at"));
        Dataset<Row> accounts = session.range(0, 2_000).select(accountColumns());
        return new TestInputs(session)
                .with(FOLLOWS, follows)
                .with(ACCOUNTS, accounts)
                .with(COVERAGE, coverage(follows));
    }

    /** 60 accounts of whom each follows those whose number is a multiple of seven further on. */
    private static TestInputs graph(SparkSession session) {
        Dataset<Row> follows = session.range(0, 3_600)
                .select(
                        expr("timestamp'2026-10-31' as snapshot"),
                        expr("id div 60").as("followee"),
                        expr("id % 60").as("follower"),
                        lit(null).cast("long").as("position"),
                        lit(null).cast("timestamp").as("followed_at"))
                .where("followee <> follower and (follower - followee) % 7 = 0");
        return new TestInputs(session).with(FOLLOWS, follows).with(COVERAGE, coverage(follows));
    }

    private static Dataset<Row> coverage(Dataset<Row> follows) {
        return follows.groupBy("snapshot", "followee")
                .agg(expr("count(*) as listed"))
                .select(
                        col("snapshot"),
                        col("followee").as("account"),
                        lit("followers").as("direction"),
                        col("listed"),
                        col("listed").as("stated"),
                        lit(true).as("complete"),
                        lit(null).cast("string").as("reason"));
    }

    /** Created a day apart, in an order that a step through the days mixes a little; posts as people have them. */
    private static org.apache.spark.sql.Column[] accountColumns() {
        return java.util.Arrays.stream(ACCOUNTS.schema().fields())
                .map(field -> (switch (field.name()) {
                            case "snapshot" -> expr("timestamp'2026-10-31'");
                            case "account" -> col("id").plus(1_000);
                            case "created_at" ->
                                expr("timestamp_seconds(1577836800 + 86400 * (id - (id * 7919) % 400))");
                            case "posts" -> expr("50 + id % 300");
                            default -> lit(null);
                        })
                        .cast(field.dataType())
                        .as(field.name()))
                .toArray(org.apache.spark.sql.Column[]::new);
    }
}
