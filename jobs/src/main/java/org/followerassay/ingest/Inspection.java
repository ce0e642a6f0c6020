package org.followerassay.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Ids;

/** Looks at the beginning of a file and decides how it is to be read. */
final class Inspection {
    private static final Pattern EDGE = Pattern.compile("\\s*[0-9]+[\\s,]+[0-9]+([\\s,]+-?[0-9.]+){0,2}\\s*");
    private static final Pattern NODES = Pattern.compile("(?i)nodes:?\\s*([0-9][0-9,]*)");
    private static final Pattern EDGES = Pattern.compile("(?i)edges:?\\s*([0-9][0-9,]*)");

    private final SparkSession session;
    private final Configuration hadoop;
    private final IngestOptions options;
    private final Ids ids;

    Inspection(SparkSession session, IngestOptions options, Ids ids) {
        this.session = session;
        this.hadoop = session.sparkContext().hadoopConfiguration();
        this.options = options;
        this.ids = ids;
    }

    Reading of(FoundInput input) {
        Optional<ExportFormat> asked = options.format().map(ExportFormat::named);
        if (input.isFolder()) {
            refuseUnless(asked, ExportFormat.X_ARCHIVE, input.name(), "an X archive");
            return ArchiveReading.of(ArchiveIndex.ofFolder(input, hadoop), options, ids);
        }
        InputFile file = input.file();
        InputFile.Head head = file.head(hadoop);
        if (head.zip()) {
            refuseUnless(asked, ExportFormat.X_ARCHIVE, file.name(), "a zip");
            return ArchiveReading.of(ArchiveIndex.ofZip(file, hadoop), options, ids);
        }
        if (head.parquet()) {
            refuseUnless(asked, ExportFormat.COLUMNS, file.name(), "a Parquet file");
            return parquet(file);
        }
        if (looksLikeEdges(head.lines())
                || (asked.equals(Optional.of(ExportFormat.EDGELIST)) && twoNames(head.lines()))) {
            refuseUnless(asked, ExportFormat.EDGELIST, file.name(), "a list of pairs without a header");
            return edgeList(file, head);
        }
        refuseUnless(asked, ExportFormat.COLUMNS, file.name(), "a text with a header");
        return columns(file, head);
    }

    private static void refuseUnless(Optional<ExportFormat> asked, ExportFormat fits, String name, String seen) {
        asked.filter(format -> !format.equals(fits)).ifPresent(format -> {
            throw AssayException.badInput(name + " is " + seen + ", which --format " + format.name()
                    + " does not read: leave --format out, or see 'assay ingest --formats'");
        });
    }

    /** True for pairs of names; only asked where the user says that there is no header. */
    private boolean twoNames(List<String> lines) {
        List<String> cells = lines.stream()
                .filter(line -> !line.isBlank() && !isComment(line))
                .findFirst()
                .map(new CellSplitter(' ')::cells)
                .orElse(List.of());
        return cells.size() == 2 && Headers.layout(cells, ' ', options, false).isEmpty();
    }

    private static boolean looksLikeEdges(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !isComment(line))
                .findFirst()
                .map(line -> EDGE.matcher(line).matches())
                .orElse(lines.stream().anyMatch(Inspection::isComment));
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("%");
    }

    private Reading edgeList(InputFile file, InputFile.Head head) {
        List<String> comments =
                head.lines().stream().takeWhile(Inspection::isComment).toList();
        String header = String.join(" ", comments).toLowerCase(Locale.ROOT);
        boolean konect = header.startsWith("%");
        boolean undirected = header.contains("undirected") || header.startsWith("% sym");
        Layout layout = Layout.edges(undirected ? Shape.PAIRS : Shape.TIES, konect);
        Layout directed = options.reversed() ? layout.swapped() : layout;
        Statements statements = Statements.graph(stated(EDGES, header), stated(NODES, header), notes(file, head));
        return text(file, head, ExportFormat.EDGELIST, directed, 0, Optional.empty(), statements);
    }

    private static Optional<Long> stated(Pattern what, String header) {
        Matcher number = what.matcher(header);
        return number.find() ? Optional.of(Long.parseLong(number.group(1).replace(",", ""))) : Optional.empty();
    }

    private Reading columns(InputFile file, InputFile.Head head) {
        int headerLine = 0;
        while (headerLine < head.lines().size() && head.lines().get(headerLine).isBlank()) {
            headerLine++;
        }
        if (headerLine == head.lines().size()) {
            throw AssayException.badInput(file.name() + " holds blank lines only: export it again, or leave it out");
        }
        String header = head.lines().get(headerLine);
        CellSplitter splitter = CellSplitter.of(header);
        List<String> headers = splitter.cells(header);
        if (headers == null) {
            throw AssayException.badInput(
                    file.name() + ": the header has a quote that stays open: mend the first line");
        }
        Layout layout = layout(file, headers, splitter.separator());
        Statements statements = Statements.graph(Optional.empty(), Optional.empty(), notes(file, head));
        return text(file, head, ExportFormat.COLUMNS, layout, headerLine + 1L, owner(file, layout), statements);
    }

    private Reading parquet(InputFile file) {
        Layout layout = layout(file, ParquetReading.columns(session, file), ',');
        Source source = Source.of(file, ExportFormat.COLUMNS, options, hadoop);
        return new ParquetReading(source, file, layout, owner(file, layout), ids);
    }

    private Layout layout(InputFile file, List<String> headers, char separator) {
        boolean directionKnown = ListOwner.direction(file.fileName(), options).isPresent();
        return Headers.layout(headers, separator, options, directionKnown)
                .orElseThrow(() -> Headers.unknown(file.name(), headers));
    }

    private Optional<ListOwner> owner(InputFile file, Layout layout) {
        return layout.shape() == Shape.LIST
                ? Optional.of(ListOwner.of(file.name(), file.fileName(), options, ids))
                : Optional.empty();
    }

    private List<String> notes(InputFile file, InputFile.Head head) {
        if (!TextReading.endsOpen(file, head.compression(), hadoop)) {
            return List.of();
        }
        String note = "its last line has no line end: check that the file was not cut short";
        if (options.strict()) {
            throw AssayException.badInput(file.name() + ": " + note + ", or leave --strict out");
        }
        return List.of(note);
    }

    private Reading text(
            InputFile file,
            InputFile.Head head,
            ExportFormat format,
            Layout layout,
            long headerLine,
            Optional<ListOwner> owner,
            Statements statements) {
        return new TextReading(
                Source.of(file, format, options, hadoop),
                file,
                head.compression(),
                layout,
                headerLine,
                owner,
                firstTie(head, layout, headerLine),
                statements,
                ids);
    }

    /** How the first tie is understood, in words; a person sees at once if the direction is wrong. */
    private Optional<String> firstTie(InputFile.Head head, Layout layout, long headerLine) {
        if (layout.shape() != Shape.TIES && layout.shape() != Shape.PAIRS) {
            return Optional.empty();
        }
        RowParser parser = new RowParser(layout, ids, new StagedRows(layout, ids.hidesNumbers()), null);
        for (int i = (int) headerLine; i < head.lines().size(); i++) {
            Row row = parser.parse(0, i + 1L, head.lines().get(i));
            if (row.getString(2).equals(StagedRows.ROW)) {
                String verb = layout.shape() == Shape.PAIRS ? " and " : " follows ";
                return Optional.of(shown(row, "follower", layout)
                        + verb
                        + shown(row, "followee", layout)
                        + (layout.shape() == Shape.PAIRS ? " follow each other" : ""));
            }
        }
        return Optional.empty();
    }

    private String shown(Row row, String account, Layout layout) {
        StagedRows columns = new StagedRows(layout, false);
        Object text = row.get(columns.index(StagedRows.textOf(account)));
        return String.valueOf(text == null || ids.hidesNumbers() ? row.get(columns.index(account)) : text);
    }
}
