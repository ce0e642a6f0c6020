package org.followerassay.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row of a shown table whose cells are asked for by name. */
record Line(ShownTable table, List<Object> row) {
    static Stream<Line> of(ShownTable table) {
        return table.rows().stream().map(row -> new Line(table, row));
    }

    Object value(String column) {
        return row.get(index(column));
    }

    String text(String column) {
        int index = index(column);
        return Format.cell(table.columns().get(index).kind(), row.get(index));
    }

    /** True if there is a number, and it may be shown. */
    boolean has(String column) {
        return value(column) instanceof Number;
    }

    double number(String column) {
        return ((Number) value(column)).doubleValue();
    }

    private int index(String column) {
        return IntStream.range(0, row.size())
                .filter(i -> table.columns().get(i).name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
