package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.webgraph.ArrayListMutableGraph;
import it.unimi.dsi.webgraph.BVGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebGraphTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/webgraph");
    private static final int DEFAULTS = 0;

    @TempDir
    Path folder;

    @Test
    void anArcRunsFromFollowerToFolloweeUnlessTurned() throws IOException {
        store(new int[][] {{1, 2}, {}, {1}}, "any", 7, 3, 4, DEFAULTS);

        Staged staged = Staged.of(new WebGraph(), folder);

        assertEquals(3, staged.export().statedAccounts().orElseThrow());
        assertEquals(3, staged.export().statedTies().orElseThrow());
        assertEquals(1, staged.counted("other"));
        staged.assertRows("tie", """
                line  further  follower  followee
                1     false    0         1
                1     true     0         2
                3     false    2         1
                """);
        Staged.of(new WebGraph(), folder, EdgeListTest.REVERSED).assertRows("tie", """
                line  follower  followee
                1     1         0
                1     2         0
                3     1         2
                """);
    }

    @Test
    void anArcOfTwitter2010RunsFromTheFollowee() {
        Staged staged = Staged.of(new WebGraph(), FIXTURES.resolve("twitter"));

        assertTrue(staged.export().isFolloweeFirst());
        staged.assertRows("tie", """
                follower  followee
                1         0
                2         0
                3         0
                4         0
                5         0
                0         1
                3         2
                4         2
                5         2
                """);
    }

    @Test
    void theTransposedGraphBesideAGraphIsNotReadAndAloneRunsTheOtherWay() throws IOException {
        store(new int[][] {{1}, {}}, "twitter-2010", 7, 3, 4, DEFAULTS);
        store(new int[][] {{}, {0}}, "twitter-2010-t", 7, 3, 4, DEFAULTS);
        String tie = """
                follower  followee
                1         0
                """;
        Staged.of(new WebGraph(), folder).assertRows("tie", tie);

        Files.delete(folder.resolve("twitter-2010.graph"));
        Staged.of(new WebGraph(), folder).assertRows("tie", tie);
    }

    @ParameterizedTest(name = "window {0}, zeta {1}, interval {2}, codes {3}")
    @CsvSource({
        "7, 3, 4, 0",
        "0, 3, 4, 0",
        "1, 1, 2, 0",
        "30, 5, 0, 0",
        "7, 3, 4, 512",
        "7, 3, 4, 256",
        "7, 3, 3, 1792",
        "7, 3, 4, 4369",
        "7, 3, 4, 8192",
        "7, 3, 4, 65536",
        "7, 3, 4, 327680"
    })
    void aGraphPackedByTheLibraryIsUnpackedAlike(int window, int zetaK, int interval, int flags) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            int[][] lists = random(seed);
            store(lists, "random", window, zetaK, interval, flags);

            StringBuilder expected = new StringBuilder("follower  followee\n");
            for (int node = 0; node < lists.length; node++) {
                for (int followee : lists[node]) {
                    if (node != followee) {
                        expected.append(node).append("  ").append(followee).append('\n');
                    }
                }
            }
            Staged.of(new WebGraph(), folder).assertRows("tie", expected.toString());
        }
    }

    @Test
    void manySuccessorsAreSeveralRecords() throws IOException {
        int[][] lists = new int[10_001][0];
        lists[10_000] = IntStream.range(0, 10_000).toArray();
        store(lists, "celebrity", 7, 3, 4, DEFAULTS);

        Staged staged = Staged.of(new WebGraph(), folder);

        assertEquals(3, staged.counted("row"));
        assertEquals(10_000, staged.counted("other"));
    }

    @Test
    void aGraphThatIsCutShortIsDamaged() throws IOException {
        store(random(1), "cut", 7, 3, 4, DEFAULTS);
        Path graph = folder.resolve("cut.graph");
        byte[] whole = Files.readAllBytes(graph);
        Files.write(graph, Arrays.copyOf(whole, whole.length / 2));

        assertTrue(Staged.of(new WebGraph(), folder).damage().get(0).contains("cut short"));
    }

    @Test
    void moreOrFewerArcsThanStatedAreDamage() throws IOException {
        store(new int[][] {{1, 2}, {0}, {}}, "lying", 7, 3, 4, DEFAULTS);
        Path said = folder.resolve("lying.properties");
        String honest = Files.readString(said);

        for (String arcs : List.of("2", "4")) {
            Files.writeString(said, honest.replaceAll("(?m)^arcs=3$", "arcs=" + arcs));
            assertTrue(
                    Staged.of(new WebGraph(), folder).damage().get(0).contains("it has 3 arcs, but"),
                    Staged.of(new WebGraph(), folder).damage().toString());
        }
        Files.writeString(said, honest);
        assertEquals(List.of(), Staged.of(new WebGraph(), folder).damage());
    }

    @Test
    void whateverTheBytesAreTheReadingEnds() throws IOException {
        store(random(1), "noise", 7, 3, 4, DEFAULTS);
        Path graph = folder.resolve("noise.graph");
        byte[] noise = new byte[(int) Files.size(graph)];
        for (long seed = 0; seed < 200; seed++) {
            new Random(seed).nextBytes(noise);
            Files.write(graph, noise);

            assertEquals(1, Staged.of(new WebGraph(), folder).damage().size(), "seed " + seed);
        }
    }

    @Test
    void whatCannotBeUnpackedIsRefused() throws IOException {
        store(new int[][] {{1}, {}}, "one", 7, 3, 4, DEFAULTS);
        assertTrue(Staged.refusal(new WebGraph(), folder.resolve("one.graph")).contains("name the folder"));

        Files.writeString(folder.resolve("one.properties"), "graphclass=it.unimi.dsi.webgraph.EFGraph\n");
        assertTrue(
                Staged.refusal(new WebGraph(), folder).contains("it is of the class 'it.unimi.dsi.webgraph.EFGraph'"));

        Files.writeString(
                folder.resolve("one.properties"),
                "graphclass=it.unimi.dsi.webgraph.BVGraph\nnodes=2\narcs=1\ncompressionflags=RESIDUALS_GOLOMB\n");
        assertTrue(Staged.refusal(new WebGraph(), folder).contains("RESIDUALS are written in GOLOMB code"));

        store(new int[][] {{1}, {}}, "two", 7, 3, 4, DEFAULTS);
        assertTrue(Staged.refusal(new WebGraph(), folder).contains("holds 2 packed graphs"));
    }

    /** Lists alike to those before them, with runs, gaps, and nodes that follow nobody. */
    private static int[][] random(long seed) {
        Random random = new Random(seed);
        int nodes = 60 + random.nextInt(60);
        int[][] lists = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            TreeSet<Integer> list = new TreeSet<>();
            if (node > 0 && random.nextInt(3) > 0) {
                for (int kept : lists[random.nextInt(node)]) {
                    if (random.nextInt(4) > 0) {
                        list.add(kept);
                    }
                }
            }
            int run = random.nextInt(nodes);
            for (int i = run; i < Math.min(nodes, run + random.nextInt(12)); i++) {
                list.add(i);
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                list.add(random.nextInt(nodes));
            }
            lists[node] = random.nextInt(8) == 0
                    ? new int[0]
                    : list.stream().mapToInt(Integer::intValue).toArray();
        }
        return lists;
    }

    private void store(int[][] lists, String name, int window, int zetaK, int interval, int flags) throws IOException {
        ArrayListMutableGraph graph = new ArrayListMutableGraph(lists.length);
        for (int node = 0; node < lists.length; node++) {
            for (int successor : lists[node]) {
                graph.addArc(node, successor);
            }
        }
        BVGraph.store(
                graph.immutableView(), folder.resolve(name).toString(), window, 3, interval, zetaK, flags, 1, null);
    }
}
