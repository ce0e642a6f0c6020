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
    void onlyGraphKnowsGraphXAndScala() throws IOException {
        assertNowhere("^import (static )?(org\\.apache\\.spark\\.graphx|scala)\\.", Set.of("graph"));
    }

    @Test
    void noJobExitsPrintsStackTracesOrHidesDamage() throws IOException {
        assertNowhere("System\\.exit\\(0\\)|printStackTrace|\\.master\\(\"", Set.of());
        assertNowhere("System\\.exit", Set.of("cli"));
        assertNowhere("ignoreCorruptFiles\", \"true|ignoreMissingFiles\", \"true", Set.of());
        assertNowhere("collect_list|collect_set|groupByKey\\(", Set.of());
        assertNowhere("import .*functions\\.\\*|functions\\.(rand|randn)\\b", Set.of());
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String name : MAY_KNOW.keySet()) {
            String info = Files.readString(SOURCES.resolve(name).resolve("package-info.java"));
            assertTrue(info.contains("/**"), name + "/package-info.java says nothing");
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
