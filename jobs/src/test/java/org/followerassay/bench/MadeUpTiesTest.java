package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpTiesTest {
    private static final long LINES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameFileAndAnotherSeedAnother() throws IOException {
        assertEquals(written(7), written(7));
        assertNotEquals(written(7), written(8));
    }

    @Test
    void everyFiftiethLineRepeatsOneOtherAndTheHeaderCountsTheRest() throws IOException {
        List<String> lines = written(7);
        assertEquals("# Nodes: 1250 Edges: 19600", lines.get(1));
        Map<Long, Long> tiesByLines = counted(ties(lines), Function.identity()).values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(Map.of(1L, 19_200L, 2L, 400L), tiesByLines);
        assertEquals(19_600, new MadeUpTies(LINES, 7).distinct());
    }

    @Test
    void aTwentiethOfAllTiesLeadsToOneAccountAndNobodyFollowsThemselves() throws IOException {
        List<String> distinct = ties(written(7)).stream().distinct().toList();
        Map<String, Long> followers = counted(distinct, tie -> tie.split("\t")[1]);
        List<Long> most =
                followers.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();
        assertEquals(980, most.get(0));
        assertTrue(most.get(1) < 980, "the second has " + most.get(1));
        assertTrue(most.get(625) < 16, "half of the accounts have fewer than the mean, not " + most.get(625));
        assertEquals(
                List.of(),
                distinct.stream()
                        .filter(tie -> tie.split("\t")[0].equals(tie.split("\t")[1]))
                        .toList());
    }

    @Test
    void linesAreInNoOrderAndIdsAreSpread() throws IOException {
        List<String> ties = ties(written(7));
        long rising = 0;
        for (int line = 1; line < ties.size(); line++) {
            rising += followee(ties.get(line)) > followee(ties.get(line - 1)) ? 1 : 0;
        }
        assertTrue(Math.abs(rising - LINES / 2) < LINES / 50, rising + " of " + LINES + " lines rise");
        long highest = ties.stream().mapToLong(MadeUpTiesTest::followee).max().orElse(0);
        assertTrue(highest > 990_000_000 && highest <= 1_000_000_000, "highest id " + highest);
    }

    private List<String> written(long seed) throws IOException {
        Path file = folder.resolve("ties.txt");
        new MadeUpTies(LINES, seed).write(file);
        return Files.readAllLines(file);
    }

    private static List<String> ties(List<String> lines) {
        return lines.subList(MadeUpTies.HEADER_LINES, lines.size());
    }

    private static long followee(String tie) {
        return Long.parseLong(tie.split("\t")[1]);
    }

    private static <K> Map<K, Long> counted(List<String> ties, Function<String, K> by) {
        return ties.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
