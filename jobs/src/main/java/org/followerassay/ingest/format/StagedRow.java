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

    /** An account by a name, even one of digits. */
    public StagedRow name(String column, String text) {
        return account(column, text, CellKind.NAME);
    }

    private StagedRow account(String column, String text, CellKind kind) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || Values.isNothing(kind, stripped)) {
            return reject(RejectReason.MISSING_CELL, column + " is missing");
        }
        long id = rows.id(stripped, kind);
        if (id == Ids.NONE) {
            return wrong(Rejection.of(RejectReason.BAD_ID, column, stripped, "is not an id"));
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
