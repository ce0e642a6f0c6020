package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.testkit.TextTable.assertTable;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class ConfirmationTest {
    @Test
    void lotsConfirmOnlyWhereNothingIsKnownOfProfiles(SparkSession session, Drawings draw) {
        Dataset<Row> found =
                session.sql("""
                select * from values
                    ('profiles differ', true, 7L, 0.0),
                    ('profiles alike, in lots', false, 7L, 0.9),
                    ('profiles alike', false, 7L, 0.0),
                    ('profiles unknown, in lots', null, null, 0.9),
                    ('profiles unknown, few in lots', null, null, 0.1)
                    as found(what, differs, traits_known, in_lots_share)
                """).select(col("what"), Confirmation.confirmed().as("confirmed"));

        assertTable("""
                what                           confirmed
                profiles alike                 false
                profiles alike, in lots        false
                profiles differ                true
                profiles unknown, few in lots  false
                profiles unknown, in lots      true
                """, found, draw);
    }
}
