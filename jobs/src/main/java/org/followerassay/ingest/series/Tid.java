package org.followerassay.ingest.series;

import java.util.OptionalLong;
import org.followerassay.ingest.format.Times;

/**
 * The key that AT Protocol gives to records: 13 letters and digits that hold 53 bits of microseconds since 1970 and 10
 * bits that tell clocks apart. The account's own server or program gives it, so the time is claimed like any other.
 */
final class Tid {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;

    /** When the key was given, in microseconds; empty if the text is no such key. */
    static OptionalLong micros(String key) {
        if (key.length() != LENGTH || DIGITS.indexOf(key.charAt(0)) >= DIGITS.length() / 2) {
            return OptionalLong.empty();
        }
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(key.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            bits = bits << 5 | digit;
        }
        long micros = bits >>> CLOCK_BITS;
        return Times.isKnown(micros) ? OptionalLong.of(micros) : OptionalLong.empty();
    }

    private Tid() {}
}
