package org.followerassay.ingest.format;

import java.time.Instant;

/**
 * One row in the making. Values are checked as they come; the first that is wrong rejects the row when it is kept.
 *
 * <p>Cells that say nothing (blank, null, \N) leave their column empty; {@link #account} and the {@code required…} ones
 * reject.
 */
public final class StagedRow {
    private final RowSink rows;
    private final Kind kind;
    private final Object[] values;
    private Rejection wrong;

    StagedRow(RowSink rows, Kind kind, Object[] values) {
        this.rows = rows;
        this.kind = kind;
        this.values = values;
    }

    /** An account by decimal id or by a name that begins with a letter, _ or @. */
    public StagedRow account(String column, String text) {
        return account(column, text, CellKind.ID);
    }

    /** An account by a decimal id that was read as a number already. */
    public StagedRow account(String column, long id) {
        return id < 0 || rows.hidesNumbers() ? account(column, Long.toString(id)) : put(column, id);
    }

    /** An account by a name, even one of digits. */
    public StagedRow name(String column, String text) {
        return account(column, text, CellKind.NAME);
    }

    private StagedRow account(String column, String text, CellKind kind) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || Values.isNothing(kind, stripped)) {
            return reject(RejectReason.MISSING_CELL, column + " is missing");
        }
        return account(column, column, stripped, kind);
    }

    private StagedRow account(String column, String header, String stripped, CellKind kind) {
        long id = rows.id(stripped, kind);
        if (id == Ids.NONE) {
            return wrong(Rejection.of(RejectReason.BAD_ID, header, stripped, "is not an id"));
        }
        put(column, id);
        if (rows.hides(stripped, kind)) {
            put(StagedColumns.textOf(column), stripped);
        }
        return this;
    }

    /** The owner of the export, as given at its recognition. */
    StagedRow owner(String column, long account) {
        return put(column, account);
    }

    /**
     * Any cell, checked by its kind; nothing if the text is blank or null, unless it is required.
     *
     * @param header how the export calls it, for the explanation
     */
    public StagedRow as(String column, String header, CellKind kind, boolean required, String text) {
        String stripped = text == null ? "" : text.strip();
        if (Values.isNothing(kind, stripped)) {
            if (required) {
                return reject(RejectReason.MISSING_CELL, header + " is empty");
            }
            return kind == CellKind.NOT_BLANK ? put(column, false) : this;
        }
        if (kind.isAccount()) {
            return account(column, header, stripped, kind);
        }
        Object value = Values.of(kind, header, stripped);
        if (value instanceof Rejection rejection) {
            return wrong(rejection);
        }
        return kind == CellKind.WEIGHT ? this : put(column, value);
    }

    /** Takes the value of another column where there is none yet. */
    public StagedRow orElse(String column, String other) {
        int place = rows.columns().place(column);
        if (values[place] == null) {
            values[place] = values[rows.columns().place(other)];
        }
        return this;
    }

    /** Rejects the row if one time is after another. */
    public StagedRow ordered(String earlier, String later, String otherwise) {
        Object one = values[rows.columns().place(earlier)];
        Object other = values[rows.columns().place(later)];
        return one instanceof Long before && other instanceof Long after && after < before
                ? reject(RejectReason.BAD_TIME, otherwise)
                : this;
    }

    /** A time in any of the forms that {@link Times} knows; nothing if the text is blank or null. */
    public StagedRow time(String column, String text) {
        return cell(column, CellKind.TIME, text);
    }

    /** A time, rejecting the row if there is none. */
    public StagedRow requiredTime(String column, String text) {
        return required(column, CellKind.TIME, text);
    }

    /** A time in seconds since 1970, as JSON exports write it; 0 stands for no time. */
    public StagedRow seconds(String column, long seconds) {
        return seconds == 0 ? this : micros(column, Math.multiplyExact(clamped(seconds), Times.SECOND));
    }

    private static long clamped(long seconds) {
        return Math.max(-1, Math.min(seconds, 1L << 40));
    }

    /** A time in microseconds since 1970. */
    public StagedRow micros(String column, long micros) {
        return Times.isKnown(micros)
                ? put(column, micros)
                : wrong(Rejection.of(
                        RejectReason.BAD_TIME, column, Long.toString(micros), "is not a time between 1970 and 2100"));
    }

    public StagedRow instant(String column, Instant instant) {
        return micros(column, Times.micros(instant));
    }

    /** A whole number of 0 or more; nothing if the text is blank or null. */
    public StagedRow count(String column, String text) {
        return cell(column, CellKind.COUNT, text);
    }

    public StagedRow count(String column, long number) {
        return number >= 0
                ? put(column, number)
                : wrong(Rejection.of(
                        RejectReason.BAD_NUMBER, column, Long.toString(number), "is not a whole number of 0 or more"));
    }

    public StagedRow flag(String column, String text) {
        return cell(column, CellKind.FLAG, text);
    }

    public StagedRow flag(String column, boolean value) {
        return put(column, value);
    }

    /** A text as it is; nothing if null. Half a character, as JSON can write it, would be lost on the way. */
    public StagedRow text(String column, String text) {
        if (text != null && text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return reject(RejectReason.BAD_ENCODING, column + " holds half a character");
        }
        return text == null ? this : put(column, text);
    }

    /** Any other cell, checked by its kind; nothing if the text is blank or null. */
    public StagedRow cell(String column, CellKind kind, String text) {
        String stripped = text == null ? "" : text.strip();
        if (Values.isNothing(kind, stripped)) {
            return this;
        }
        Object value = Values.of(kind, column, stripped);
        return value instanceof Rejection rejection ? wrong(rejection) : put(column, value);
    }

    public StagedRow required(String column, CellKind kind, String text) {
        String stripped = text == null ? "" : text.strip();
        return Values.isNothing(kind, stripped)
                ? reject(RejectReason.MISSING_CELL, column + " is missing")
                : cell(column, kind, stripped);
    }

    /** Marks the row as wrong, unless it is already. */
    public StagedRow reject(RejectReason reason, String explanation) {
        return wrong(new Rejection(reason, explanation));
    }

    StagedRow wrong(Rejection rejection) {
        if (wrong == null) {
            wrong = rejection;
        }
        return this;
    }

    /** Ends the row: staged, or, if any value of it was wrong, rejected with its record. */
    public void keep() {
        rows.keep(kind, values, wrong);
    }

    private StagedRow put(String column, Object value) {
        values[rows.columns().place(column)] = value;
        return this;
    }
}
