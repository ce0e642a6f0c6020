package org.followerassay.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;

/**
 * The months that an edition is about, in UTC.
 *
 * @param until the first instant after it
 */
record Period(String label, Instant from, Instant until) {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?");

    static Period of(String label) {
        Matcher parts = FORM.matcher(label);
        if (!parts.matches()) {
            throw AssayException.usage(
                    "--edition is a quarter, a month or a year, such as 2026-Q4, 2026-11 or 2026; was '" + label + "'");
        }
        int year = Integer.parseInt(parts.group(1));
        int month = 1;
        int months = 12;
        if (parts.group(2) != null) {
            month = 3 * Integer.parseInt(parts.group(2)) - 2;
            months = 3;
        } else if (parts.group(3) != null) {
            month = Integer.parseInt(parts.group(3));
            months = 1;
        }
        LocalDate from = LocalDate.of(year, month, 1);
        return new Period(label, start(from), start(from.plusMonths(months)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
