package org.followerassay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.flow.Derivation;
import org.followerassay.ingest.FormatFamily;
import org.followerassay.ingest.Ingest;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Measured;
import org.followerassay.signature.evidence.Signature;
import org.followerassay.table.IngestTables;
import org.junit.jupiter.api.Test;

/** A feature that nobody can find is a defect. */
class DocumentationTest {
    private static final Path README = Path.of("../README.md");
    private static final Path DATASETS = Path.of("../datasets/README.md");
    private static final Path ARCHITECTURE = Path.of("README.md");

    private static final List<Signature> SIGNATURES = SignatureSteps.signatures(SignatureOptions.defaults());

    @Test
    void everySignatureExplainsItselfInFull() {
        for (Signature signature : SIGNATURES) {
            About about = signature.about();
            for (String text :
                    List.of(about.question(), about.mechanism(), about.trace(), about.lookAlike(), about.limits())) {
                assertTrue(text.length() > 40 && text.matches("(?s).*[.?]"), signature.signature() + ": " + text);
            }
            assertTrue(about.source().matches(".*[12][0-9]{3}.*"), "a paper and its year: " + about.source());
            assertTrue(about.needs().matches("[EOTPI]( [EOTPI])*"), about.needs());
        }
    }

    @Test
    void everySignatureIsInTheReadmeAndHasALabelInTheReport() throws IOException {
        String readme = Files.readString(README);
        Properties texts = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src/main/resources/org/followerassay/report/messages.properties"))) {
            texts.load(in);
        }
        for (Signature signature : SIGNATURES) {
            String link = "| [" + signature.signature() + "](docs/signatures/" + slug(signature) + ".md) |";
            assertTrue(readme.contains(link), "the table of signatures in README.md has no row with " + link);
            assertFalse(texts.getProperty("signature." + signature.signature().replace(' ', '_'), "")
                    .isEmpty());
        }
    }

    @Test
    void everySignatureHasAPageWithItsFormulas() throws IOException {
        for (Signature signature : SIGNATURES) {
            Path page = Path.of("../docs/signatures/" + slug(signature) + ".md");
            assertTrue(Files.isRegularFile(page), page + " is missing");
            assertTrue(Files.readString(page).contains("\n## How it is computed\n"), page.toString());
            assertGenerated(page, "about", about(signature));
            assertGenerated(page, "thresholds", thresholds(signature.options()));
        }
    }

    private static String slug(Signature signature) {
        return signature.signature().replace(' ', '-');
    }

    private static String about(Signature signature) {
        About about = signature.about();
        StringBuilder table = new StringBuilder("**" + about.question() + "**\n\n| | |\n|---|---|\n");
        table.append(cells("what a seller does", about.mechanism()))
                .append(cells("the trace", about.trace()))
                .append(cells("what looks the same and is innocent", about.lookAlike()))
                .append(cells("limits", about.limits()))
                .append(cells("cost", about.cost()))
                .append(cells("needs (input tiers)", about.needs()))
                .append(cells("kind of evidence", signature.family().word()))
                .append(cells("after", about.source()));
        Measured.of(signature.signature())
                .ifPresent(measured -> table.append(cells("measured at each build", inWords(measured))));
        return table.toString();
    }

    private static String inWords(Measured measured) {
        return Double.isNaN(measured.precision())
                ? "finds none of what is planted there: " + measured.cell()
                : String.format(
                        Locale.ROOT,
                        "precision %.3f, recall %.3f of the bought ties there: %s",
                        measured.precision(),
                        measured.recall(),
                        measured.cell());
    }

    /** The options of a signature with their defaults, and the words of their Javadoc. */
    private static String thresholds(Record options) throws IOException {
        return cells("threshold", "default", "meaning") + "|---|---|---|\n" + rows(options);
    }

    private static String rows(Record options) throws IOException {
        Map<String, String> words = parameters(options.getClass());
        StringBuilder table = new StringBuilder();
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(options);
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
            if (value instanceof Record further) {
                table.append(rows(further));
            } else {
                String meaning = words.getOrDefault(component.getName(), "");
                assertFalse(
                        meaning.isEmpty(), options.getClass() + " does not say what " + component.getName() + " is");
                table.append(cells("`" + component.getName() + "`", String.valueOf(value), meaning));
            }
        }
        return table.toString();
    }

    private static Map<String, String> parameters(Class<?> options) throws IOException {
        Path source = Path.of("src/main/java/" + options.getName().replace('.', '/') + ".java");
        String comment = Files.readString(source).replaceAll("(?s)^.*?/\\*\\*(.*?)\\*/.*$", "$1");
        Map<String, String> words = new HashMap<>();
        for (String parameter : comment.split("@param ")) {
            String[] parts =
                    parameter.replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip().split(" ", 2);
            if (parts.length == 2) {
                words.put(parts[0], parts[1].replaceAll("\\{@\\w+ #?([^}]*)}", "$1"));
            }
        }
        return words;
    }

    @Test
    void theReadmeListsTheFormatsAsTheProgramDoes() throws IOException {
        StringBuilder tables = new StringBuilder();
        for (FormatFamily family : Ingest.families()) {
            tables.append(tables.isEmpty() ? "" : "\n")
                    .append(cells(family.name(), "what it is", "tiers", "direction"));
            tables.append("|---|---|---|---|\n");
            for (ExportFormat format : family.formats()) {
                tables.append(cells("`" + format.name() + "`", format.about(), format.tiers(), format.direction()));
            }
        }
        assertGenerated(README, "formats", tables.toString());
    }

    @Test
    void everyFormatThatIsTriedIsInOneFamily() {
        assertEquals(
                names(Ingest.formats()),
                names(Ingest.families().stream()
                        .flatMap(family -> family.formats().stream())
                        .toList()));
    }

    @Test
    void theReadmeOfTheDatasetsSaysWhereEveryFormatComesFrom() throws IOException {
        String text = Files.readString(DATASETS);
        for (ExportFormat format : Ingest.formats()) {
            String name = Pattern.quote("`" + format.name() + "`");
            assertTrue(
                    Pattern.compile(
                                    "^\\| " + name + " .*`scripts/assay (--packages \\S+ )?ingest .*\\|$",
                                    Pattern.MULTILINE)
                            .matcher(text)
                            .find(),
                    "no row with a command for " + format.name());
        }
    }

    @Test
    void theReadmeOfTheDatasetsListsTheReasonsForRejects() throws IOException {
        StringBuilder table = new StringBuilder(cells("reason", "meaning")).append("|---|---|\n");
        for (RejectReason reason : RejectReason.values()) {
            table.append(cells("`" + reason.code() + "`", reason.about()));
        }
        assertGenerated(DATASETS, "reject-reasons", table.toString());
    }

    @Test
    void theArchitecturePageListsTheTablesThatExportsAreReadInto() throws IOException {
        StringBuilder table = new StringBuilder(cells("table", "one row per")).append("|---|---|\n");
        IngestTables.ALL.forEach(one -> table.append(cells("`" + one.name() + "`", one.oneRowPer())));
        assertGenerated(ARCHITECTURE, "ingest-tables", table.toString());
    }

    @Test
    void everyStepHasANameInWordsAndAnOutput() {
        List<Derivation> steps = new ArrayList<>(SignatureSteps.steps(SignatureOptions.defaults()));
        steps.addAll(ChurnSteps.steps(ChurnOptions.defaults()));
        assertEquals(
                List.of(),
                steps.stream()
                        .map(Derivation::name)
                        .filter(name -> !name.matches("[a-z][a-z -]+"))
                        .toList());
    }

    private static List<String> names(List<ExportFormat> formats) {
        return formats.stream().map(ExportFormat::name).sorted().toList();
    }

    private static String cells(String... texts) {
        return Stream.of(texts).map(text -> text.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What stands between two markers of a document; run with {@code -Dexpected=write} to put it there. */
    private static void assertGenerated(Path document, String name, String expected) throws IOException {
        String begin = "<!-- " + name + ": written by DocumentationTest -->\n";
        String end = "<!-- /" + name + " -->";
        String text = Files.readString(document);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertTrue(from >= begin.length() && from <= to, document + " has no place for " + begin);
        if ("write".equals(System.getProperty("expected"))) {
            text = text.substring(0, from) + expected + text.substring(to);
            Files.writeString(document, text);
            to = text.indexOf(end);
        }
        String actual = text.substring(from, to);
        String remedy = document + " is out of date: run with -Dexpected=write";
        assertEquals(linesOnlyIn(expected, actual), linesOnlyIn(actual, expected), remedy);
        assertEquals(expected, actual, remedy);
    }

    private static String linesOnlyIn(String text, String other) {
        List<String> others = other.lines().toList();
        return text.lines().filter(line -> !others.contains(line)).collect(Collectors.joining("\n"));
    }
}
