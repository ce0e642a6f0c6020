package org.followerassay.ingest.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.ingest.edges.EdgeList;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Limits;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.Staged;
import org.followerassay.ingest.format.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run's files, and the ties in them, are shared out among tasks. */
class SharingOutTest {
    private static final Configuration HADOOP = new Configuration();
    private static final long MB = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} bytes in blocks of {1}: {2} blocks")
    @CsvSource({"1000, 1000, 1", "1001, 1000, 2", "2000, 1000, 2", "2001, 1000, 3", "10, 3, 4", "1, 3, 1"})
    void blocksFollowOneAnotherUpToTheEnd(long bytes, long blockBytes, int blocks) throws IOException {
        List<Unit> units = Packing.blocks(unit(bytes, Compression.NONE, lines()), blockBytes);

        assertEquals(blocks, units.size());
        for (int i = 0; i < blocks; i++) {
            assertEquals(5 + i, units.get(i).number());
            assertEquals(i == 0 ? 0 : units.get(i - 1).end(), units.get(i).start());
        }
        assertEquals(bytes, units.stream().mapToLong(Unit::bytes).sum());
        long each = (bytes + blocks - 1) / blocks;
        assertTrue(units.subList(0, blocks - 1).stream().allMatch(unit -> unit.bytes() == each));
    }

    @Test
    void whatIsPackedOrNoTextOfLinesIsReadInOnePiece() throws IOException {
        RowReader noLines = Staged.of(
                        new org.followerassay.ingest.series.BlueskyCar(),
                        Path.of("../datasets/fixtures/bluesky-car/ann.car"))
                .export()
                .parts()
                .get(0)
                .reader();

        assertEquals(
                1, Packing.blocks(unit(5_000, Compression.GZIP, lines()), 1_000).size());
        assertEquals(
                1, Packing.blocks(unit(5_000, Compression.NONE, noLines), 1_000).size());
        assertEquals(
                5, Packing.blocks(unit(5_000, Compression.NONE, lines()), 1_000).size());
    }

    @Test
    void everyCoreHasSomeTasksAndNoneIsTooLarge() {
        assertEquals(4 * MB, Packing.taskBytes(0, 8));
        assertEquals(4 * MB, Packing.taskBytes(24 * MB - 6, 2));
        assertEquals(10 * MB + 1, Packing.taskBytes(60 * MB, 2));
        assertEquals(64 * MB, Packing.taskBytes(10_000 * MB, 2));
    }

    @Test
    void smallFilesAreReadTogether() throws IOException {
        List<Unit> units = new ArrayList<>();
        for (long kilobytes : new long[] {1, 100, 700, 900, 3_000, 1, 1}) {
            units.add(unit(kilobytes << 10, Compression.NONE, lines()));
        }

        List<List<Unit>> tasks = Packing.tasks(units, MB);

        // Each file costs 128 KB beside its bytes.
        assertEquals(List.of(2, 1, 1, 1, 2), tasks.stream().map(List::size).toList());
        assertEquals(units, tasks.stream().flatMap(List::stream).toList());
        assertEquals(List.of(), Packing.tasks(List.of(), MB));
    }

    @Test
    void aTaskThatIsJustFullIsFull() throws IOException {
        List<Unit> units = List.of(
                unit(384 << 10, Compression.NONE, lines()),
                unit(384 << 10, Compression.NONE, lines()),
                unit(1, Compression.NONE, lines()));

        assertEquals(
                List.of(2, 1), Packing.tasks(units, MB).stream().map(List::size).toList());
    }

    @ParameterizedTest(name = "random ties, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rangesHoldAboutEquallyManyInTheOrderOfTies(long seed) {
        Random random = new Random(seed);
        List<long[]> ties = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ties.add(new long[] {random.nextInt(3) == 0 ? 7 : random.nextInt(50), random.nextInt(100_000)});
        }

        Ranges ranges = Ranges.of(ties, 8);

        assertEquals(8, ranges.count());
        long[] sizes = new long[8];
        ties.forEach(tie -> sizes[ranges.of(tie[0], tie[1])]++);
        assertTrue(LongStream.of(sizes).allMatch(size -> size >= 120 && size <= 130), java.util.Arrays.toString(sizes));
        ties.sort((one, other) -> one[0] != other[0] ? Long.compare(one[0], other[0]) : Long.compare(one[1], other[1]));
        for (int i = 1; i < ties.size(); i++) {
            assertTrue(ranges.of(ties.get(i - 1)[0], ties.get(i - 1)[1]) <= ranges.of(ties.get(i)[0], ties.get(i)[1]));
        }
    }

    @Test
    void aRangeBeginsWithItsFirstTie() {
        Ranges ranges =
                Ranges.of(List.of(new long[] {1, 1}, new long[] {1, 5}, new long[] {3, 2}, new long[] {3, 9}), 2);

        assertEquals(0, ranges.of(3, 1));
        assertEquals(1, ranges.of(3, 2));
        assertEquals(1, ranges.of(3, 3));
        assertEquals(0, ranges.of(2, Long.MAX_VALUE));
        assertEquals(1, ranges.of(4, 0));
    }

    @Test
    void fewTiesMakeFewRanges() {
        assertEquals(1, Ranges.of(List.of(), 5).count());
        assertEquals(0, Ranges.of(List.of(), 5).of(8, 9));
        assertEquals(
                2, Ranges.of(List.of(new long[] {1, 1}, new long[] {2, 2}), 5).count());
    }

    @Test
    void accountsAreSharedOutHoweverManyTiesTheyHave() {
        List<long[]> ties = new ArrayList<>();
        for (long follower = 1; follower < 100; follower++) {
            ties.add(new long[] {100, follower});
        }

        Ranges ranges = Ranges.ofAccounts(ties, 4);

        assertEquals(
                List.of(0, 0, 1, 1, 2, 2, 3, 3),
                LongStream.of(1, 25, 26, 50, 51, 75, 76, 100)
                        .mapToObj(ranges::of)
                        .toList());
    }

    @Test
    void aParcelIsTheSameForAnotherTask() {
        Parcel parcel = Parcel.of(Parcel.Kind.FILE, 3, "a name");

        Parcel sent = parcel.sentTo(8);

        assertEquals(Parcel.Kind.FILE, sent.kind());
        assertEquals(8, sent.to());
        assertEquals(3, parcel.to());
        assertEquals("a name", sent.object());
        assertArrayEquals(parcel.content(), sent.content());
    }

    @Test
    void aSampleOfAShortListIsAllOfIt() throws IOException {
        Unit unit = list("# some\n1 2\n3 4\n\nx\n5 6", false);

        for (TieSample sample : List.of(TieSample.ofAll(unit, HADOOP), TieSample.ofPlaces(unit, HADOOP))) {
            assertEquals(3, sample.about());
            assertEquals(List.of("2 1", "4 3", "6 5"), shown(sample));
        }
    }

    @Test
    void aSampleTurnsTiesAsTheReaderDoes() throws IOException {
        assertEquals(List.of("1 2"), shown(TieSample.ofAll(list("1 2\n", true), HADOOP)));
        TieSample both = TieSample.ofAll(list("# undirected\n1 2\n", false), HADOOP);
        assertEquals(List.of("2 1", "1 2"), shown(both));
        assertEquals(2, both.about());
    }

    @Test
    void ofALongListEverySoManyTiesAreKept() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 150_000; i++) {
            text.append(i).append(" 1000000\n");
        }
        Unit unit = list(text.toString(), false);

        TieSample all = TieSample.ofAll(unit, HADOOP);
        assertEquals(150_000, all.about());
        // Every other tie from the 65,536th on, every fourth from the 131,072nd on.
        assertTrue(
                all.ties().size() >= 1 << 15 && all.ties().size() < 1 << 16,
                "" + all.ties().size());
        List<Long> followers = all.ties().stream().map(tie -> tie[1]).toList();
        assertEquals(followers.stream().sorted().distinct().toList(), followers);
        assertEquals(
                75_000, followers.stream().mapToLong(Long::longValue).average().orElseThrow(), 1_000);

        TieSample places = TieSample.ofPlaces(unit, HADOOP);
        assertEquals(150_000, (double) places.about(), 15_000);
        assertTrue(places.ties().size() < 20_000, "" + places.ties().size());
        assertEquals(
                75_000,
                places.ties().stream().mapToLong(tie -> tie[1]).average().orElseThrow(),
                7_500);
    }

    private static List<String> shown(TieSample sample) {
        return sample.ties().stream().map(tie -> tie[0] + " " + tie[1]).toList();
    }

    private Unit list(String text, boolean reversed) throws IOException {
        return ListFile.unit(folder.resolve("edges.txt"), text.getBytes(StandardCharsets.UTF_8), reversed);
    }

    private RowReader lines() throws IOException {
        return list("# lines\n1 2\n", false).reader();
    }

    private static Unit unit(long bytes, Compression compression, RowReader reader) {
        Stretch stretch = new Stretch("file:/none", "", "none", compression, bytes, Limits.defaults());
        return new Unit(0, 5, stretch, reader, new EdgeList().name(), null, 0, Long.MAX_VALUE);
    }
}
