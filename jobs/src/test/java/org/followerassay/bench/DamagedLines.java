package org.followerassay.bench;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.cli.Main;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/**
 * A long edge list in which one line of a hundred is damaged, in twelve ways by turns: is each of them among the rejects, with
 * its line and the right reason, and nothing else?
 */
final class DamagedLines {
    private record Damage(String line, String reason) {}

    private static final List<Damage> WAYS = List.of(
            new Damage("7", "wrong_cell_count"),
            new Damage("1;2", "wrong_cell_count"),
            new Damage("12x 8", "bad_id"),
            new Damage("8 -3", "bad_id"),
            new Damage("0012 4", "bad_id"),
            new Damage("99999999999999999999 5", "bad_id"),
            new Damage("9223372036854775808 5", "bad_id"),
            new Damage("3.5 4", "bad_id"),
            new Damage("1\u0000 2", "bad_id"),
            new Damage("\"1\" 2", "bad_id"),
            new Damage("5 6 -1", "not_a_tie"),
            new Damage("\u00fc 4", "bad_encoding"));

    private static final int EVERY = 100;

    /** Reads a list of so many lines into a fresh warehouse below a folder, and says what was found. */
    public static void main(String[] args) throws IOException {
        Path work = Path.of(args[0]);
        long lines = Long.parseLong(args[1]);
        Path list = work.resolve("damaged.txt");
        Path expected = work.resolve("expected.csv");
        write(lines, list, expected);
        try (SparkSession session = HeldSession.open()) {
            Path warehouse = work.resolve("warehouse");
            Main.main(new String[] {
                "ingest", "--input", list.toString(), "--warehouse", warehouse.toString(), "--snapshot", Task.SNAPSHOT
            });
            check(session, warehouse, expected);
        }
    }

    /** Latin-1, so that one of the twelve is no UTF-8. */
    private static void write(long lines, Path list, Path expected) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(list), 1 << 20);
                OutputStream rejects = new BufferedOutputStream(Files.newOutputStream(expected), 1 << 20)) {
            rejects.write("line,reason\n".getBytes(StandardCharsets.UTF_8));
            for (long line = 1; line <= lines; line++) {
                String text;
                if (line % EVERY == 0) {
                    Damage damage = WAYS.get((int) (line / EVERY % WAYS.size()));
                    text = damage.line();
                    rejects.write((line + "," + damage.reason() + "\n").getBytes(StandardCharsets.UTF_8));
                } else {
                    text = Math.floorMod(Scramble.hash(line), 1_000_000L) + "\t"
                            + (1_000_000 + Math.floorMod(Scramble.hash(-line), 50_000L));
                }
                out.write((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void check(SparkSession session, Path warehouse, Path expected) {
        Warehouse published =
                Warehouse.at(warehouse.toString(), session.sparkContext().hadoopConfiguration());
        Manifest manifest = published.published();
        Dataset<Row> rejects =
                published.tables(session, manifest).of(IngestTables.REJECTS).select("line", "reason");
        Dataset<Row> wanted = session.read()
                .schema("line long, reason string")
                .option("header", true)
                .csv(expected.toString());
        long missing = wanted.exceptAll(rejects).count();
        long unexpected = rejects.exceptAll(wanted).count();
        System.out.printf(
                "%,d damaged lines in %d ways: %,d missing from the rejects or with another reason, %,d rejects too many%n",
                wanted.count(), WAYS.size(), missing, unexpected);
        wanted.groupBy(col("reason"))
                .count()
                .orderBy("reason")
                .collectAsList()
                .forEach(row -> System.out.printf("  %-17s %,d%n", row.getString(0), row.getLong(1)));
        if (missing + unexpected > 0) {
            throw new IllegalStateException("the rejects are not the damaged lines");
        }
    }

    private DamagedLines() {}
}
