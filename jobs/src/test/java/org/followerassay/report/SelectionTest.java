package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.COUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where there is too much to show, each account has its newest rows, and how many are left out is said. */
@ExtendWith(SparkTest.class)
class SelectionTest {
    private static final Column HOUR =
            timestamp_seconds(lit(1_700_000_000L).plus(col("id").multiply(3_600)));
    private static final Column ACCOUNT = when(col("id").lt(12_000), 100L).otherwise(400L);

    @Test
    void anAccountWithALargeIdHasItsRowsToo(Drawings draw) {
        Selection selection = selection(tables(draw)
                .with(
                        COVERAGE,
                        draw.session()
                                .range(12_010)
                                .select(
                                        HOUR.as("snapshot"),
                                        ACCOUNT.as("account"),
                                        lit("followers").as("direction"),
                                        lit(100L).as("listed"),
                                        lit(100L).as("stated"),
                                        lit(true).as("complete"),
                                        lit(null).cast("string").as("reason"))));

        List<Row> rows = selection.rows(COVERAGE, "account", "snapshot", "direction");

        assertEquals(10_010, rows.size());
        assertEquals(2_000, Selection.leftOut(rows));
        assertEquals(Instant.ofEpochSecond(1_700_000_000L + 2_000 * 3_600L), Cells.time(rows.get(0), "snapshot"));
    }

    @Test
    void growthGoesOnToTheNewestCount(Drawings draw) {
        Selection selection = selection(tables(draw)
                .with(
                        COUNTS,
                        draw.session()
                                .range(12_010)
                                .select(
                                        ACCOUNT.as("account"),
                                        HOUR.as("observed_at"),
                                        col("id").plus(100L).as("followers"),
                                        lit(null).cast("long").as("followees"),
                                        lit(null).cast("long").as("posts"))));

        ShownTable growth = new Growth(selection, new SmallGroups(10)).table();

        assertEquals(4_010, growth.rows().size());
        assertEquals(8_000, growth.leftOut());
        assertEquals(12_099L, growth.rows().get(3_999).get(4));
        assertEquals(12_109L, growth.rows().get(4_009).get(4));
    }

    private static TestInputs tables(Drawings draw) {
        return new TestInputs(draw.session())
                .with(
                        AUDIENCE_RANK,
                        draw.rows(AUDIENCE_RANK, List.of("snapshot", "account", "tier", "followers"), new Object[][] {
                            {Example.NEWEST, 100L, "nano", 900L},
                            {Example.NEWEST, 400L, "nano", 800L}
                        }));
    }

    private static Selection selection(TestInputs tables) {
        return Selection.of(tables, new ReportRequest(List.of(), 2, "x", 10));
    }
}
