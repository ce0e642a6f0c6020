package org.followerassay.ingest.format;

import java.io.EOFException;
import java.util.Locale;

/** Numbers and failures as a person reads them. */
public final class Words {
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 row", "5,189 rows". */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /**
     * A name from a stranger, so that it can stand in a message: what steers a terminal or turns the text around is
     * written as its code.
     */
    public static String harmless(String text) {
        if (text.codePoints().noneMatch(Words::steers)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> shown.append(
                        steers(point) ? String.format(Locale.ROOT, "\\u%04x", point) : Character.toString(point)));
        return shown.toString();
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** What went wrong, in words; some of Java's own exceptions have none. */
    public static String why(Exception wrong) {
        return wrong.getMessage() == null || wrong.getMessage().isBlank()
                ? wrong instanceof EOFException
                        ? "it ends in the middle"
                        : wrong.getClass().getSimpleName()
                : harmless(wrong.getMessage());
    }

    private Words() {}
}
