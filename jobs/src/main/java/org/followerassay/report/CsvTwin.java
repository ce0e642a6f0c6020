package org.followerassay.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A shown table as CSV: plain numbers, UTC times, and no cell that a spreadsheet would run. */
final class CsvTwin {
    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    static byte[] of(ShownTable table) {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, RFC_4180)) {
            csv.printRecord(table.twinColumns().stream().map(ShownColumn::name).toList());
            for (List<Object> row : table.twinRows()) {
                csv.printRecord(row.stream().map(CsvTwin::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof String text ? harmless(text) : value.toString();
    }

    /**
     * A text that no spreadsheet takes for a formula: one that starts like one, after spaces too, gets an apostrophe; a
     * line break becomes a space, since each line of a cell counts as a start in some of them.
     */
    static String harmless(String text) {
        boolean startsWithTab = text.startsWith("\t") || text.startsWith("\r");
        String line = text.replaceAll("[\\r\\n\\t]+", " ");
        String start = line.replaceFirst("^[\\p{Z}\\p{C}]+", "");
        boolean formula = !start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0;
        return formula || startsWithTab ? "'" + line : line;
    }

    private CsvTwin() {}
}
