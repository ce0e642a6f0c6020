package org.followerassay.report;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Accounts counted by two properties, as a table with a line for one and a column for the other.
 *
 * @param name of the shown table
 * @param lines values of the first property in the order of the page
 * @param cells values of the second
 */
record CrossedCounts(String name, List<String> lines, List<String> cells, SafeCounts counts) {
    /**
     * Counts in Spark, to a row per group.
     *
     * @param rows one per account, columns line and cell
     */
    static CrossedCounts of(String name, Dataset<Row> rows, List<String> lines, List<String> cells, int smallest) {
        long[][] counts = new long[lines.size()][cells.size()];
        for (Row row :
                rows.groupBy("line", "cell").agg(count(lit(1)).as("accounts")).collectAsList()) {
            int line = lines.indexOf(Cells.text(row, "line"));
            int cell = cells.indexOf(Cells.text(row, "cell"));
            if (line < 0 || cell < 0) {
                throw new IllegalStateException("the table " + name + " has no place for " + row);
            }
            counts[line][cell] = Cells.count(row, "accounts");
        }
        return new CrossedCounts(name, lines, cells, SafeCounts.of(counts, smallest));
    }

    /** Each line with its sum; a line that nobody is in is left out. */
    ShownTable table(UnaryOperator<String> label) {
        return table(label, false);
    }

    /** The same with a last line of sums, for lines that do not overlap. */
    ShownTable summed(UnaryOperator<String> label) {
        return table(label, true);
    }

    private ShownTable table(UnaryOperator<String> label, boolean summed) {
        List<ShownColumn> columns = new ArrayList<>(List.of(ShownColumn.of(name + "_line", Kind.TEXT)));
        cells.forEach(cell -> columns.add(ShownColumn.of("in_" + cell, Kind.COUNT)));
        columns.add(ShownColumn.of("in_all", Kind.COUNT));
        ShownTable.Builder table = ShownTable.named(name, columns.toArray(ShownColumn[]::new));
        for (int line = 0; line < lines.size(); line++) {
            int own = line;
            Object sum = counts.sum(any -> any == own, column -> true);
            if (!Long.valueOf(0).equals(sum)) {
                List<Object> row = new ArrayList<>(List.of(label.apply(lines.get(line))));
                for (int cell = 0; cell < cells.size(); cell++) {
                    row.add(counts.shown(line, cell));
                }
                row.add(sum);
                table.row(row.toArray());
            }
        }
        if (summed) {
            List<Object> row = new ArrayList<>(List.of(Messages.of("edition.all")));
            for (int cell = 0; cell < cells.size(); cell++) {
                int at = cell;
                row.add(counts.sum(any -> true, column -> column == at));
            }
            row.add(counts.sum(any -> true, column -> true));
            table.row(row.toArray());
        }
        return table.build();
    }
}
