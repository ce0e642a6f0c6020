package org.followerassay.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The rounds of a {@link Spread} over edges that are dealt to many tasks, by the account that they come from.
 *
 * <p>Who sends to whom is settled once. In a round each part adds up what it has for each account of each other part, and only
 * these sums are shuffled, as bare numbers: no edge moves, and no account is named. Sums arrive in any order and are added in
 * that of their senders, so that every run gives the same bits.
 */
final class SpreadJob {
    private static final StructType SCORES =
            new StructType().add("account", DataTypes.LongType).add("score", DataTypes.DoubleType);

    /** Rounds after which the lineage is cut: each cut is a job of its own. */
    private static final int ROUNDS_PER_CUT = 8;

    private final Spread spread;
    private final int parts;

    private SpreadJob(Spread spread, int parts) {
        this.spread = spread;
        this.parts = parts;
    }

    /** @param rows edges (from, to) and seeds (from, to null, weight, least_fan) */
    static Dataset<Row> on(Dataset<Row> rows, Spread spread) {
        SparkSession session = rows.sparkSession();
        int parts = Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions"));
        double everybody = spread.everybody();
        SpreadJob job = new SpreadJob(spread, parts);
        JavaPairRDD<Integer, SpreadParcel> parcels =
                rows.queryExecution().toRdd().toJavaRDD().mapPartitionsToPair(edges -> SpreadParcel.of(edges, parts));
        JavaRDD<SpreadPart> own = job.dealt(parcels)
                .map(parcel -> parcel._2())
                .mapPartitionsWithIndex(
                        (part, arrived) -> List.of(SpreadPart.read(part, SpreadInput.of(arrived), everybody))
                                .iterator(),
                        true);
        JavaRDD<Row> scores = job.scores(own);
        return session.createDataFrame(scores, SCORES);
    }

    private JavaRDD<Row> scores(JavaRDD<SpreadPart> read) {
        int all = parts;
        JavaRDD<SpreadPart> senders = read.map(part -> part.dealt(all)).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<SpreadPart> nodes = dealt(senders.mapPartitionsToPair(SpreadJob::routes))
                .zipPartitions(senders, SpreadJob::receiving)
                .persist(StorageLevel.MEMORY_AND_DISK());
        long accounts = nodes.map(part -> (long) part.accounts()).reduce(Long::sum);
        senders.unpersist();
        double damping = spread.damping();
        JavaRDD<double[]> scores = nodes.map(SpreadPart::weights);
        JavaRDD<double[]> cut = scores;
        for (int round = spread.rounds(accounts); round > 0; round--) {
            scores = dealt(nodes.zipPartitions(scores, SpreadJob::sums).mapToPair(sent -> sent))
                    .zipPartitions(nodes, (sums, part) -> received(sums, part, damping));
            if (round % ROUNDS_PER_CUT == 1) {
                scores.rdd().localCheckpoint();
                scores.count();
                cut.unpersist();
                cut = scores;
            }
        }
        return nodes.zipPartitions(scores, SpreadJob::rows);
    }

    private <T> JavaRDD<Tuple2<Integer, T>> dealt(JavaPairRDD<Integer, T> addressed) {
        return addressed.partitionBy(new Address(parts)).map(sent -> sent);
    }

    private static Iterator<Tuple2<Integer, SpreadPart.Sent<long[]>>> routes(Iterator<SpreadPart> parts) {
        return parts.next().targets().iterator();
    }

    private static Iterator<SpreadPart> receiving(
            Iterator<Tuple2<Integer, SpreadPart.Sent<long[]>>> routes, Iterator<SpreadPart> parts) {
        return List.of(parts.next().receiving(inOrder(routes))).iterator();
    }

    private static Iterator<Tuple2<Integer, SpreadPart.Sent<double[]>>> sums(
            Iterator<SpreadPart> parts, Iterator<double[]> scores) {
        return parts.next().sums(scores.next()).iterator();
    }

    private static Iterator<double[]> received(
            Iterator<Tuple2<Integer, SpreadPart.Sent<double[]>>> sums, Iterator<SpreadPart> parts, double damping) {
        return List.of(parts.next().scores(inOrder(sums), damping)).iterator();
    }

    private static <T> List<SpreadPart.Sent<T>> inOrder(Iterator<Tuple2<Integer, SpreadPart.Sent<T>>> arrived) {
        List<SpreadPart.Sent<T>> all = new ArrayList<>();
        arrived.forEachRemaining(sent -> all.add(sent._2()));
        all.sort(Comparator.comparingInt(SpreadPart.Sent::sender));
        return all;
    }

    private static Iterator<Row> rows(Iterator<SpreadPart> parts, Iterator<double[]> scores) {
        SpreadPart part = parts.next();
        double[] found = scores.next();
        return IntStream.range(0, found.length)
                .filter(node -> found[node] != 0)
                .mapToObj(node -> RowFactory.create(part.account(node), found[node]))
                .iterator();
    }

    /** Sends to the part whose number is the key. */
    private static final class Address extends Partitioner {
        private static final long serialVersionUID = 1L;

        private final int parts;

        Address(int parts) {
            this.parts = parts;
        }

        @Override
        public int numPartitions() {
            return parts;
        }

        @Override
        public int getPartition(Object part) {
            return (Integer) part;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Address address && address.parts == parts;
        }

        @Override
        public int hashCode() {
            return parts;
        }
    }
}
