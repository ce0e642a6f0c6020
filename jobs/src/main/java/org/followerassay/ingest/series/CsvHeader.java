package org.followerassay.ingest.series;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/**
 * The first line of a table of cells, and so where each cell stands.
 *
 * @param names in lower case, their words joined by underscores
 */
record CsvHeader(List<String> names, CellSplitter splitter) implements Serializable {

    static CsvHeader of(String line) {
        CellSplitter splitter = CellSplitter.of(line);
        List<String> cells = splitter.cells(line);
        return new CsvHeader(
                cells == null
                        ? List.of()
                        : cells.stream().map(CsvHeader::normal).toList(),
                splitter);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The first of some names that is there. */
    Optional<String> firstOf(Collection<String> wanted) {
        return wanted.stream().filter(names::contains).findFirst();
    }

    int place(String name) {
        return names.indexOf(name);
    }

    /** The cells of a line, or null after it was rejected. */
    List<String> cells(String line, RowSink rows) {
        List<String> cells = splitter.cells(line);
        if (cells == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else if (cells.size() != names.size()) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, cells.size() + " cells where the header has " + names.size());
            return null;
        }
        return cells;
    }
}
