package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final byte[] KEY = "sixteen bytes ..".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final Ids open = Ids.open();
    private final Ids keyed = Ids.keyed(KEY, false);
    private final Ids hiding = Ids.keyed(KEY, true);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 123, 1_000_000_000_000_000_000L, Long.MAX_VALUE})
    void decimalIdsStayAsTheyAre(long id) {
        assertEquals(id, open.of(Long.toString(id)));
        assertEquals(id, keyed.of("x", Long.toString(id)));
        assertNotEquals(id, hiding.of(Long.toString(id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "00",
                "9223372036854775808",
                "10000000000000000000",
                "-1",
                "+1",
                "1a",
                "1 ",
                "１",
                "1/",
                "1:"
            })
    void whatLooksLikeANumberAndIsNoneIsNeitherIdNorName(String text) {
        assertEquals(Ids.NONE, open.of(text));
    }

    @Test
    void namesAreHashedWhateverTheirCaseAndForm() {
        long ann = open.of("ann");

        assertTrue(ann > 0);
        assertEquals(ann, open.of("@Ann"));
        assertEquals(ann, open.of("ANN"));
        assertEquals(open.of("zo\u00eb"), open.of("ZOE\u0308"), "composed or not");
        assertNotEquals(open.of("zoe"), open.of("zo\u00eb"));
        assertNotEquals(ann, open.of("_ann"));
        assertNotEquals(Ids.NONE, open.of("_ann"));
        assertNotEquals(ann, open.of("bluesky", "ann"), "each platform has names of its own");
        assertNotEquals(open.of("github", "ann"), open.of("bluesky", "ann"));
    }

    @Test
    void aNameMayBeginWithADigitOnlyWhereItIsKnownToBeOne() {
        assertEquals(Ids.NONE, open.of("3cats"));
        assertTrue(open.ofName("3cats") > 0);
        assertTrue(open.ofName("77") > 0);
        assertNotEquals(77, open.ofName("77"));
        assertEquals(open.ofName("3cats"), open.ofName("", "3Cats"));
        assertEquals(open.of("x", "ann"), open.ofName("x", "ann"));
    }

    @Test
    void whatCannotBeANameIsNone() {
        assertEquals(Ids.NONE, open.ofName(""));
        assertEquals(Ids.NONE, open.ofName("@"));
        assertEquals(Ids.NONE, open.ofName("@ "));
        assertEquals(Ids.NONE, open.ofName("a\u0007b"));
        assertEquals(Ids.NONE, open.ofName("a\ufffdb"));
        assertEquals(Ids.NONE, open.ofName("a\ud800"));
        assertTrue(open.ofName("a".repeat(256)) > 0);
        assertEquals(Ids.NONE, open.ofName("a".repeat(257)));
    }

    @Test
    void theKeyChangesEveryHashAndTheSameKeyGivesTheSame() {
        assertNotEquals(open.of("ann"), keyed.of("ann"));
        assertEquals(keyed.of("ann"), Ids.keyed(KEY, false).of("ann"));
        assertNotEquals(keyed.of("ann"), Ids.keyed(new byte[] {1}, false).of("ann"));
        assertNotEquals(hiding.of("7"), hiding.of("x", "7"), "numbers of two platforms are not the same account");
        assertNotEquals(hiding.of("7"), hiding.ofName("7"));
        assertTrue(hiding.of("7") > 0);
    }

    @Test
    void theFingerprintTellsKeysApart() {
        assertEquals("none", open.fingerprint());
        assertTrue(keyed.fingerprint().matches("[0-9a-f]{1,16}"), keyed.fingerprint());
        assertEquals(keyed.fingerprint() + " all", hiding.fingerprint());
        assertNotEquals(keyed.fingerprint(), Ids.keyed(new byte[] {1}, false).fingerprint());
        assertTrue(hiding.hidesNumbers());
        assertFalse(keyed.hidesNumbers());
    }

    @Test
    void onlyANumberThatStaysTellsItsAccount() {
        assertFalse(open.hides("7", CellKind.ID));
        assertTrue(open.hides("7", CellKind.NAME));
        assertTrue(open.hides("ann", CellKind.ID));
        assertTrue(hiding.hides("7", CellKind.ID));
    }
}
