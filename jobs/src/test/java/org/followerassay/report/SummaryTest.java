package org.followerassay.report;

import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.ReportTables.COMPARISON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order is told of those that can be set in it. */
@ExtendWith(SparkTest.class)
class SummaryTest {
    private static final String FIRST =
            "1 has the most followers; weighted by the attention that each follower can give, ";

    @Test
    void nobodyComesFirstWhereNoAttentionIsKnown(Drawings draw) {
        assertEquals(List.of(), orders(draw, new Double[] {null, null, null}, new Double[] {null, null, null}));
        assertEquals(List.of(), orders(draw, new Double[] {null, 4.0, null}, new Double[] {null, 0.0, null}));
    }

    @Test
    void aSharedFirstPlaceIsNobodys(Drawings draw) {
        assertEquals(List.of(), orders(draw, new Double[] {1.0, 4.0, 4.0}, new Double[] {-1.0, -1.0, 0.0}));
    }

    @Test
    void theFirstIsAmongThoseOfWhomItIsKnown(Drawings draw) {
        assertEquals(
                List.of(FIRST + "3 comes first. " + Messages.of("summary.where_known")),
                orders(draw, new Double[] {null, 4.0, 5.0}, new Double[] {null, 0.0, 1.0}));
    }

    @Test
    void aFallIsToldAsAFall(Drawings draw) {
        assertEquals(
                List.of(
                        FIRST + "3 comes first.",
                        "2 falls the most between the two orders: rank 2 by count, rank 3 by attention."),
                orders(draw, new Double[] {4.0, 3.0, 5.0}, new Double[] {-1.0, -2.0, 7.0}));
    }

    /** What is said of the order of three accounts, from their attention and changes of rank. */
    private static List<String> orders(Drawings draw, Double[] attention, Double[] changes) {
        List<Object[]> ranks = new ArrayList<>();
        List<Object[]> measures = new ArrayList<>();
        for (int i = 0; i < attention.length; i++) {
            long account = i + 1L;
            ranks.add(new Object[] {Example.NEWEST, account, "nano", 1_000L - i});
            measures.add(measure(account, "followers", 1_000.0 - i));
            measures.add(measure(account, "attention", attention[i]));
            measures.add(measure(account, "rank_change", changes[i]));
            measures.add(measure(account, "rank_by_followers", i + 1.0));
            measures.add(measure(account, "rank_by_attention", i + 2.0));
        }
        TestInputs tables = new TestInputs(draw.session())
                .with(
                        AUDIENCE_RANK,
                        draw.rows(
                                AUDIENCE_RANK,
                                List.of("snapshot", "account", "tier", "followers"),
                                ranks.toArray(Object[][]::new)))
                .with(
                        COMPARISON,
                        draw.rows(
                                COMPARISON,
                                List.of("snapshot", "account", "measure", "value", "note"),
                                measures.toArray(Object[][]::new)));
        SmallGroups groups = new SmallGroups(10);
        Selection selection = Selection.of(tables, new ReportRequest(List.of(), 3, "x", 10));
        return new Summary(selection, new ComparisonTables(selection, groups), groups)
                .sentences().stream()
                        .filter(sentence -> sentence.matches(".*(first|most followers|falls).*"))
                        .toList();
    }

    private static Object[] measure(long account, String name, Double value) {
        return new Object[] {Example.NEWEST, account, name, value, ""};
    }
}
