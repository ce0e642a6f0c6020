package org.followerassay.ingest.series;

import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RowSink;

/** One star a line. */
final class StarScoutLines extends LineReader {
    private static final long serialVersionUID = 1L;

    private final CsvHeader header;

    StarScoutLines(CsvHeader header) {
        super(1);
        this.header = header;
    }

    @Override
    public Set<String> columns() {
        return Set.of("actor", "target", "interaction", "period", "count");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = header.cells(line, rows);
        if (cells != null) {
            rows.interaction()
                    .name("actor", cells.get(header.place("name")))
                    .name("target", cells.get(header.place("github")))
                    .text("interaction", "star")
                    .required("period", CellKind.DAY, cells.get(header.place("starred_at")))
                    .count("count", 1)
                    .keep();
        }
    }
}
