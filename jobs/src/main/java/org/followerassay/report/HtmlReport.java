package org.followerassay.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Manifest;

/**
 * The report of some accounts: one page, the twins of its tables, and a manifest.
 *
 * <p>The same published state and request give the same bytes. Everything is made in memory before the folder is touched;
 * what is collected is bounded by the number of accounts, never by the size of an audience.
 */
public final class HtmlReport {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    /**
     * Writes the report into the request's folder, in place of an earlier one.
     *
     * @throws org.followerassay.flow.AssayException if an account is unknown, or the folder holds something else
     */
    public static ReportFiles write(SparkSession session, Inputs tables, Manifest manifest, ReportRequest request) {
        try (ReportFolder folder =
                ReportFolder.at(request.out(), session.sparkContext().hadoopConfiguration())) {
            session.sparkContext().setJobGroup("report", Messages.of("job"), false);
            folder.refuseForeign();
            return folder.replace(files(tables, manifest, request), manifest, request.stated());
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    /** The files of a report by their path in its folder; the manifest is not among them. */
    static Map<String, byte[]> files(Inputs tables, Manifest manifest, ReportRequest request) {
        Selection selection = Selection.of(tables, request);
        SmallGroups groups = new SmallGroups(request.minGroup());
        ComparisonTables comparison = new ComparisonTables(selection, groups);
        AllTables all = AllTables.read(selection, manifest, request);
        ShownTable statements = Statements.table(selection, all);
        ReportHead head = new ReportHead(
                request.form().name().toLowerCase(Locale.ROOT),
                title(selection, request),
                new Summary(selection, comparison, groups).sentences(),
                groups.smallest(),
                manifest);
        List<ShownTable> shown = new ArrayList<>(List.of(statements));
        shown.addAll(all.filled());
        Map<Long, Fingerprints.Plot> plots = new Fingerprints(selection, groups).plots();
        if (request.form() == ReportRequest.Form.CARD && !plots.isEmpty()) {
            shown.add(new FingerprintCells(selection, groups, plots).table());
        }
        List<AccountPage> accounts = selection.accounts().stream()
                .map(account -> AccountPage.of(account, all, statements, plots.containsKey(account.account())))
                .toList();
        Page page = new Page(
                head,
                request.form(),
                all,
                accounts,
                new Limits(selection, groups).placeboRemarks(),
                new RunFacts(tables, manifest).files(),
                PageAssets.load(),
                ChartData.json(selection, all, plots, List.of(), groups));
        return forms(head, shown, html(template(request), page));
    }

    /** The page, the Markdown summary, and the twins of the tables. */
    static Map<String, byte[]> forms(ReportHead head, List<ShownTable> tables, String html) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ReportFolder.HTML, html.getBytes(StandardCharsets.UTF_8));
        files.put(ReportFolder.MARKDOWN, MarkdownSummary.of(head, tables));
        files.put(ReportFolder.JSON, JsonTwin.of(head, tables));
        for (ShownTable table : tables) {
            files.put("tables/" + table.name() + ".csv", CsvTwin.of(table));
            files.put("tables/" + table.name() + ".parquet", ParquetTwin.of(table));
        }
        return files;
    }

    private static String title(Selection selection, ReportRequest request) {
        String label = selection.accounts().get(0).label();
        if (request.form() == ReportRequest.Form.CARD) {
            return Messages.of("title.card", label);
        }
        return selection.accounts().size() == 1
                ? Messages.of("title.one", label)
                : Messages.of("title.many", selection.accounts().size());
    }

    private static String template(ReportRequest request) {
        return request.form() == ReportRequest.Form.CARD ? "card.jte" : "report.jte";
    }

    static String html(String template, Object page) {
        StringOutput html = new StringOutput(4 << 20);
        TEMPLATES.render(template, page, html);
        return html.toString();
    }

    private HtmlReport() {}
}
