package org.followerassay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.cli.Main;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.rank.RankOptions;
import org.followerassay.rank.RankSteps;
import org.followerassay.report.ReportOptions;
import org.followerassay.report.ReportSteps;
import org.followerassay.table.Table;

/** A warehouse of made-up accounts, ranked and compared by the steps, and each kind of report of it, as a user asks for it. */
final class TimedReports {
    private static final int RUNS = 3;

    /** Arguments: a folder and accounts. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        long accounts = Long.parseLong(args[1]);
        String warehouse = work.resolve("warehouse").toString();
        try (SparkSession session = HeldSession.open()) {
            long began = System.nanoTime();
            Warehouse tables = Warehouse.at(warehouse, session.sparkContext().hadoopConfiguration());
            tables.publish(session, new RunInfo("bench", new TreeMap<>(), "bench", false), draft -> {
                new MadeUpAccounts(session, accounts)
                        .tables()
                        .forEach((table, rows) -> draft.write(table, "made-up", "made-up", filled(table, rows)));
                Stream<Derivation> steps = Stream.concat(
                        RankSteps.steps(RankOptions.defaults()).stream().skip(2),
                        ReportSteps.steps(ReportOptions.defaults()).stream());
                steps.forEach(draft::derive);
            });
            System.out.printf(Locale.ROOT, "%,d accounts published in %.1f s%n", accounts, since(began));
            List<String> card = List.of("--card", "700000000001");
            time("edition", work, warehouse, List.of("--edition", "2026-Q4"));
            time("card", work, warehouse, card);
            time("report", work, warehouse, List.of("--top", "10"));
        }
    }

    private static void time(String kind, Path work, String warehouse, List<String> more) throws IOException {
        String out = work.resolve(kind).toString();
        String[] command = Stream.concat(Stream.of("report", "--warehouse", warehouse, "--out", out), more.stream())
                .toArray(String[]::new);
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            Main.main(command);
            seconds[run] = since(began);
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-8s %.1f s (%.1f to %.1f, %d runs), report.html %.2f MB%n",
                kind,
                seconds[RUNS / 2],
                seconds[0],
                seconds[RUNS - 1],
                RUNS,
                Files.size(Path.of(out, "report.html")) / 1e6);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The table's columns, those that are not made up as null. */
    private static Dataset<Row> filled(Table table, Dataset<Row> rows) {
        List<String> made = List.of(rows.columns());
        return rows.select(table.fields().stream()
                .map(field -> (made.contains(field.name()) ? col(field.name()) : lit(null))
                        .cast(field.type())
                        .as(field.name()))
                .toArray(Column[]::new));
    }

    private TimedReports() {}
}
