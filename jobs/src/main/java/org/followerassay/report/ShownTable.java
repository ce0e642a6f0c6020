package org.followerassay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A table as a reader sees it: on the page, and as its CSV, JSON and Parquet twins.
 *
 * @param name of the twins' files and, in the texts, of its caption
 * @param rows cells in the order of the columns
 * @param query SQL over the published tables that regenerates the figures; empty where they are not from tables
 * @param leftOut older rows that the query gives beside these, of all accounts together
 */
record ShownTable(String name, List<ShownColumn> columns, List<List<Object>> rows, String query, long leftOut) {
    ShownTable(String name, List<ShownColumn> columns, List<List<Object>> rows, String query) {
        this(name, columns, rows, query, 0);
    }

    ShownTable(String name, List<ShownColumn> columns, List<List<Object>> rows) {
        this(name, columns, rows, "");
    }

    ShownTable regeneratedBy(String sql) {
        return new ShownTable(name, columns, rows, sql, leftOut);
    }

    ShownTable leavingOut(long older) {
        return new ShownTable(name, columns, rows, query, older);
    }

    static Builder named(String name, ShownColumn... columns) {
        return new Builder(name, List.of(columns));
    }

    /** A table whose rows begin with an account and its name. */
    static Builder ofAccounts(String name, ShownColumn... columns) {
        List<ShownColumn> all =
                new ArrayList<>(List.of(ShownColumn.of("account", Kind.ID), ShownColumn.of("handle", Kind.TEXT)));
        all.addAll(List.of(columns));
        return named(name, all.toArray(ShownColumn[]::new));
    }

    String caption() {
        return Messages.of("table." + name);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** True if each row begins with an account and its name. */
    boolean isNamed() {
        return columns.size() > 1
                && columns.get(0).name().equals("account")
                && columns.get(1).name().equals("handle");
    }

    boolean isGrouped() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    /** Neighbouring columns under one heading, with how many they are. */
    record Heading(String text, int columns) {}

    List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        for (ShownColumn column : columns) {
            int last = headings.size() - 1;
            if (last >= 0 && headings.get(last).text().equals(column.group())) {
                headings.set(
                        last, new Heading(column.group(), headings.get(last).columns() + 1));
            } else {
                headings.add(new Heading(column.group(), 1));
            }
        }
        return headings;
    }

    /** Why cells have no value, each reason once, in reading order. */
    List<String> notes() {
        return rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell instanceof Measured measured && measured.value() == null)
                .map(cell -> ((Measured) cell).note())
                .filter(note -> !note.isEmpty())
                .distinct()
                .toList();
    }

    /** The rows of one account, without the columns that would only repeat its name. */
    ShownTable of(ComparedAccount account) {
        if (isEmpty()) {
            return this;
        }
        List<ShownColumn> kept = columns.subList(2, columns.size());
        List<List<Object>> own = rows.stream()
                .filter(row -> row.get(0).equals(account.account()))
                .map(row -> row.subList(2, row.size()))
                .toList();
        return new ShownTable(name, kept, own, query, leftOut);
    }

    /** The same with every value changed by its column. */
    ShownTable mapped(BiFunction<ShownColumn, Object, Object> change) {
        List<List<Object>> changed = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>(row);
            for (int i = 0; i < cells.size(); i++) {
                cells.set(i, change.apply(columns.get(i), cells.get(i)));
            }
            changed.add(cells);
        }
        return new ShownTable(name, columns, changed, query, leftOut);
    }

    /** The columns of the twins: a measured one becomes value, low, high and note. */
    List<ShownColumn> twinColumns() {
        List<ShownColumn> flat = new ArrayList<>();
        for (ShownColumn column : columns) {
            if (column.measured()) {
                flat.add(twin(column, "", column.kind()));
                flat.add(twin(column, "_low", Kind.NUMBER));
                flat.add(twin(column, "_high", Kind.NUMBER));
                flat.add(twin(column, "_note", Kind.TEXT));
            } else {
                flat.add(column);
            }
        }
        return flat;
    }

    private static ShownColumn twin(ShownColumn column, String suffix, Kind kind) {
        return new ShownColumn(column.name() + suffix, column.label(), column.group(), kind, false);
    }

    List<List<Object>> twinRows() {
        return rows.stream().map(this::twinRow).toList();
    }

    private List<Object> twinRow(List<Object> row) {
        List<Object> flat = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).measured()) {
                Measured cell = (Measured) row.get(i);
                flat.addAll(Arrays.asList(typed(cell.value(), columns.get(i)), cell.low(), cell.high(), cell.note()));
            } else {
                flat.add(row.get(i));
            }
        }
        return flat;
    }

    /** The comparison holds every measure as a double; a count is a count again in the twins. */
    private static Object typed(Object value, ShownColumn column) {
        boolean whole = column.kind().type().equals("long");
        return whole && value instanceof Double number ? (Object) Math.round(number) : value;
    }

    /** Takes rows one by one. */
    static final class Builder {
        private final String name;
        private final List<ShownColumn> columns;
        private final List<List<Object>> rows = new ArrayList<>();

        private Builder(String name, List<ShownColumn> columns) {
            this.name = name;
            this.columns = columns;
        }

        Builder row(Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(
                        "the table " + name + " has " + columns.size() + " columns, the row " + cells.length);
            }
            rows.add(Arrays.asList(cells));
            return this;
        }

        ShownTable build() {
            return new ShownTable(name, columns, List.copyOf(rows));
        }
    }
}
