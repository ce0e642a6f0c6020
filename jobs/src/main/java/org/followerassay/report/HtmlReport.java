package org.followerassay.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
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
            return folder.replace(files(tables, manifest, request), manifest, request);
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    /** The files of a report by their path in its folder; the manifest is not among them. */
    static Map<String, byte[]> files(Inputs tables, Manifest manifest, ReportRequest request) {
        Selection selection = Selection.of(tables, request);
        SmallGroups groups = new SmallGroups(request.minGroup());
        ComparisonTables comparison = new ComparisonTables(selection, groups);
        AllTables all = AllTables.read(tables, manifest, selection, groups, comparison);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Page page = page(tables, manifest, selection, groups, comparison, all);
        files.put(ReportFolder.HTML, html(page).getBytes(StandardCharsets.UTF_8));
        for (ShownTable table : all.filled()) {
            files.put("tables/" + table.name() + ".csv", CsvTwin.of(table));
            files.put("tables/" + table.name() + ".parquet", ParquetTwin.of(table));
        }
        return files;
    }

    private static Page page(
            Inputs tables,
            Manifest manifest,
            Selection selection,
            SmallGroups groups,
            ComparisonTables comparison,
            AllTables all) {
        Map<Long, Fingerprints.Plot> plots = new Fingerprints(selection, groups).plots();
        Industry industry = new Industry(selection, groups);
        List<Industry.Point> points = industry.points();
        return new Page(
                new Summary(selection, comparison, groups).text(),
                all,
                selection.accounts().stream()
                        .map(account -> AccountPage.of(account, all, plots.containsKey(account.account())))
                        .toList(),
                industry.overview(),
                points.size(),
                points.size() > 1,
                new Limits(selection, groups).placeboRemarks(),
                new RunFacts(tables, manifest).files(),
                groups.smallest(),
                manifest.versions().getOrDefault("follower-assay", "unknown"),
                PageAssets.load(),
                ChartData.json(selection, all, plots, points, groups));
    }

    static String html(Page page) {
        StringOutput html = new StringOutput(4 << 20);
        TEMPLATES.render("report.jte", page, html);
        return html.toString();
    }

    private HtmlReport() {}
}
