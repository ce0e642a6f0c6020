package org.followerassay.reliability;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.Calls;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/**
 * R5: edge lists that are changed in the ways in which files are damaged, cut, flipped, doubled, shuffled, with words and other
 * encodings put in. Each must give the ties and the rejected lines that {@link EdgeOracle} reads in it: nothing lost, nothing
 * changed, nothing made up.
 */
final class ChangedLists {
    private static final int LINES = 1_000;

    /** As many as the program looks at to tell the format: those are left alone. */
    private static final int UNCHANGED = 201;

    private static final int TOGETHER = 200;
    private static final String PLAIN_FROM = "spark.assay.plainFromBytes";
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "00",
            "+5",
            "-0",
            " ",
            "\t",
            ",",
            ";",
            "\r",
            "\r\n",
            "\n\n",
            "\0",
            "\"",
            "'",
            "#",
            "%",
            "NaN",
            "null",
            "1e9",
            "3.5",
            "0x1f",
            "\uFEFF",
            "\u00a0",
            "\u0661\u0662",
            "\uff11",
            "\u2028",
            "\u0085",
            "\u00fc",
            "99999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "1 2",
            "-",
            "--",
            "\\N",
            "=1+1",
            "7 7",
            "<a>",
            "\u202e");

    private final Path work;
    private final SparkSession session;
    private final Random dice;
    private final List<String> missed = new ArrayList<>();
    private long lines;
    private long rejected;

    ChangedLists(Path work, SparkSession session, long seed) {
        this.work = work;
        this.session = session;
        this.dice = new Random(seed);
    }

    /** @param plain of those, the ones that take the faster way of long lists */
    Outcome outcome(int files, int plain) throws IOException {
        int done = 0;
        while (done < files) {
            boolean faster = done < plain;
            int together = Math.min(TOGETHER, (faster ? plain : files) - done);
            session.conf().set(PLAIN_FROM, faster ? "0" : Long.toString(Long.MAX_VALUE));
            try {
                batch(done, together);
            } finally {
                session.conf().unset(PLAIN_FROM);
            }
            done += together;
        }
        return new Outcome(
                files,
                missed,
                String.format(
                        "%,d lines, %,d of them rejected; %,d files by the faster way of long lists",
                        lines, rejected, plain));
    }

    private void batch(int first, int count) throws IOException {
        Path inbox = Files.createDirectories(work.resolve("inbox-" + first));
        Map<String, EdgeOracle> expected = new TreeMap<>();
        for (int i = first; i < first + count; i++) {
            String day = FIRST_DAY.plusDays(i).toString();
            byte[] content = changed(list());
            Files.write(inbox.resolve("edges-" + day + ".txt"), content);
            expected.put(day, EdgeOracle.of(content));
            lines += new String(content, StandardCharsets.ISO_8859_1).lines().count();
        }
        Path warehouse = work.resolve("warehouse-" + first);
        Calls call = Calls.of("ingest", "--quiet", "--input", inbox.toString(), "--warehouse", warehouse.toString());
        if (call.code() != 0) {
            missed.add("files " + first + " to " + (first + count) + ": " + call.err());
            return;
        }
        Warehouse opened =
                Warehouse.at(warehouse.toString(), session.sparkContext().hadoopConfiguration());
        Inputs tables = opened.tables(session, opened.published());
        Map<String, Set<String>> ties = new HashMap<>();
        for (Row row : tables.of(IngestTables.FOLLOWS)
                .select(col("snapshot").cast("date").cast("string"), concat_ws(" ", col("follower"), col("followee")))
                .collectAsList()) {
            ties.computeIfAbsent(row.getString(0), day -> new TreeSet<>()).add(row.getString(1));
        }
        Map<String, Set<Long>> rejects = new HashMap<>();
        for (Row row : tables.of(IngestTables.REJECTS).select("file", "line").collectAsList()) {
            String file = row.getString(0);
            rejects.computeIfAbsent(file.substring(file.length() - 14, file.length() - 4), day -> new TreeSet<>())
                    .add(row.getLong(1));
        }
        expected.forEach((day, oracle) -> compare(day, oracle, ties, rejects));
    }

    private void compare(String day, EdgeOracle oracle, Map<String, Set<String>> ties, Map<String, Set<Long>> rejects) {
        rejected += oracle.rejected().size();
        Set<String> tooMany = new TreeSet<>(ties.getOrDefault(day, Set.of()));
        Set<String> lost = new TreeSet<>(oracle.ties());
        lost.removeAll(tooMany);
        tooMany.removeAll(oracle.ties());
        Set<Long> found = rejects.getOrDefault(day, Set.of());
        if (!lost.isEmpty() || !tooMany.isEmpty() || !found.equals(oracle.rejected())) {
            missed.add("the list of " + day + ": lost " + lost + ", made up " + tooMany + ", rejected lines " + found
                    + " instead of " + oracle.rejected());
        }
    }

    private List<byte[]> list() {
        List<byte[]> list = new ArrayList<>();
        list.add("# directed graph".getBytes(StandardCharsets.UTF_8));
        while (list.size() < LINES) {
            long follower = dice.nextInt(4) == 0 ? dice.nextLong() & Long.MAX_VALUE : dice.nextInt(5_000);
            list.add((follower + (dice.nextBoolean() ? "\t" : " ") + dice.nextInt(300))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return list;
    }

    /** One to six changes somewhere below the lines that tell the format. */
    private byte[] changed(List<byte[]> list) {
        int changes = 1 + dice.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = UNCHANGED + dice.nextInt(list.size() - UNCHANGED);
            byte[] line = list.get(at);
            switch (dice.nextInt(9)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(at, line);
                case 2 -> list.set(at, cut(line));
                case 3 -> list.set(at, flipped(line));
                case 4, 5 -> list.set(at, with(line));
                case 6 -> java.util.Collections.swap(list, at, UNCHANGED + dice.nextInt(list.size() - UNCHANGED));
                case 7 -> list.set(at, noise());
                default -> java.util.Collections.shuffle(list.subList(UNCHANGED, list.size()), dice);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line : list) {
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        // Now and then the file ends in the middle of a line.
        int end = dice.nextInt(5) == 0 ? bytes.size() - 1 - dice.nextInt(8) : bytes.size();
        return java.util.Arrays.copyOf(bytes.toByteArray(), end);
    }

    private byte[] cut(byte[] line) {
        return line.length == 0 ? line : java.util.Arrays.copyOf(line, dice.nextInt(line.length));
    }

    private byte[] flipped(byte[] line) {
        byte[] flipped = line.clone();
        if (flipped.length > 0) {
            flipped[dice.nextInt(flipped.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return flipped;
    }

    private byte[] with(byte[] line) {
        byte[] word = WORDS.get(dice.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
        int at = dice.nextInt(line.length + 1);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(line, 0, at);
        with.writeBytes(word);
        with.write(line, at, line.length - at);
        return with.toByteArray();
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + dice.nextInt(30)];
        dice.nextBytes(noise);
        return noise;
    }
}
