package org.followerassay.ingest.columns;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;
import org.followerassay.ingest.format.TableReader;
import org.followerassay.ingest.format.Words;

/**
 * The rows of a table whose columns are known. What a row says of an account beside a tie becomes a row of its own: if a
 * value there is wrong, the tie stands all the same.
 */
final class ColumnsReader extends LineReader implements TableReader {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final String direction;
    private final CellSplitter splitter;

    /** @param direction of the owner's lists, if the layout is a list; otherwise null */
    ColumnsReader(Layout layout, String direction, long headerLines) {
        super(headerLines);
        this.layout = layout;
        this.direction = direction;
        this.splitter = new CellSplitter(layout.separator());
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        layout.cells().forEach(cell -> columns.add(staged(cell.column())));
        switch (layout.shape()) {
            case TIES, PAIRS -> columns.addAll(Set.of("follower", "followee"));
            case LIST -> columns.addAll(Set.of("follower", "followee", "direction"));
            case EVENTS -> columns.add("latest");
            default -> {}
        }
        if (layout.ordered()) {
            columns.add("direction");
        }
        if (layout.describes()) {
            columns.add("account");
        }
        return columns;
    }

    @Override
    public String toString() {
        return layout + " " + direction + " " + headerLines();
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = splitter.cells(line);
        if (cells == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
        } else {
            row(cells, rows);
        }
    }

    @Override
    public void row(List<String> cells, RowSink rows) {
        if (cells.size() < layout.fewest() || cells.size() > layout.most()) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT,
                    Words.count(cells.size(), "cell") + " instead of " + layout.fewest()
                            + (layout.most() > layout.fewest() ? " to " + layout.most() : ""));
            return;
        }
        switch (layout.shape()) {
            case TIES -> tie(cells, rows);
            case PAIRS -> pair(cells, rows);
            case LIST -> listed(cells, rows);
            case ACCOUNTS ->
                fill(rows.profile(), cells, Shape.ACCOUNTS.columns()).keep();
            case EVENTS -> event(cells, rows);
            case INTERACTIONS ->
                fill(rows.interaction(), cells, Shape.INTERACTIONS.columns()).keep();
            case COVERAGE -> fill(rows.list(), cells, Shape.COVERAGE.columns()).keep();
        }
    }

    private void tie(List<String> cells, RowSink rows) {
        StagedRow tie = fill(rows.tie(), cells, Shape.TIES.ownColumns());
        if (layout.ordered()) {
            tie.text("direction", Owner.FOLLOWERS);
        }
        tie.keep();
        describe("follower", cells, rows);
    }

    private void pair(List<String> cells, RowSink rows) {
        fill(rows.tie(), cells, Shape.PAIRS.columns()).keep();
        if (!rows.hasRejected()) {
            StagedRow back = fill(rows.tie(), cells, List.of("snapshot", "followed_at"));
            put(back, "follower", "followee", cells);
            put(back, "followee", "follower", cells);
            back.keep();
        }
    }

    private void listed(List<String> cells, RowSink rows) {
        StagedRow tie = fill(rows.listed(direction), cells, List.of("snapshot", "newest_first", "followed_at"));
        put(tie, Owner.otherEnd(direction), "account", cells);
        tie.keep();
        describe("account", cells, rows);
    }

    private void event(List<String> cells, RowSink rows) {
        StagedRow event = fill(rows.event(), cells, Shape.EVENTS.columns());
        event.orElse("latest", "earliest");
        event.ordered("earliest", "latest", "the change's latest time is before its earliest");
        event.keep();
    }

    /** What a row says of the account in one of its cells, as a further row. */
    private void describe(String whom, List<String> cells, RowSink rows) {
        if (!layout.describes() || rows.hasRejected()) {
            return;
        }
        StagedRow profile = fill(rows.profile(), cells, AccountFacts.TOLD);
        fill(profile, cells, List.of("snapshot"));
        put(profile, "account", whom, cells);
        profile.keep();
    }

    private void put(StagedRow row, String column, String from, List<String> cells) {
        Cell cell = layout.cell(from).orElseThrow();
        row.as(column, cell.header(), cell.kind(), true, cells.get(cell.index()));
    }

    private StagedRow fill(StagedRow row, List<String> cells, List<String> columns) {
        for (Cell cell : layout.cells()) {
            if (columns.contains(cell.column()) && cell.index() < cells.size()) {
                row.as(staged(cell.column()), cell.header(), cell.kind(), cell.required(), cells.get(cell.index()));
            }
        }
        return row;
    }

    /** Interactions have a kind, and so have staged rows. */
    private static String staged(String column) {
        return column.equals("kind") ? "interaction" : column;
    }
}
