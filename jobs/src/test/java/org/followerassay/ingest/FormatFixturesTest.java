package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every invented export under {@code datasets/fixtures/FORMAT/CASE} is recognised by its format and by none tried before,
 * and read as {@code datasets/expected/FORMAT/CASE.txt} says. Run with {@code -Dexpected=write} to see what is read now;
 * look at each line before it is committed.
 */
class FormatFixturesTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures");
    private static final Path EXPECTED = Path.of("../datasets/expected");

    /** All but those of the general forms, which need a warehouse to be read. */
    static List<String> cases() throws IOException {
        List<String> names = Formats.ALL.stream().map(ExportFormat::name).toList();
        try (Stream<Path> paths = Files.walk(FIXTURES, 2)) {
            return paths.filter(path -> path.getNameCount() == FIXTURES.getNameCount() + 2)
                    .filter(path ->
                            names.contains(path.getParent().getFileName().toString()))
                    .map(path -> FIXTURES.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsExpected(String fixture) throws IOException {
        Path path = FIXTURES.resolve(fixture);
        String wanted = Path.of(fixture).getParent().toString();
        ExportFormat first = Formats.ALL.stream()
                .filter(format -> Staged.recognise(format, path, Staged.asked()).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no format recognises " + fixture));
        assertEquals(wanted, first.name());

        String report = Staged.of(first, path).report();
        Path expected = EXPECTED.resolve(fixture + ".txt");
        if ("write".equals(System.getProperty("expected"))) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, report);
        }
        assertTrue(Files.exists(expected), expected + " is missing; this was read:\n" + report);
        assertEquals(Files.readString(expected), report);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void saysWhatItIs(ExportFormat format) throws IOException {
        assertTrue(format.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), format.name());
        for (String words : List.of(format.about(), format.direction(), format.limits())) {
            assertTrue(words.length() > 10 && !words.endsWith("."), format.name() + ": " + words);
        }
        assertTrue(format.tiers().matches("[EOTPI]( [EOTPI])*"), format.tiers());
        assertTrue(cases().stream().anyMatch(fixture -> fixture.startsWith(format.name() + "/")), "has no fixture");
    }

    /** All but tables that only Spark can read, and the general form, whose fixtures are files of their own. */
    static List<ExportFormat> formats() {
        return Formats.ALL.stream()
                .filter(format ->
                        !List.of("parquet", "delta", "iceberg", "columns").contains(format.name()))
                .toList();
    }
}
