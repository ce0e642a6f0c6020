package org.followerassay.ingest.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.graph.Pairs;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faster way through a long list, beside the reader of the format, which reads the same file from end to end. */
class DealtTiesTest {
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "random lines, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bothWaysGiveTheSame(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] content = ListFile.random(random, 1 + random.nextInt(400));
        byte[] headed = (seed % 3 == 0 ? "# undirected\n1 2\n" : "8 9\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(headed, headed.length + content.length);
        System.arraycopy(content, 0, all, headed.length, content.length);
        Unit whole = ListFile.unit(folder.resolve("edges.txt"), all, seed % 2 == 0);

        assertEquals(Found.byTheReader(whole), Found.byTheFasterWay(whole, 1 + random.nextInt(600), 1 + seed % 4));
    }

    @Test
    void linesOfACountAreNoTies() throws IOException {
        byte[] content = "3 4\n".concat("0 1\n1 2\n2 0\n0 2\n").getBytes(StandardCharsets.UTF_8);
        Unit whole = ListFile.unit(folder.resolve("edges.txt"), content, false);
        assertEquals(1, ((LineReader) whole.reader()).headerLines());

        Found found = Found.byTheFasterWay(whole, 7, 1);

        assertEquals(Found.byTheReader(whole), found);
        assertEquals(Map.of("0 1", 1, "1 2", 1, "2 0", 1, "0 2", 1), found.ties);
    }

    @Test
    void aLineWithoutEndIsRejectedWhereverABlockEnds() throws IOException {
        StringBuilder text = new StringBuilder("1 2\n");
        text.append("3 4 ").append("x".repeat(Lines.LONGEST)).append("\n5 6\n");
        text.append("7 8 ").append("y".repeat(3 * Lines.LONGEST)).append("\n9 10\n");
        text.append("11 12 ").append("z".repeat(Lines.LONGEST - 6)).append("\n13 14\n15 16 ");
        text.append("w".repeat(2 * Lines.LONGEST));
        Unit whole =
                ListFile.unit(folder.resolve("edges.txt"), text.toString().getBytes(StandardCharsets.UTF_8), false);

        Found expected = Found.byTheReader(whole);

        assertEquals(List.of("1 2", "11 12", "13 14", "5 6", "9 10"), List.copyOf(expected.ties.keySet()));
        assertEquals(3, expected.outcomes.get(RowSink.REJECTED));
        for (int block : List.of(400_000, 1_048_577, 1 << 23)) {
            assertEquals(expected, Found.byTheFasterWay(whole, block, 1));
        }
    }

    @Test
    void eachBlockSaysWhatItHolds() throws IOException {
        byte[] content = "5 6\n7 7\n# no\n8 x\n9 1\n".getBytes(StandardCharsets.UTF_8);
        Unit whole = ListFile.unit(folder.resolve("edges.txt"), content, false);
        List<UnitVerdicts> verdicts = new ArrayList<>();
        DealtTies dealt = dealt(Packing.blocks(whole, 12), Ranges.of(List.of(), 1));
        dealt.forEachRemaining(parcel -> {
            if (parcel.kind() == Parcel.Kind.VERDICTS) {
                verdicts.add((UnitVerdicts) parcel.object());
            }
        });

        assertThrows(NoSuchElementException.class, dealt::next);
        assertEquals(
                List.of(
                        "unit 0: 3 records, {header=1, self_tie=1}, first 5 6",
                        "unit 1: 2 records, {rejected=1}, first 9 1"),
                verdicts.stream().map(DealtTiesTest::shown).toList());
        assertEquals(1, verdicts.get(0).counted(RowSink.SELF_TIE));
        assertEquals(0, verdicts.get(1).counted(RowSink.SELF_TIE));
    }

    private static String shown(UnitVerdicts verdicts) {
        assertTrue(verdicts.hasTie());
        return "unit " + verdicts.unit() + ": " + verdicts.records() + " records, "
                + new TreeMap<>(verdicts.outcomes()) + ", first " + verdicts.firstTie()[0] + " "
                + verdicts.firstTie()[1];
    }

    @Test
    void aFileThatIsGoneIsDamageAndNoEmptyList() throws IOException {
        Path file = folder.resolve("edges.txt");
        Unit whole = ListFile.unit(file, "1 2\n".getBytes(StandardCharsets.UTF_8), false);
        Files.delete(file);

        UnitVerdicts verdicts = (UnitVerdicts)
                dealt(List.of(whole), Ranges.of(List.of(), 1)).next().object();

        assertEquals(0, verdicts.records());
        assertFalse(verdicts.hasTie());
        assertTrue(verdicts.damage().contains("edges.txt"), verdicts.damage());
    }

    @Test
    void manyTiesOfARangeAreSentTogetherAndTheRestAtTheEnd() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(' ').append(20_000 + i % 2).append('\n');
        }
        Unit whole =
                ListFile.unit(folder.resolve("edges.txt"), text.toString().getBytes(StandardCharsets.UTF_8), false);
        Ranges halves = Ranges.of(List.of(new long[] {20_000, 0}, new long[] {20_001, 0}), 2);
        List<String> sizes = new ArrayList<>();
        dealt(Packing.blocks(whole, 1 << 16), halves).forEachRemaining(parcel -> {
            if (parcel.kind() == Parcel.Kind.TIES) {
                Pairs pairs = new Pairs(0);
                pairs.addAll(parcel.content());
                sizes.add(parcel.to() + ": " + pairs.count());
            }
        });

        assertEquals(
                List.of("0: 1808", "0: 8192", "1: 1808", "1: 8192"),
                sizes.stream().sorted().toList());
    }

    private static DealtTies dealt(List<Unit> units, Ranges ranges) {
        return new DealtTies(units, StagedColumns.with(List.of("follower", "followee")), Ids.open(), ranges, HADOOP);
    }

    /** What became of a file: ties with how often they were said, records by their verdict, and further rejects. */
    private record Found(
            TreeMap<String, Integer> ties, TreeMap<String, Long> outcomes, long records, long further, String first) {

        static Found byTheReader(Unit unit) throws IOException {
            StagedColumns columns = StagedColumns.with(List.of("follower", "followee"));
            RowSink sink = new RowSink(columns, Ids.open(), unit.platform(), null, 0);
            int follower = columns.names().indexOf("follower");
            int followee = columns.names().indexOf("followee");
            Found found = new Found(new TreeMap<>(), new TreeMap<>(), 0, 0, "none");
            long further = 0;
            String first = "none";
            try (InputStream in = unit.stretch().open(HADOOP);
                    RowReader.Records records = unit.reader().open(in, sink)) {
                while (records.next()) {
                    for (Object[] row = sink.poll(); row != null; row = sink.poll()) {
                        if (row[2].equals(RowSink.ROW)) {
                            String tie = row[follower] + " " + row[followee];
                            first = first.equals("none") ? tie : first;
                            found.ties.merge(tie, 1, Integer::sum);
                        }
                        if (row[3].equals(false)) {
                            found.outcomes.merge((String) row[2], 1L, Long::sum);
                        } else if (row[2].equals(RowSink.REJECTED)) {
                            further++;
                        }
                    }
                }
            }
            found.outcomes.remove(RowSink.ROW);
            return new Found(found.ties, found.outcomes, (Long) sink.end(null)[1], further, first);
        }

        static Found byTheFasterWay(Unit whole, int blockBytes, int ranges) {
            Found found = new Found(new TreeMap<>(), new TreeMap<>(), 0, 0, "none");
            List<Unit> units = Packing.blocks(whole, blockBytes);
            Ranges shared = Ranges.of(TieSample.ofPlaces(whole, HADOOP).ties(), ranges);
            long records = 0;
            long further = 0;
            String first = "none";
            DealtTies dealt = dealt(units, shared);
            while (dealt.hasNext()) {
                Parcel parcel = dealt.next();
                if (parcel.kind() == Parcel.Kind.TIES) {
                    Pairs pairs = new Pairs(0);
                    pairs.addAll(parcel.content());
                    for (int i = 0; i < pairs.count(); i++) {
                        long followee = pairs.columns()[0][i];
                        long follower = pairs.columns()[1][i];
                        assertEquals(shared.of(followee, follower), parcel.to());
                        found.ties.merge(follower + " " + followee, 1, Integer::sum);
                    }
                } else {
                    UnitVerdicts verdicts = (UnitVerdicts) parcel.object();
                    records += verdicts.records();
                    further += verdicts.furtherRejects();
                    verdicts.outcomes().forEach((outcome, count) -> found.outcomes.merge(outcome, count, Long::sum));
                    first = first.equals("none") && verdicts.hasTie()
                            ? verdicts.firstTie()[0] + " " + verdicts.firstTie()[1]
                            : first;
                }
            }
            found.outcomes.remove(RowSink.ROW);
            return new Found(found.ties, found.outcomes, records, further, first);
        }
    }
}
