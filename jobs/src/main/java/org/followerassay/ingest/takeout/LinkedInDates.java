package org.followerassay.ingest.takeout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** The forms in which LinkedIn has written days and times over the years, all in English and, where said, in UTC. */
final class LinkedInDates {
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("d MMM uuuu"),
            form("M/d/yy, h:mm a"),
            form("M/d/uuuu, h:mm a"),
            form("EEE MMM d HH:mm:ss zzz uuuu"),
            form("uuuu/MM/dd HH:mm:ss[ zzz]"),
            form("M/d/yy"));

    /** The time as the staged rows take it, or the text itself if it is in none of these forms. */
    static String iso(String text) {
        String stripped = text.strip();
        for (DateTimeFormatter form : FORMS) {
            try {
                return instant(form.parseBest(stripped, ZonedDateTime::from, LocalDateTime::from, LocalDate::from))
                        .toString();
            } catch (DateTimeParseException another) {
                // The next form may fit.
            }
        }
        return stripped;
    }

    private static Instant instant(TemporalAccessor time) {
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return time instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((LocalDate) time).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private LinkedInDates() {}
}
