package org.followerassay.ingest.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code scripts/fuzz}: a few hundred changed files a family, and every input that once did harm. */
class FuzzTest {
    private static final long SEED = 20_261_123;
    private static final int INPUTS = 200;
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    @TempDir
    Path folder;

    static List<String> families() {
        return Seed.FAMILIES;
    }

    static List<Path> found() throws IOException {
        try (Stream<Path> paths = Files.walk(FOUND)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("families")
    void changedFilesBreakNoRule(String family) throws IOException {
        List<Seed> seeds = Seed.ofFamily(family);
        Random random = new Random(SEED);
        Trial trial = new Trial(folder);
        for (int i = 0; i < INPUTS && !seeds.isEmpty(); i++) {
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            Seed other = seeds.get(random.nextInt(seeds.size()));
            byte[] content =
                    i < seeds.size() ? seeds.get(i).content() : Mutations.of(seed.content(), other.content(), random);
            byte[] input = new Seed(i < seeds.size() ? seeds.get(i).path() : seed.path(), content).bytes();
            tryOne(trial, input, "input " + i + " of " + family);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    void whatOnceDidHarmDoesNoMore(Path input) throws IOException {
        tryOne(new Trial(folder), Files.readAllBytes(input), input.toString());
    }

    @Test
    void everyFixtureIsASeedAndReadAsAnExport() throws IOException {
        Trial trial = new Trial(folder);
        int exports = 0;
        for (Seed seed : Seed.ofFamily("zip")) {
            String said = trial.of(seed.bytes());
            assertFalse(said.isEmpty(), seed.path() + " was not recognised");
            exports++;
        }
        assertTrue(exports > 3, "too few fixtures: " + exports);
    }

    private static void tryOne(Trial trial, byte[] input, String name) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    try {
                        trial.of(input);
                    } catch (RuntimeException | Error broken) {
                        fail(name + " broke a rule: " + broken, broken);
                    }
                },
                name);
    }
}
