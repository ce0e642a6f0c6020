package org.followerassay.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class HashesTest {
    @Test
    void itIsTheSha256OfEachPartBehindItsLength() {
        // printf 3:abc | sha256sum, and 2:ü1:b, whose first part is of two bytes.
        assertEquals("aab5f9ae99b2e38fb462025c8f72f570c9c811705d2a4277dc855d7fa293fe97", Hashes.of("abc"));
        assertEquals("f52b7ca717f36c2790c5203e1e950163b884ef38c9945a8f0f1f8d3db8b1470c", Hashes.of("ü", "b"));
        assertEquals(Hashes.of("1"), Hashes.of(1));
        assertEquals(Hashes.of("null"), Hashes.of((Object) null));
    }

    @Test
    void whereAPartEndsMatters() {
        assertNotEquals(Hashes.of("ab", "c"), Hashes.of("a", "bc"));
        assertNotEquals(Hashes.of("a", "b"), Hashes.of("b", "a"));
        assertNotEquals(Hashes.of("a", ""), Hashes.of("a"));
        assertNotEquals(Hashes.of("1:a"), Hashes.of("1", "a"));
    }
}
