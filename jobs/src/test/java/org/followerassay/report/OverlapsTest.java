package org.followerassay.report;

import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class OverlapsTest {
    /** Ann and bob share two of their followers; whom the three follow themselves is another matter. */
    @Test
    void accountsShareThoseWhoFollowThem(Drawings draw) {
        TestInputs tables = new TestInputs(draw.session())
                .with(FOLLOWS, draw.follows("""
                        ann <- eve fay gil hal
                        bob <- fay gil ida
                        cat <- jan
                        ann  -> cat jan kay lou
                        bob  -> cat jan kay lou
                        """))
                .with(
                        AUDIENCE_RANK,
                        draw.rows(
                                AUDIENCE_RANK,
                                List.of(
                                        "snapshot",
                                        "account",
                                        "tier",
                                        "followers",
                                        "known_followers",
                                        "rank_by_followers"),
                                ranked(draw, "ann", 4),
                                ranked(draw, "bob", 3),
                                ranked(draw, "cat", 3)));
        Selection selection = Selection.of(tables, new ReportRequest(List.of(), 3, "out", 1));

        ShownTable overlaps = new Overlaps(selection, new SmallGroups(1)).table();

        assertEquals(
                List.of("ann bob 2 0.6667 0.4000", "ann cat 0 0.0000 0.0000", "bob cat 0 0.0000 0.0000"),
                Line.of(overlaps).map(line -> shown(draw, line)).toList());
    }

    private static Object[] ranked(Drawings draw, String account, long followers) {
        return new Object[] {DAY_1, draw.id(account), "small", followers, 0L, 1L};
    }

    private static String shown(Drawings draw, Line line) {
        return String.format(
                java.util.Locale.ROOT,
                "%s %s %.0f %.4f %.4f",
                draw.name((Long) line.value("account")),
                draw.name((Long) line.value("other_account")),
                line.number("shared_followers"),
                line.number("smaller_share"),
                line.number("jaccard"));
    }
}
