package org.followerassay.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The forms in which exports write times; all are UTC unless they carry an offset. */
public final class Times {
    public static final long SECOND = 1_000_000L;
    public static final long DAY = 86_400 * SECOND;
    private static final long END = micros(Instant.parse("2100-01-01T00:00:00Z"));

    /** {@code Fri Apr 06 10:58:22 +0000 2007}, as Twitter's first interface wrote it. */
    private static final DateTimeFormatter TWITTER =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ENGLISH);

    private static final Pattern DATE_IN_NAME =
            Pattern.compile("(?<![0-9])(20[0-9]{2})([-_]?)([01][0-9])\\2([0-3][0-9])(?![0-9])");

    /** Microseconds since 1970; empty if the text is no time between 1970 and 2100. */
    public static OptionalLong parse(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long micros = isDigits(text) ? ofDigits(text) : ofText(text);
            return micros >= 0 && micros < END ? OptionalLong.of(micros) : OptionalLong.empty();
        } catch (DateTimeParseException | ArithmeticException unknown) {
            return OptionalLong.empty();
        }
    }

    /** Seconds, milliseconds or microseconds, told apart by size; eight digits are a day such as 20261031. */
    private static long ofDigits(String text) {
        if (text.length() == 8 && (text.startsWith("19") || text.startsWith("20"))) {
            return micros(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        }
        if (text.length() > 16) {
            return -1;
        }
        long number = Long.parseLong(text);
        if (text.length() <= 11) {
            return Math.multiplyExact(number, SECOND);
        }
        return text.length() <= 14 ? number * 1_000 : number;
    }

    private static long ofText(String text) {
        if (Character.isLetter(text.charAt(0))) {
            return micros(OffsetDateTime.parse(text, TWITTER).toInstant());
        }
        if (text.length() == 10) {
            return micros(LocalDate.parse(text));
        }
        String utc = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) : text;
        String iso = utc.length() > 10 && utc.charAt(10) == ' ' ? utc.substring(0, 10) + "T" + utc.substring(11) : utc;
        return micros(OffsetDateTime.parse(iso.replace(" ", ""), OFFSET).toInstant());
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The day that a file's name carries, such as 2026-10-31 or 20261031. */
    public static Optional<Instant> dayIn(String fileName) {
        return DATE_IN_NAME
                .matcher(fileName)
                .results()
                .map(day -> parse(day.group(1) + "-" + day.group(3) + "-" + day.group(4)))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .map(day -> instant(day.getAsLong()));
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** True from 1970 up to 2100. */
    public static boolean isKnown(long micros) {
        return micros >= 0 && micros < END;
    }

    private static long micros(LocalDate day) {
        return micros(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** The midnight that follows a time, or the time itself if it is one. */
    public static long nextMidnight(long micros) {
        return Math.floorDiv(micros + DAY - 1, DAY) * DAY;
    }

    /** A time in words: the day alone where it is midnight. */
    public static String words(long micros) {
        LocalDateTime time = LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
        return micros % DAY == 0
                ? time.toLocalDate().toString()
                : time.truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
    }

    private Times() {}
}
