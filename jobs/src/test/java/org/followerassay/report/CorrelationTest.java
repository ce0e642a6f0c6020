package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class CorrelationTest {
    @Test
    void ranksThatAreAllTheSameHaveNone(SparkSession session) {
        assertTrue(of(session, "(1, 1), (1, 1), (1, 1)").isNullAt(0));
        assertTrue(of(session, "(1, 2), (1, 3)").isNullAt(0));
        assertTrue(of(session, "(1, 2)").isNullAt(0));
    }

    @Test
    void othersHaveSparks(SparkSession session) {
        Row both = of(session, "(1, 4), (2, 2), (3, 3), (4, 9), (7, null)");

        assertEquals(both.getDouble(1), both.getDouble(0), 1e-12);
        assertEquals(1.0, of(session, "(1, 4), (2, 5)").getDouble(0), 1e-12);
    }

    private static Row of(SparkSession session, String pairs) {
        return session.sql("select cast(x as bigint) x, cast(y as bigint) y from values " + pairs + " as t(x, y)")
                .agg(
                        Correlation.of(col("x"), col("y")),
                        org.apache.spark.sql.functions.expr(
                                pairs.contains("null") ? "corr(x, y)" : "cast(null as double)"))
                .first();
    }
}
