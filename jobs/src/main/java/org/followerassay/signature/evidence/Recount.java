package org.followerassay.signature.evidence;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * Looks for the numbers of a finding's sentence in what its query gives.
 *
 * <p>A number is there if a cell has it, rounded as the sentence rounds; a percentage, if a cell has the share. What a sentence says
 * of several rows together is the number of rows or the sum of a column. Words that are part of every such sentence are no numbers
 * of this one. A small number is found in many a result: this shows that a query gives what is said, not that nothing else would.
 */
public final class Recount {
    /** Rounded to a table's decimals before it was rounded to the sentence's. */
    private static final double SLACK = 1e-6;

    /** A time, a day, a count, a decimal or a percentage. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<at>\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d)?)|(?<![\\w.])(?<value>-?\\d[\\d,]*(\\.\\d+)?)(?<percent> %)?(?!\\w)");

    /** Thresholds that sentences name, whatever is found. */
    private static final List<String> WORDING = List.of(
            "less than 14 days",
            "within 2 %",
            "above about 30 %",
            "(oldest = 0)",
            "fewer than 10 followers",
            "at least 50 times",
            "more than 1,500 accounts",
            "the last 90 days",
            "digits as 9",
            "80 % have",
            "95 % interval");

    private final List<Row> rows;

    /** @param rows what the query gave */
    public Recount(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The numbers of a sentence, as they stand there. */
    public static List<String> numbers(String sentence) {
        String said = sentence;
        for (String words : WORDING) {
            said = said.replace(words, "");
        }
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(said);
        while (number.find()) {
            numbers.add(number.group());
        }
        return numbers;
    }

    /** The numbers of a sentence that the query does not give. */
    public List<String> missing(String sentence) {
        return numbers(sentence).stream().filter(number -> !isThere(number)).toList();
    }

    private boolean isThere(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("no number: " + text);
        }
        String at = number.group("at");
        if (at != null) {
            return rows.stream()
                    .anyMatch(row ->
                            cells(row).stream().anyMatch(cell -> inWords(cell).startsWith(at)));
        }
        BigDecimal said = new BigDecimal(number.group("value").replace(",", ""));
        boolean isPercent = number.group("percent") != null;
        double value = said.doubleValue() / (isPercent ? 100 : 1);
        double rounded = Math.pow(10, -said.scale()) / 2 / (isPercent ? 100 : 1);
        return value == rows.size()
                || rows.stream().anyMatch(row -> cells(row).stream().anyMatch(cell -> is(cell, value, rounded)))
                || isSum(value, rounded);
    }

    private boolean isSum(double value, double rounded) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (Row row : rows) {
                sum += row.get(column) instanceof Number number ? number.doubleValue() : 0;
            }
            if (is(sum, value, rounded)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Object cell, double value, double rounded) {
        return cell instanceof Number number
                && Math.abs(number.doubleValue() - value) <= rounded + SLACK * Math.max(1, Math.abs(value));
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            if (!row.isNullAt(column)) {
                cells.add(row.get(column));
            }
        }
        return cells;
    }

    /** Days and times as sentences write them, in UTC. */
    private static String inWords(Object cell) {
        if (cell instanceof Timestamp time) {
            return time.toInstant().toString().replace('T', ' ');
        }
        return cell instanceof Date || cell instanceof String ? cell.toString() : "";
    }
}
