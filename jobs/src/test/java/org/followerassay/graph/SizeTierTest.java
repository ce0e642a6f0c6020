package org.followerassay.graph;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.testkit.TextTable.assertTable;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class SizeTierTest {
    @Test
    void aTierBeginsAtItsRoundNumber(Drawings draw) {
        List<Long> followers = List.of(0L, 999L, 1_000L, 5_000L, 20_000L, 99_999L, 100_000L, 1_000_000L);

        assertTable(
                """
                followers  tier
                0          small
                999        small
                1000       nano
                5000       micro
                20000      mid
                99999      mid
                100000     macro
                1000000    mega
                """,
                draw.session()
                        .createDataset(followers, Encoders.LONG())
                        .select(
                                col("value").as("followers"),
                                SizeTier.of(col("value")).as("tier")),
                draw);
    }
}
