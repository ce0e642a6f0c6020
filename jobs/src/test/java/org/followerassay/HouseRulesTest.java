package org.followerassay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.table.Field;
import org.followerassay.table.Table;
import org.followerassay.table.Tables;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other, and what no job may do; kept by scanning the sources. */
class HouseRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/followerassay");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?org\\.followerassay\\.([a-z]+)\\.", Pattern.MULTILINE);

    /** cli → report, evaluate → ingest, signature, churn, rank → graph → flow → table. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "table", Set.of(),
            "flow", Set.of("table"),
            "graph", Set.of("flow", "table"),
            "ingest", Set.of("graph", "flow", "table"),
            "signature", Set.of("graph", "flow", "table"),
            "churn", Set.of("graph", "flow", "table"),
            "rank", Set.of("graph", "flow", "table"),
            "report", Set.of("ingest", "signature", "churn", "rank", "graph", "flow", "table"),
            "evaluate", Set.of("ingest", "signature", "churn", "rank", "graph", "flow", "table"),
            "cli", Set.of("report", "evaluate", "ingest", "signature", "churn", "rank", "graph", "flow", "table"));

    private static final Path INGEST = SOURCES.resolve("ingest");
    private static final Pattern BELOW_INGEST =
            Pattern.compile("\\borg\\.followerassay\\.ingest\\.([a-z]+\\.|[A-Z])", Pattern.MULTILINE);

    /** ingest → columns, takeout, series, research, edges, stage → format; the formats don't know each other. */
    private static final Map<String, Set<String>> MAY_KNOW_BELOW_INGEST = Map.of(
            "format", Set.of(),
            "stage", Set.of("format"),
            "columns", Set.of("format"),
            "takeout", Set.of("format"),
            "series", Set.of("format"),
            "research", Set.of("format"),
            "edges", Set.of("format"));

    @Test
    void packagesKnowOnlyThoseBelowThem() throws IOException {
        List<String> upward = new ArrayList<>();
        for (Path file : sources()) {
            String own = SOURCES.relativize(file).getName(0).toString();
            Matcher imports = IMPORT.matcher(Files.readString(file));
            while (imports.find()) {
                String other = imports.group(1);
                if (!other.equals(own) && !MAY_KNOW.getOrDefault(own, Set.of()).contains(other)) {
                    upward.add(SOURCES.relativize(file) + " imports " + other);
                }
            }
        }
        assertEquals(List.of(), upward, "see the order of packages in jobs/README.md");
    }

    @Test
    void formatsKnowWhatTheyShareAndNotEachOther() throws IOException {
        List<String> astray = new ArrayList<>();
        for (String own : MAY_KNOW_BELOW_INGEST.keySet()) {
            for (Path file : sources()) {
                if (file.startsWith(INGEST.resolve(own))) {
                    Matcher mentions = BELOW_INGEST.matcher(Files.readString(file));
                    while (mentions.find()) {
                        String other = mentions.group(1).replace(".", "");
                        if (!other.equals(own)
                                && !MAY_KNOW_BELOW_INGEST.get(own).contains(other)) {
                            astray.add(INGEST.relativize(file) + " knows ingest." + other);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), astray, "see the part on ingest in jobs/README.md");
    }

    @Test
    void noPackageBelowIngestIsWithoutARule() throws IOException {
        try (Stream<Path> below = Files.list(INGEST)) {
            assertEquals(
                    MAY_KNOW_BELOW_INGEST.keySet(),
                    below.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void onlyGraphKnowsGraphXAndScala() throws IOException {
        assertNowhere("^import (static )?(org\\.apache\\.spark\\.graphx|scala)\\.(?!Tuple2;)", Set.of("graph"));
    }

    @Test
    void noJobExitsPrintsStackTracesOrHidesDamage() throws IOException {
        assertNowhere("System\\.exit\\(0\\)|printStackTrace|\\.master\\(\"", Set.of());
        assertNowhere("System\\.exit", Set.of("cli"));
        assertNowhere("ignoreCorruptFiles\", \"true|ignoreMissingFiles\", \"true", Set.of());
        assertNowhere("collect_list|collect_set|groupByKey\\(", Set.of());
        assertNowhere("import .*functions\\.\\*|functions\\.(rand|randn)\\b", Set.of());
    }

    /** In some locales "%08d" gives digits of another script, and a file of that name is never found again. */
    @Test
    void numbersAreWrittenAlikeInEveryLocale() throws IOException {
        assertNowhere("String\\.format\\(\\s*\"|%[0-9,.]*[df][^\\n]*\"\\s*\\.formatted\\(", Set.of());
        assertNowhere("to(Lower|Upper)Case\\(\\)", Set.of());
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<Path> packages = new ArrayList<>();
        MAY_KNOW.keySet().forEach(name -> packages.add(SOURCES.resolve(name)));
        MAY_KNOW_BELOW_INGEST.keySet().forEach(name -> packages.add(INGEST.resolve(name)));
        for (Path folder : packages) {
            String info = Files.readString(folder.resolve("package-info.java"));
            assertTrue(info.contains("/**"), folder + "/package-info.java says nothing");
        }
    }

    @Test
    void aColumnNameMeansOneTypeEverywhere() {
        Map<String, String> types = new TreeMap<>();
        List<String> clashes = new ArrayList<>();
        for (Table table : Tables.ALL) {
            for (Field field : table.fields()) {
                String type = field.type().simpleString();
                String known = types.putIfAbsent(field.name(), type);
                if (known != null && !known.equals(type)) {
                    clashes.add(table.name() + "." + field.name() + " is " + type + ", elsewhere " + known);
                }
            }
        }
        assertEquals(List.of(), clashes);
    }

    private static void assertNowhere(String pattern, Set<String> exceptIn) throws IOException {
        Pattern banned = Pattern.compile(pattern, Pattern.MULTILINE);
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String own = SOURCES.relativize(file).getName(0).toString();
            Matcher matcher = banned.matcher(Files.readString(file));
            if (!exceptIn.contains(own) && matcher.find()) {
                found.add(SOURCES.relativize(file) + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
