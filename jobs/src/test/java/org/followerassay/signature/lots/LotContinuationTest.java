package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.max;
import static org.followerassay.testkit.TextTable.assertTable;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class LotContinuationTest {
    private static final int LEAST = 15;

    /** Lots of days 10 to 13, and how many young followers were created on each day from 14 on. */
    @Test
    void itEndsWhereTheRateDoes(Drawings draw) {
        List<Row> days = new ArrayList<>();
        lot(days, 1, 6, 6, 5, 4, 0, 9); // until the empty day
        lot(days, 2, 2, 9, 9, 9); // a lot too thin to have a rate
        lot(days, 3, 12, 3, 3, 3, 3, 3, 3, 3); // newcomers, at a quarter of the rate
        lot(days, 4, 6, 0, 0, 9, 9, 9); // others, after a gap
        lot(days, 5, 6, 7, 7); // too few
        lot(days, 6, 30, 15, 15, 15, 14, 14); // half the rate; about the third day, less

        assertTable("""
                lot  last  added
                1    16    15
                2    -     0
                3    -     0
                4    -     0
                5    -     0
                6    15    30
                """, continued(draw, days), draw);
    }

    /** A lot with so many old followers per day, and a young one on the last of them. */
    private static void lot(List<Row> days, long lot, long perDay, long... young) {
        for (int day = 10; day <= 13; day++) {
            days.add(RowFactory.create(lot, 10, 13, day, perDay, 0L));
        }
        for (int i = 0; i < young.length; i++) {
            if (young[i] > 0) {
                days.add(RowFactory.create(lot, 10, 13, 14 + i, 0L, young[i]));
            }
        }
    }

    private static Dataset<Row> continued(Drawings draw, List<Row> days) {
        StructType schema = StructType.fromDDL(
                "lot bigint, created_from_day int, created_to_day int, created_day int, created bigint, young bigint");
        Dataset<Row> rows = draw.session().createDataFrame(days, schema);
        return LotContinuation.marked(rows, new String[] {"lot", "created_from_day", "created_to_day"})
                .groupBy("lot")
                .agg(
                        max("created_from_day").as("from"),
                        LotContinuation.lastDay(LEAST).as("last"),
                        LotContinuation.followers(LEAST).as("added"));
    }
}
