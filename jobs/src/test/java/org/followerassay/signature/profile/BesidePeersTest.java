package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.testkit.TextTable.assertTable;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class BesidePeersTest {
    private static final StructType COUNTS = new StructType()
            .add("account", DataTypes.LongType)
            .add("trait", DataTypes.StringType)
            .add("known", DataTypes.LongType)
            .add("followers", DataTypes.LongType)
            .add("listed", DataTypes.LongType)
            .add("in_reference", DataTypes.BooleanType);

    @Test
    void peersAreTheAccountsOfTheReference(Drawings draw) {
        Dataset<Row> counts = counts(draw);

        assertTable("""
                account  share  peers  peer_median  peer_rank
                1        0.1    3      0.2          0
                2        0.2    3      0.2          0.5
                3        0.3    3      0.2          1
                4        0.3    3      0.2          0.6667
                5        0.9    3      0.2          1
                6        0.5    1      0.5          -
                """, BesidePeers.of(counts, "trait"), draw);
    }

    @Test
    void withoutAReferenceAllOfASizeAre(Drawings draw) {
        assertTable("""
                account  peers  peer_median  peer_rank
                1        5      0.3          0
                2        5      0.3          0.25
                3        5      0.3          0.5
                4        5      0.3          0.5
                5        5      0.3          1
                6        1      0.5          -
                """, BesidePeers.of(counts(draw).withColumn("in_reference", lit(true)), "trait"), draw);
    }

    /** Five small accounts, of which the first three are the reference, and a large one of the reference. */
    private static Dataset<Row> counts(Drawings draw) {
        return draw.session()
                .createDataFrame(
                        List.of(
                                RowFactory.create(1L, "never_posted", 100L, 10L, 500L, true),
                                RowFactory.create(2L, "never_posted", 100L, 20L, 500L, true),
                                RowFactory.create(3L, "never_posted", 100L, 30L, 500L, true),
                                RowFactory.create(4L, "never_posted", 100L, 30L, 500L, false),
                                RowFactory.create(5L, "never_posted", 100L, 90L, 500L, false),
                                RowFactory.create(6L, "never_posted", 100L, 50L, 5_000L, true)),
                        COUNTS)
                .orderBy(col("account").desc());
    }
}
