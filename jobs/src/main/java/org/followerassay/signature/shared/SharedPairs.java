package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Counts the followers that pairs of accounts share, by stratum, in plain arrays.
 *
 * <p>There are many more pairs than ties, and hardly any shares enough to be kept: as rows of a join they cost a microsecond each.
 * Here what is shuffled are lists of followees, a byte or two an account; pairs are counted where all of an account's lists meet.
 */
final class SharedPairs {
    /** Shared followers that one task counts: its table of pairs takes at most some 100 MB. */
    private static final long PAIRS_OF_A_TASK = 4_000_000;

    private static final long MOST_TASKS = 20_000;

    private static final StructType COUNTED = new StructType()
            .add("number", DataTypes.IntegerType)
            .add("other_number", DataTypes.IntegerType)
            .add("followees_from", DataTypes.LongType)
            .add("shared", DataTypes.LongType)
            .add("shared_followers", DataTypes.LongType);

    /**
     * One row per pair of accounts that share at least so many followers, and stratum in which they share any: number,
     * other_number (the larger), followees_from, shared, shared_followers (in all strata). Two shuffles: of the ties by follower,
     * and of lists by account.
     *
     * @param ties follower, number (of an account, from 0, below 2^29), each once
     * @param pairs about how many pairs all followers make
     */
    static Dataset<Row> of(Dataset<Row> ties, long pairs, long least) {
        SparkSession session = ties.sparkSession();
        int followerTasks = Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions"));
        int tasks = (int) Math.min(MOST_TASKS, Math.max(followerTasks, pairs / PAIRS_OF_A_TASK + 1));
        JavaRDD<Row> counted = ties.select("follower", "number")
                .repartition(followerTasks, col("follower"))
                .sortWithinPartitions("follower", "number")
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(sorted -> new FolloweeParcels(sorted, tasks))
                .partitionBy(new HashPartitioner(tasks))
                .mapPartitions(parcels -> counted(parcels, tasks, least));
        return session.createDataFrame(counted, COUNTED);
    }

    private static Iterator<Row> counted(Iterator<Tuple2<Integer, byte[]>> parcels, int tasks, long least) {
        PairCounts counts = new PairCounts();
        int task = TaskContext.getPartitionId();
        parcels.forEachRemaining(parcel -> FolloweeParcels.count(parcel._2(), task, tasks, counts));
        Iterator<PairCounts.Shared> found = counts.ofAtLeast(least);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public Row next() {
                return row(found.next());
            }
        };
    }

    private static Row row(PairCounts.Shared pair) {
        long from = Strata.FROM.get(pair.stratum());
        return RowFactory.create(pair.account(), pair.other(), from, (long) pair.shared(), pair.all());
    }

    private SharedPairs() {}
}
