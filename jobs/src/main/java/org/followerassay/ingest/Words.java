package org.followerassay.ingest;

import java.util.Locale;

/** Numbers as a person reads them. */
final class Words {
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 row", "5,189 rows". */
    static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    private Words() {}
}
