package org.followerassay.ingest.format;

import java.util.Locale;

/** Numbers as a person reads them. */
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

    private Words() {}
}
