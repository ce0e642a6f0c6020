package org.followerassay.reliability;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.Calls;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;

/**
 * R6: single bits of published files are turned over, and files lost, emptied, cut short or made longer. Reading them through
 * the program must fail, or give the rows that were published; other rows without an error would be silent damage.
 */
final class DamagedFiles {
    private final SparkSession session;
    private final Path warehouse;
    private final Random dice;
    private final List<String> silent = new ArrayList<>();
    private final Map<String, String> published = new HashMap<>();
    private long tried;
    private long refused;

    DamagedFiles(Path work, SparkSession session, long seed) {
        this.session = session;
        this.warehouse = work.resolve("warehouse");
        this.dice = new Random(seed);
    }

    /**
     * @param flips bits that are turned over in data files, one at a time; a third as many are in the manifest
     * @param lost data files that are lost, emptied, cut and lengthened
     */
    Outcome outcome(SmallWorld world, int flips, int lost) throws IOException {
        publish(world);
        List<Path> files = PublishedRows.files(warehouse);
        for (Path file : files) {
            published.computeIfAbsent(tableOf(file), this::rows);
        }
        for (int i = 0; i < flips; i++) {
            Path file = files.get(dice.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            attempt(file, flipped(bytes), "a bit", tableOf(file));
        }
        for (int i = 0; i < Math.min(lost, files.size()); i++) {
            Path file = files.get(lost < files.size() ? dice.nextInt(files.size()) : i);
            byte[] bytes = Files.readAllBytes(file);
            attempt(file, null, "the whole file", tableOf(file));
            attempt(file, new byte[0], "all its bytes", tableOf(file));
            attempt(file, Arrays.copyOf(bytes, bytes.length - 1), "its last byte", tableOf(file));
            attempt(file, Arrays.copyOf(bytes, bytes.length + 1), "its end", tableOf(file));
        }
        Path manifest = PublishedRows.newestManifest(warehouse);
        String state = state();
        for (int i = 0; i < flips / 3; i++) {
            attemptManifest(manifest, flipped(Files.readAllBytes(manifest)), state);
        }
        return new Outcome(tried, silent, String.format("%,d refused, the others without effect on any row", refused));
    }

    private void publish(SmallWorld world) throws IOException {
        for (String day : List.of("2026-01-31", "2026-02-28")) {
            Path month = world.month(warehouse.resolveSibling(day), day, false);
            Calls call =
                    Calls.of("ingest", "--quiet", "--input", month.toString(), "--warehouse", warehouse.toString());
            if (call.code() != 0) {
                throw new IllegalStateException(call.err());
            }
            world.aMonthPasses();
        }
        // The checksum files of a local disk do not travel with a copy, and object stores have none.
        for (Path file : Folders.files(warehouse)) {
            if (file.toString().endsWith(".crc")) {
                Files.delete(file);
            }
        }
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
        return changed;
    }

    private void attempt(Path file, byte[] bytes, String what, String table) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try {
            put(file, bytes);
            tried++;
            String found = rows(table);
            if (!found.equals(published.get(table))) {
                silent.add(what + " of a file of " + table + ": " + published.get(table) + ", read without an error "
                        + found);
            }
        } catch (Exception said) {
            refused++;
        } finally {
            Files.write(file, whole);
        }
    }

    private void attemptManifest(Path manifest, byte[] bytes, String state) throws IOException {
        byte[] whole = Files.readAllBytes(manifest);
        try {
            Files.write(manifest, bytes);
            tried++;
            if (!state().equals(state)) {
                silent.add("a bit of the manifest: " + differing(whole, bytes));
            }
        } catch (Exception said) {
            refused++;
        } finally {
            Files.write(manifest, whole);
        }
    }

    private static String differing(byte[] whole, byte[] bytes) {
        int at = Arrays.mismatch(whole, bytes);
        int from = Math.max(0, at - 30);
        return new String(bytes, from, Math.min(40, bytes.length - from), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\n", " ");
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        if (bytes == null) {
            Files.delete(file);
        } else {
            Files.write(file, bytes);
        }
    }

    /** Everything that the program takes from the manifest. */
    private String state() {
        return opened().published().json();
    }

    private Warehouse opened() {
        return Warehouse.at(warehouse.toString(), session.sparkContext().hadoopConfiguration());
    }

    private String rows(String name) {
        Table table = Tables.ALL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        Manifest manifest = opened().published();
        return opened().tables(session, manifest)
                .of(table)
                .agg(count(lit(1)), sum(xxhash64(struct(col("*"))).cast("decimal(38,0)")))
                .head()
                .mkString(" rows, ");
    }

    private String tableOf(Path file) {
        return warehouse.resolve("tables").relativize(file).getName(0).toString();
    }
}
