package org.followerassay.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as a reader sees them, the same on every machine. */
final class Format {
    private static final String NONE = "–";

    /** With a space that no line breaks at. */
    private static final String PERCENT = "\u00a0%";

    /** Smaller numbers, such as probabilities, are said to be below this. */
    private static final double TINY = 0.0001;

    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ENGLISH);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    /** A cell; a dash where there is nothing to show. */
    static String cell(Kind kind, Object value) {
        if (value == null || "".equals(value)) {
            return NONE;
        }
        if (value instanceof Measured measured) {
            return measured.hasBounds()
                    ? supported(kind, (Double) measured.value(), (measured.high() - measured.low()) / 2)
                    : cell(kind, measured.value());
        }
        if (value instanceof Hidden) {
            return value.toString();
        }
        return switch (kind) {
            case TEXT, CODE, ID -> value.toString();
            case MEASURE -> Measures.label(value.toString());
            case FOLLOWERS, COUNT, RANK -> count(((Number) value).doubleValue());
            case SIGNED -> signed(((Number) value).longValue());
            case NUMBER -> number(((Number) value).doubleValue());
            case SHARE -> share(((Number) value).doubleValue());
            case TIME -> time((Instant) value);
            case DAY -> value.toString();
            case FLAG -> Messages.of((Boolean) value ? "yes" : "no");
        };
    }

    static String count(long value) {
        return count((double) value);
    }

    static String count(double value) {
        return String.format(Locale.ENGLISH, "%,.0f", value);
    }

    private static String signed(long value) {
        return value == 0 ? "0" : (value > 0 ? "+" : "−") + count(Math.abs((double) value));
    }

    /** Whole from 100 on; below, three significant digits. */
    static String number(double value) {
        if (value > 0 && value < TINY) {
            return "< 0.0001";
        }
        if (Math.abs(value) >= 99.95) {
            return count(value).replace('-', '−');
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_UP));
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()).replace('-', '−');
    }

    /** A percentage with one decimal, two near 0 and 100; what is not quite 0 or 100 is never rounded to it. */
    static String share(double value) {
        double percent = value * 100;
        double toEdge = Math.min(Math.abs(percent), Math.abs(100 - percent));
        if (toEdge == 0) {
            return Math.round(percent) + PERCENT;
        }
        if (toEdge < 0.005) {
            return (percent < 50 ? "< 0.01" : "> 99.99") + PERCENT;
        }
        return String.format(Locale.ENGLISH, toEdge < 1 ? "%.2f" : "%.1f", percent)
                        .replace('-', '−')
                + PERCENT;
    }

    /** The bounds of a share or number, the unit once; a single value where both read the same. */
    static String bounds(Kind kind, double low, double high) {
        double half = (high - low) / 2;
        String from = supported(kind, low, half);
        if (from.equals(supported(kind, high, half))) {
            return from;
        }
        return (kind == Kind.SHARE ? from.replace(PERCENT, "") : from) + "–" + supported(kind, high, half);
    }

    /** A value to the last digit that an interval of this half width supports: the first that is uncertain. */
    private static String supported(Kind kind, double value, double half) {
        if (kind == Kind.SHARE && half >= 0.01 && value >= 0.01 && value <= 0.99) {
            return String.format(Locale.ENGLISH, "%.0f", value * 100) + PERCENT;
        }
        if (kind == Kind.NUMBER && half > 0) {
            int digit = (int) Math.floor(Math.log10(half));
            return plain(BigDecimal.valueOf(value).setScale(-digit, RoundingMode.HALF_UP));
        }
        return cell(kind, value);
    }

    private static String plain(BigDecimal rounded) {
        return rounded.abs().doubleValue() >= 1_000
                ? count(rounded.doubleValue()).replace('-', '−')
                : (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()).replace('-', '−');
    }

    /** A day if the time is midnight, as for exports of which only the day is known. */
    static String time(Instant instant) {
        String minute = MINUTE.format(instant.atZone(ZoneOffset.UTC));
        return minute.replace(" 00:00", "");
    }

    /** A literal of SQL. */
    static String timestamp(Instant instant) {
        return "timestamp '" + SECOND.format(instant.atZone(ZoneOffset.UTC)) + "'";
    }

    static String longDay(Instant instant) {
        return LONG_DAY.format(instant.atZone(ZoneOffset.UTC));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Format() {}
}
