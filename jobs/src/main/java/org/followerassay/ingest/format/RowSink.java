package org.followerassay.ingest.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Takes what a reader makes of one record after the other: rows, or the reason why there is none.
 *
 * <p>Every record gets exactly one verdict. It is a row (the first that is kept; others of the same record are further
 * rows), no row at all ({@link #header}, {@link #other}), or rejected. If a further row is wrong, it alone is left out and
 * listed among the rejects.
 */
public final class RowSink {
    public static final String ROW = "row";
    public static final String HEADER = "header";
    public static final String OTHER = "other";
    public static final String REJECTED = "rejected";
    public static final String SELF_TIE = "self_tie";
    /** After the last record of a unit; its line is the number of records read. */
    public static final String END = "end";
    /** In place of the end where a unit can't be read to its end; the explanation says why. */
    public static final String DAMAGED = "damaged";

    private static final int LONGEST_TEXT = 1_000;

    private final StagedColumns columns;
    private final Ids ids;
    private final String platform;
    private final Owner owner;
    private final int unit;
    private final Deque<Object[]> staged = new ArrayDeque<>();
    private long records;
    private long line;
    private boolean judged = true;
    private boolean rejected;
    private Supplier<String> raw = () -> "";

    /**
     * @param platform whose names these are
     * @param owner whose export it is, or null
     * @param unit number of the file among those of the run
     */
    public RowSink(StagedColumns columns, Ids ids, String platform, Owner owner, int unit) {
        this.columns = columns;
        this.ids = ids;
        this.platform = platform;
        this.owner = owner;
        this.unit = unit;
    }

    /** Begins a record; {@code raw} is asked for its text only if it is rejected. */
    public void record(Supplier<String> raw) {
        recordAt(line + 1, raw);
    }

    /** The same for a record that begins at a line or byte that is not the next number. */
    public void recordAt(long line, Supplier<String> raw) {
        if (!judged) {
            throw new IllegalStateException("record " + this.line + " was read but nothing was said of it");
        }
        records++;
        this.line = line;
        judged = false;
        rejected = false;
        this.raw = raw;
    }

    /** The record is a header, a comment or blank. */
    public void header() {
        verdict(HEADER);
    }

    /** The record is whole but of a kind that is not read, such as a post among follows. */
    public void other() {
        verdict(OTHER);
    }

    public void reject(RejectReason reason, String explanation) {
        reject(new Rejection(reason, explanation));
    }

    public void reject(Rejection why) {
        reject(why, blank(REJECTED));
    }

    /** A tie that is rejected keeps what is known of it: a list that it belongs to is not whole without it. */
    private void reject(Rejection why, Object[] values) {
        rejected = true;
        values[2] = REJECTED;
        values[5] = why.reason().code();
        values[6] = ids.hidesNumbers() ? why.reason().about() : why.explanation();
        values[7] = ids.hidesNumbers() ? "(left out, since names are to be hidden)" : cut(raw.get());
        stage(values);
    }

    public StagedRow tie() {
        return row(Kind.TIE);
    }

    /** A tie in one of the owner's lists, {@code followers} or {@code followees}; the other end is still to be named. */
    public StagedRow listed(String direction) {
        return row(Kind.TIE).owner(Owner.ownEnd(direction), owner.account()).text("direction", direction);
    }

    public StagedRow event() {
        return row(Kind.EVENT);
    }

    public StagedRow profile() {
        return row(Kind.PROFILE);
    }

    public StagedRow interaction() {
        return row(Kind.INTERACTION);
    }

    /** What is said of the length or completeness of one list. May also come after the last record. */
    public StagedRow list() {
        return row(Kind.LIST);
    }

    public StagedRow counts() {
        return row(Kind.COUNT);
    }

    /** The owner's own profile, list or count. */
    public StagedRow ofOwner(Kind kind) {
        return row(kind).owner("account", owner.account());
    }

    /** A change of a tie with the owner at the end that {@code direction} says; the other end is still to be named. */
    public StagedRow ownersEvent(String direction) {
        return row(Kind.EVENT).owner(Owner.ownEnd(direction), owner.account());
    }

    private StagedRow row(Kind kind) {
        Object[] values = blank(ROW);
        values[4] = kind.code();
        return new StagedRow(this, kind, values);
    }

    void keep(Kind kind, Object[] values, Rejection wrong) {
        if (wrong != null) {
            reject(wrong, kind == Kind.TIE ? values : blank(REJECTED));
            return;
        }
        for (String account : kind.accounts()) {
            if (values[columns.place(account)] == null && !endsRecord(kind, account, values)) {
                throw new IllegalStateException("a row of kind " + kind.code() + " names no " + account);
            }
        }
        if (kind.accounts().size() == 2 && kind != Kind.INTERACTION && isSelfTie(values)) {
            values[2] = SELF_TIE;
            rejected = true;
        }
        stage(values);
    }

    /** The end of a record tells its key and not whom it followed; the record's beginning does. */
    private boolean endsRecord(Kind kind, String account, Object[] values) {
        return kind == Kind.EVENT
                && account.equals("followee")
                && columns.has("record_key")
                && values[columns.place("record_key")] != null
                && "unfollow".equals(values[columns.place("change")]);
    }

    private boolean isSelfTie(Object[] values) {
        return Objects.equals(values[columns.place("follower")], values[columns.place("followee")]);
    }

    private void verdict(String outcome) {
        if (judged) {
            throw new IllegalStateException("record " + line + " has a verdict already");
        }
        stage(blank(outcome));
    }

    private void stage(Object[] values) {
        values[3] = judged;
        judged = true;
        staged.add(values);
    }

    private Object[] blank(String outcome) {
        Object[] values = new Object[columns.names().size()];
        values[0] = unit;
        values[1] = line;
        values[2] = outcome;
        return values;
    }

    StagedColumns columns() {
        return columns;
    }

    long id(String text, CellKind kind) {
        return kind == CellKind.NAME ? ids.ofName(platform, text) : ids.of(platform, text);
    }

    boolean hides(String text, CellKind kind) {
        return ids.hides(text, kind);
    }

    /** True if the record at hand, or its last row, did not become one: it was rejected, or is a self tie. */
    public boolean hasRejected() {
        return rejected;
    }

    boolean hidesNumbers() {
        return ids.hidesNumbers();
    }

    /** Where the record at hand begins, counted from 1. */
    public long line() {
        return line;
    }

    /** The next row that is ready, or null; its values in the order of the columns. */
    public Object[] poll() {
        return staged.poll();
    }

    /** The row after the last record. */
    public Object[] end(String damage) {
        Object[] values = blank(damage == null ? END : DAMAGED);
        values[1] = records;
        values[3] = true;
        values[6] = damage;
        return values;
    }

    /** As much of a row as the table rejects holds. */
    static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }
}
