package org.followerassay.ingest.format;

import java.io.EOFException;
import java.io.IOException;
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

    /** What is wrong with a file; Java says nothing of one that ends too early. */
    public static String why(IOException damage) {
        if (damage.getMessage() != null) {
            return damage.getMessage();
        }
        return damage instanceof EOFException
                ? "it ends in the middle"
                : damage.getClass().getSimpleName();
    }

    private Words() {}
}
