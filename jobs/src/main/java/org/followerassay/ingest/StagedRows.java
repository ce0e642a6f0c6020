package org.followerassay.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Rejection;

/**
 * The rows between an export and the tables: one per line of the export, whatever became of it, and one at its end.
 *
 * <p>Times are microseconds, since a row holds them as plain numbers until it is written.
 */
final class StagedRows implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String ROW = "row";
    static final String HEADER = "header";
    static final String REJECTED = "rejected";
    static final String SELF_TIE = "self_tie";
    /** After the last line of a unit; its line is the number of lines read. */
    static final String END = "end";
    /** In place of the end where a unit can't be read to its end; the explanation says why. */
    static final String DAMAGED = "damaged";

    private static final List<String> FIXED = List.of("unit", "line", "outcome", "code", "explanation", "text");
    private static final int LONGEST_TEXT = 1_000;
    private static final Map<String, DataType> TYPES = Map.ofEntries(
            Map.entry("unit", DataTypes.IntegerType),
            Map.entry("outcome", DataTypes.StringType),
            Map.entry("code", DataTypes.StringType),
            Map.entry("explanation", DataTypes.StringType),
            Map.entry("text", DataTypes.StringType),
            Map.entry("handle", DataTypes.StringType),
            Map.entry("status", DataTypes.StringType),
            Map.entry("change", DataTypes.StringType),
            Map.entry("kind", DataTypes.StringType),
            Map.entry("direction", DataTypes.StringType),
            Map.entry("reason", DataTypes.StringType),
            Map.entry("has_picture", DataTypes.BooleanType),
            Map.entry("has_bio", DataTypes.BooleanType),
            Map.entry("verified", DataTypes.BooleanType),
            Map.entry("is_private", DataTypes.BooleanType),
            Map.entry("complete", DataTypes.BooleanType));

    private final List<String> columns;
    private final boolean hideTexts;

    /** @param hideTexts true to leave the text of rejected rows out, which may hold names */
    StagedRows(Layout layout, boolean hideTexts) {
        Shape shape = layout.shape();
        List<String> all = new ArrayList<>(FIXED);
        all.addAll(shape.key());
        layout.said().forEach(all::add);
        if (shape == Shape.LIST) {
            all.add("direction");
        }
        shape.accounts().forEach(account -> all.add(textOf(account)));
        this.columns = List.copyOf(all);
        this.hideTexts = hideTexts;
    }

    /** The column with the account as the export writes it, where the id does not tell. */
    static String textOf(String account) {
        return account + "_text";
    }

    StructType schema() {
        StructType schema = new StructType();
        for (String column : columns) {
            DataType type =
                    column.endsWith("_text") ? DataTypes.StringType : TYPES.getOrDefault(column, DataTypes.LongType);
            schema = schema.add(column, type);
        }
        return schema;
    }

    int index(String column) {
        return columns.indexOf(column);
    }

    Object[] blank(int unit, long line, String outcome) {
        Object[] values = new Object[columns.size()];
        values[0] = unit;
        values[1] = line;
        values[2] = outcome;
        return values;
    }

    Row row(Object[] values) {
        return RowFactory.create(values);
    }

    Row header(int unit, long line) {
        return row(blank(unit, line, HEADER));
    }

    Row end(int unit, long lines) {
        return row(blank(unit, lines, END));
    }

    Row damaged(int unit, long line, String why) {
        Object[] values = blank(unit, line, DAMAGED);
        values[4] = why;
        return row(values);
    }

    Row rejected(int unit, long line, Rejection why, String text) {
        Object[] values = blank(unit, line, REJECTED);
        values[3] = why.reason().code();
        values[4] = hideTexts ? why.reason().about() : why.explanation();
        values[5] = hideTexts ? "(left out, since names are to be hidden)" : cut(text);
        return row(values);
    }

    /** As much of a row as the table rejects holds. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }

    @Override
    public String toString() {
        return Arrays.toString(columns.toArray());
    }
}
