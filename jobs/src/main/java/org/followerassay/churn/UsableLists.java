package org.followerassay.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The snapshots at which a list can be compared, each with the one before and the one after it in the same list.
 *
 * <p>Usable pairs of a list form a chain, so that each of its snapshots is the earlier one of one pair at most, and the
 * later one of one pair at most.
 */
final class UsableLists {
    /** Columns account, direction, snapshot, listed, and previous and next, of which one may be null. */
    static Dataset<Row> of(Dataset<Row> snapshotPairs) {
        return snapshotPairs
                .where(col("usable"))
                .select(
                        col("account"),
                        col("direction"),
                        explode(array(
                                        struct(
                                                col("snapshot_before").as("snapshot"),
                                                col("listed_before").as("listed"),
                                                lit(null).cast(TimestampType).as("previous"),
                                                col("snapshot_after").as("next")),
                                        struct(
                                                col("snapshot_after").as("snapshot"),
                                                col("listed_after").as("listed"),
                                                col("snapshot_before").as("previous"),
                                                lit(null).cast(TimestampType).as("next"))))
                                .as("end"))
                .select("account", "direction", "end.*")
                .groupBy("account", "direction", "snapshot")
                .agg(
                        max("listed").as("listed"),
                        max("previous").as("previous"),
                        max("next").as("next"));
    }

    private UsableLists() {}
}
