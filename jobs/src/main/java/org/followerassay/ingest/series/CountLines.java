package org.followerassay.ingest.series;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** One time a line: how many followers one account had then. */
final class CountLines extends LineReader {
    private static final long serialVersionUID = 1L;

    private final CsvHeader header;
    private final String id;
    private final String name;
    private final String time;
    private final String followers;
    private final String followees;
    private final String posts;

    CountLines(CsvHeader header) {
        super(1);
        this.header = header;
        this.id = header.firstOf(CountSeries.IDS).orElse(null);
        this.name = header.firstOf(CountSeries.NAMES).orElse(null);
        this.time = header.firstOf(CountSeries.TIMES).orElseThrow();
        this.followers = header.firstOf(CountSeries.FOLLOWERS).orElseThrow();
        this.followees = header.firstOf(CountSeries.FOLLOWEES).orElse(null);
        this.posts = header.firstOf(CountSeries.POSTS).orElse(null);
    }

    boolean namesAccounts() {
        return id != null || name != null;
    }

    boolean reads(String column) {
        return Stream.of(id, name, time, followers, followees, posts)
                .filter(Objects::nonNull)
                .anyMatch(column::equals);
    }

    @Override
    public Set<String> columns() {
        return Set.of("account", "observed_at", "followers", "followees", "posts");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = header.cells(line, rows);
        if (cells == null) {
            return;
        }
        StagedRow counts = namesAccounts() ? rows.counts() : rows.ofOwner(Kind.COUNT);
        if (id != null) {
            counts.account("account", cell(cells, id));
        } else if (name != null) {
            counts.name("account", cell(cells, name));
        }
        counts.requiredTime("observed_at", cell(cells, time))
                .required("followers", CellKind.COUNT, cell(cells, followers))
                .count("followees", cell(cells, followees))
                .count("posts", cell(cells, posts))
                .keep();
    }

    private String cell(List<String> cells, String column) {
        return column == null ? null : cells.get(header.place(column));
    }
}
