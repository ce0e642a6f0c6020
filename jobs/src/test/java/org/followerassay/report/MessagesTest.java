package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aValueThatLooksLikeAPlaceStaysAsItIs() {
        assertEquals(
                "{1} has the most followers; weighted by the attention that each follower can give, $0 \\{0} comes first.",
                Messages.of("summary.two_leaders", "{1}", "$0 \\{0}"));
        assertEquals("fewer than {0}", Messages.of("hidden"));
    }
}
