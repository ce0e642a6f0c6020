package org.followerassay.report;

import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms of a report beside its page; that they hold the same figures is for {@link EveryFigureTest}. */
@ExtendWith(SparkTest.class)
class TwinsTest {
    private static final List<Long> COMPARED = List.of(100L, 200L, 300L, 400L, 500L);

    @Test
    void theJsonIsAsItsSchemaSays(Drawings draw) throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("../docs", JsonTwin.SCHEMA).toFile());
        Map<String, byte[]> files = HtmlReport.files(
                new Example(draw, 9_000).tables(),
                Example.manifest(),
                new ReportRequest(List.of(100L), 1, "x", 10, ReportRequest.Form.CARD));

        JsonNode json = new ObjectMapper().readTree(files.get("report.json"));

        assertEquals(List.of(), new SchemaCheck(schema).of(json));
        ((com.fasterxml.jackson.databind.node.ObjectNode) json)
                .put("min_group", "ten")
                .remove("tables");
        assertEquals(List.of("/min_group is no integer", "/ lacks tables"), new SchemaCheck(schema).of(json));
    }

    @Test
    void hostileNamesAreHarmlessInEveryForm(Drawings draw) {
        Example example = new Example(draw, 9_000);
        TestInputs tables = example.tables();
        tables.with(
                IDENTITIES,
                example.identities(
                        "<script>alert(1)</script>[x](javascript:1)|", "\u202E=cmd" + "\uD83D\uDE00".repeat(300)));
        ReportRequest request = new ReportRequest(COMPARED, 1, "x", 10, ReportRequest.Form.COMPARISON);

        Map<String, byte[]> files = HtmlReport.files(tables, Example.manifest(), request);

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            boolean markup =
                    file.getKey().equals("report.html") || file.getKey().equals("summary.md");
            assertFalse(text.contains("\u202E"), file.getKey());
            assertFalse(text.contains("\uD83D\uDE00".repeat(61)), file.getKey());
            assertFalse(markup && text.contains("<script>alert"), file.getKey());
            assertFalse(file.getKey().endsWith(".csv")
                    && Pattern.compile("(?m)(^|,)\"?[=+@]").matcher(text).find());
        }
        String summary = new String(files.get("summary.md"), StandardCharsets.UTF_8);
        assertTrue(summary.contains("| &lt;script&gt;alert(1)&lt;/script&gt;\\[x\\](javascript:1)\\| |"), summary);
        String terminal = ComparisonText.of(tables, Example.manifest(), request);
        assertFalse(terminal.contains("\u202E") || terminal.contains("\u001B"), terminal);
        assertTrue(terminal.contains("Shared followers"), terminal);
    }

    @Test
    void theSummaryIsPlainMarkdown(Drawings draw) {
        Map<String, byte[]> files = HtmlReport.files(
                new Example(draw, 9_000).tables(),
                Example.manifest(),
                new ReportRequest(COMPARED, 1, "x", 10, ReportRequest.Form.COMPARISON));

        String text = new String(files.get("summary.md"), StandardCharsets.UTF_8);

        assertTrue(text.startsWith("# The audiences of 5 accounts, compared\n"), text);
        assertTrue(text.contains("| ann\\_example | "), text);
        assertFalse(Pattern.compile("(?m)^\\| [^|]*$").matcher(text).find(), text);
    }
}
