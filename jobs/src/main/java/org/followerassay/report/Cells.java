package org.followerassay.report;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Values of a collected row, in the types that shown tables hold. */
final class Cells {
    static Long count(Row row, String column) {
        return row.getAs(column);
    }

    static Double number(Row row, String column) {
        return row.getAs(column);
    }

    static String text(Row row, String column) {
        return row.getAs(column);
    }

    static Boolean flag(Row row, String column) {
        return row.getAs(column);
    }

    static Instant time(Row row, String column) {
        Timestamp time = row.getAs(column);
        return time == null ? null : time.toInstant();
    }

    static LocalDate day(Row row, String column) {
        Date day = row.getAs(column);
        return day == null ? null : day.toLocalDate();
    }

    private Cells() {}
}
