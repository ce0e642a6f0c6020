package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalLong;
import org.followerassay.ingest.format.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidTest {
    @Test
    void aKeyTellsWhenItWasGiven() {
        long micros = Times.micros(Instant.parse("2026-01-03T02:57:44.771123Z"));

        assertEquals(OptionalLong.of(micros), Tid.micros(key(micros, 0)));
        assertEquals(OptionalLong.of(micros), Tid.micros(key(micros, 1_023)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "self",
                "3lyileto4q52",
                "3lyileto4q52kk",
                "3lyileto4q521",
                "3LYILETO4Q52K",
                "zzzzzzzzzzzzz",
                "jzzzzzzzzzzzz"
            })
    void otherKeysTellNothing(String key) {
        assertEquals(OptionalLong.empty(), Tid.micros(key));
    }

    /** The key for a time, written from the definition. */
    static String key(long micros, int clock) {
        StringBuilder digits = new StringBuilder();
        for (long bits = micros << 10 | clock; digits.length() < 13; bits >>>= 5) {
            digits.insert(0, "234567abcdefghijklmnopqrstuvwxyz".charAt((int) (bits & 31)));
        }
        return digits.toString();
    }
}
