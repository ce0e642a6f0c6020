package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    private final SmallGroups groups = new SmallGroups(10);

    @Test
    void fewerThanTheSmallestGroupAreHiddenAndNobodyIsNot() {
        assertTrue(groups.hides(1L));
        assertTrue(groups.hides(9L));
        assertFalse(groups.hides(10L));
        assertFalse(groups.hides(11L));
        assertFalse(groups.hides(0L));
        assertFalse(groups.hides(null));
    }

    @Test
    void aFigureIsHiddenWithAnyOfTheCountsBehindIt() {
        assertEquals(0.5, groups.figure(0.5, 10L, 20L));
        assertEquals(0.5, groups.figure(0.5, 0L, null));
        assertEquals(new Hidden(10), groups.figure(0.5, 20L, 9L));
        assertEquals(new Hidden(10), groups.figure(0.5, 1L, 20L));
        assertEquals(new Hidden(10), groups.count(3L));
        assertEquals(30L, groups.count(30L));
    }

    @Test
    void countsWithAKnownDifferenceAreHiddenTogetherAndReadTheSame() {
        assertEquals(new Hidden(10, false), groups.oneOf(20L, 5L));
        assertEquals(new Hidden(10, false), groups.oneOf(5L, 20L));
        assertEquals(new Hidden(10, false), groups.oneOf(0L, 5L));
        assertEquals(20L, groups.oneOf(20L, 0L));
        assertEquals("not shown", groups.oneOf(20L, 5L).toString());
    }
}
