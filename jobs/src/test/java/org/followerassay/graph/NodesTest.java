package org.followerassay.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodesTest {
    @ParameterizedTest(name = "{0} accounts below 2^{1}")
    @CsvSource({"0, 10", "1, 1", "2, 63", "1000, 10", "1000, 40", "20000, 63", "20000, 15"})
    void eachAccountHasItsPlaceInTheirOrder(int accounts, int bits) {
        Random random = new Random(accounts + bits);
        long[] one = random.longs(accounts).map(id -> id >>> 64 - bits).toArray();
        long[] other = random.longs(accounts / 2).map(id -> id >>> 64 - bits).toArray();
        TreeSet<Long> all = new TreeSet<>();
        for (long id : one) {
            all.add(id);
        }
        for (long id : other) {
            all.add(id);
        }

        Nodes nodes = Nodes.of(one, one.length).and(Nodes.of(other, other.length));

        assertEquals(all.size(), nodes.count());
        int place = 0;
        for (long id : all) {
            assertEquals(id, nodes.account(place));
            assertEquals(place++, nodes.of(id));
        }
        for (int i = 0; i < 1_000; i++) {
            long id = random.nextLong() >>> 64 - bits;
            assertTrue(all.contains(id) || nodes.of(id) < 0);
        }
        assertTrue(nodes.of(Long.MAX_VALUE) < 0 || all.contains(Long.MAX_VALUE));
    }
}
