package org.followerassay.ingest.columns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/** A text with a header line, by whatever program: what it is follows from the names of its columns. Tried last. */
public final class ColumnsFormat implements ExportFormat {
    @Override
    public String name() {
        return "columns";
    }

    @Override
    public String about() {
        return "a table with a header line (CSV or TSV; plain, .gz, .bz2 or .zst): ties, lists, accounts, changes,"
                + " interactions or coverage, told apart by the names of the columns";
    }

    @Override
    public String tiers() {
        return "E O T P I";
    }

    @Override
    public String direction() {
        return "by the names of the columns; source follows target; --reversed turns it";
    }

    @Override
    public String limits() {
        return "a quoted cell ends on its line; other names of columns need --columns";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) throws IOException {
        if (!place.isFile() || SparkTable.isParquet(place.file())) {
            return Optional.empty();
        }
        Entry file = place.file();
        List<String> lines = file.lines();
        int headerLine = 0;
        while (headerLine < lines.size() && lines.get(headerLine).isBlank()) {
            headerLine++;
        }
        if (headerLine == lines.size()) {
            throw AssayException.badInput(file.shown() + " holds blank lines only: export it again, or leave it out");
        }
        String header = lines.get(headerLine);
        CellSplitter splitter = CellSplitter.of(header);
        List<String> headers = splitter.cells(header);
        if (headers == null) {
            throw AssayException.badInput(
                    file.shown() + ": the header has a quote that stays open: mend the first line");
        }
        if (headers.stream().allMatch(cell -> cell.strip().matches("-?[0-9.]+"))) {
            throw AssayException.badInput(file.shown() + " begins with numbers, not with the names of columns: "
                    + (asked.forced()
                            ? "leave --format columns out, or add a header line"
                            : "add a header line, or see 'assay ingest --formats'"));
        }
        boolean directionKnown = ListOwner.direction(place.fileName(), asked).isPresent();
        Layout layout = Headers.layout(headers, splitter.separator(), asked, directionKnown)
                .orElseThrow(() -> Headers.unknown(file.shown(), headers));
        Export export = of(this, place, layout, headerLine + 1L, asked, Part::of);
        if (endsOpen(file)) {
            export.doubt("its last line has no line end: check that the file was not cut short");
        }
        return Optional.of(export.whole());
    }

    /** How the file of a table becomes a part of an export. */
    interface Parts {
        Part of(Entry entry, ColumnsReader reader);
    }

    static Export of(ExportFormat format, Place place, Layout layout, long headerLines, Asked asked, Parts parts) {
        Export export = Export.of(format, place, "").what(what(layout));
        String direction = null;
        if (layout.shape() == Shape.LIST) {
            direction = ListOwner.requiredDirection(place.name(), place.fileName(), asked);
            export.ownedBy(ListOwner.of(place, asked));
        }
        ColumnsReader reader = new ColumnsReader(layout, direction, headerLines);
        place.entries().forEach(entry -> export.part(parts.of(entry, reader)));
        Times.dayIn(place.fileName()).ifPresent(day -> export.takenAt(day, "from the file's name"));
        if (layout.describes() && layout.shape() == Shape.TIES) {
            export.note("each row also describes the follower");
        }
        if (!layout.ignored().isEmpty()) {
            export.note("columns left out: " + Headers.shown(layout.ignored()));
        }
        if (layout.reversed()) {
            export.followeeFirst();
        }
        return layout.shape() == Shape.PAIRS ? export.undirected() : export;
    }

    private static String what(Layout layout) {
        return switch (layout.shape()) {
            case TIES ->
                layout.has("newest_first")
                        ? "follower lists, newest first"
                        : layout.ordered() ? "follower lists with positions, oldest = 0" : "ties";
            case PAIRS -> "ties without direction";
            case LIST -> "lists of one account" + (layout.ordered() ? ", newest first" : ", in no order");
            case ACCOUNTS -> "profiles";
            case EVENTS -> "dated changes of ties";
            case INTERACTIONS -> "interactions";
            case COVERAGE -> "coverage of lists";
        };
    }

    /** True if the last line of a text that is not packed lacks its end, as in a file that was cut short. */
    private static boolean endsOpen(Entry file) {
        return file.stretch().compression() == Compression.NONE && file.lastByte() != '\n';
    }
}
