package org.followerassay.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.Rejection;
import org.followerassay.ingest.format.Times;
import org.followerassay.ingest.format.Values;
import org.followerassay.ingest.format.Words;

/** Checks the cells of one line and makes a staged row of them, or says why not. */
final class RowParser implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final Ids ids;
    private final StagedRows rows;
    private final ListOwner owner;
    private final CellSplitter splitter;

    /** @param owner whose list it is, if the layout is a list; otherwise null */
    RowParser(Layout layout, Ids ids, StagedRows rows, ListOwner owner) {
        this.layout = layout;
        this.ids = ids;
        this.rows = rows;
        this.owner = owner;
        this.splitter = new CellSplitter(layout.separator());
    }

    Row parse(int unit, long line, String text) {
        if (layout.comments() && (text.startsWith("#") || text.startsWith("%"))) {
            return rows.header(unit, line);
        }
        List<String> cells = splitter.cells(text);
        if (cells == null) {
            return rows.rejected(
                    unit, line, new Rejection(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about()), text);
        }
        return parse(unit, line, cells, text);
    }

    Row parse(int unit, long line, List<String> cells, String text) {
        if (cells.size() < layout.fewest() || cells.size() > layout.most()) {
            String explanation = Words.count(cells.size(), "cell") + " instead of " + layout.fewest()
                    + (layout.most() > layout.fewest() ? " to " + layout.most() : "");
            return rows.rejected(unit, line, new Rejection(RejectReason.WRONG_CELL_COUNT, explanation), text);
        }
        Object[] values = rows.blank(unit, line, StagedRows.ROW);
        for (Cell cell : layout.cells()) {
            if (cell.index() < cells.size()) {
                Rejection wrong = fill(values, cell, cells.get(cell.index()).strip());
                if (wrong != null) {
                    return rows.rejected(unit, line, wrong, text);
                }
            }
        }
        Rejection wrong = finish(values);
        return wrong == null ? rows.row(values) : rows.rejected(unit, line, wrong, text);
    }

    /** Puts a cell's value into its column; returns what is wrong with it, or null. */
    private Rejection fill(Object[] values, Cell cell, String text) {
        if (Values.isNothing(cell.kind(), text)) {
            return cell.required()
                    ? new Rejection(RejectReason.MISSING_CELL, cell.header() + " is empty")
                    : fillNothing(values, cell);
        }
        if (cell.kind().isAccount()) {
            return fillAccount(values, cell, text);
        }
        Object value = Values.of(cell.kind(), cell.header(), text);
        if (value instanceof Rejection wrong) {
            return wrong;
        }
        if (cell.kind() != CellKind.WEIGHT) {
            values[rows.index(cell.column())] = value;
        }
        return null;
    }

    private Rejection fillNothing(Object[] values, Cell cell) {
        if (cell.kind() == CellKind.NOT_BLANK) {
            values[rows.index(cell.column())] = false;
        }
        return null;
    }

    private Rejection fillAccount(Object[] values, Cell cell, String text) {
        long id = cell.kind() == CellKind.NAME ? ids.ofName(text) : ids.of(text);
        if (id == Ids.NONE) {
            return Rejection.of(RejectReason.BAD_ID, cell.header(), text, "is not an id");
        }
        String column = cell.column();
        if (owner != null) {
            column = owner.otherEnd();
        }
        values[rows.index(column)] = id;
        if (ids.hides(text, cell.kind())) {
            values[rows.index(StagedRows.textOf(column))] = text;
        }
        return null;
    }

    /** What depends on more than one cell. */
    private Rejection finish(Object[] values) {
        if (layout.shape() == Shape.EVENTS) {
            return finishEvent(values);
        }
        if (!layout.shape().isOfTies()) {
            return null;
        }
        if (owner != null) {
            values[rows.index(owner.ownEnd())] = owner.account();
            values[rows.index("direction")] = owner.direction();
        }
        int follower = rows.index("follower");
        int followee = rows.index("followee");
        if (Objects.equals(values[follower], values[followee])) {
            values[2] = StagedRows.SELF_TIE;
        } else if (layout.shape() == Shape.PAIRS && (Long) values[follower] > (Long) values[followee]) {
            exchange(values, follower, followee);
            exchange(values, rows.index(StagedRows.textOf("follower")), rows.index(StagedRows.textOf("followee")));
        }
        return null;
    }

    private Rejection finishEvent(Object[] values) {
        int latest = rows.index("latest");
        long earliest = (Long) values[rows.index("earliest")];
        if (values[latest] == null) {
            values[latest] = earliest;
        }
        if ((Long) values[latest] < earliest) {
            return new Rejection(
                    RejectReason.BAD_TIME,
                    "the change's latest time " + Times.words((Long) values[latest]) + " is before its earliest "
                            + Times.words(earliest));
        }
        if (values[rows.index("follower")].equals(values[rows.index("followee")])) {
            values[2] = StagedRows.SELF_TIE;
        }
        return null;
    }

    private static void exchange(Object[] values, int one, int other) {
        Object kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
