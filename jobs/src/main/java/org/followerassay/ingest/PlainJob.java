package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.flow.RowFile;
import org.followerassay.graph.Pairs;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.stage.DealtTies;
import org.followerassay.ingest.stage.Parcel;
import org.followerassay.ingest.stage.Ranges;
import org.followerassay.ingest.stage.Unit;
import org.followerassay.table.Table;
import scala.Tuple2;

/**
 * One Spark job from the text of a long list of plain ties to the files of its tables. Two shuffles: ties by ranges of
 * followee and follower, then counts of both ends by ranges of accounts.
 *
 * <p>RDDs and not columns, since ties are sorted and counted in arrays, and go from task to task thousands at a time: as
 * rows they cost ten times as much. Tasks write files of their own naming and say which; a task that is run again writes
 * another, and the one that the driver hears of counts.
 */
final class PlainJob implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What every task needs to know.
     *
     * @param follows folder of the files of the table follows
     * @param lists of the table lists
     * @param coverage of the table coverage, or null if other inputs have a say in it
     */
    record Order(
            StagedColumns columns,
            Ids ids,
            Ranges ties,
            Ranges accounts,
            PlainLists.Said said,
            String follows,
            String lists,
            String coverage)
            implements Serializable {}

    private final Order order;
    private final Broadcast<SerializableConfiguration> hadoop;

    private PlainJob(Order order, Broadcast<SerializableConfiguration> hadoop) {
        this.order = order;
        this.hadoop = hadoop;
    }

    /** Runs it; back come the verdicts of all blocks, the names of all files, and how many accounts have lists. */
    static List<Parcel> run(JavaSparkContext spark, List<List<Unit>> tasks, Order order) {
        PlainJob job = new PlainJob(order, spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
        List<Parcel> units = tasks.stream()
                .map(task -> Parcel.of(Parcel.Kind.UNITS, 0, task.toArray(Unit[]::new)))
                .toList();
        JavaPairRDD<Integer, Parcel> ties =
                spark.parallelize(units, units.size()).mapPartitionsToPair(job::dealt);
        return ties.partitionBy(new Numbered(order.ties().count()))
                .mapPartitionsToPair(job::sorted)
                .partitionBy(new Numbered(order.accounts().count()))
                .mapPartitions(job::listed)
                .collect();
    }

    private Configuration hadoop() {
        return hadoop.value().value();
    }

    private Iterator<Tuple2<Integer, Parcel>> dealt(Iterator<Parcel> tasks) {
        List<Unit> units = new ArrayList<>();
        tasks.forEachRemaining(task -> units.addAll(List.of((Unit[]) task.object())));
        Iterator<Parcel> parcels = new DealtTies(units, order.columns(), order.ids(), order.ties(), hadoop());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parcels.hasNext();
            }

            @Override
            public Tuple2<Integer, Parcel> next() {
                return addressed(parcels.next());
            }
        };
    }

    private static Tuple2<Integer, Parcel> addressed(Parcel parcel) {
        return new Tuple2<>(parcel.to(), parcel);
    }

    /** Writes the ties of a range; on go counts, and to all tasks what the blocks hold. */
    private Iterator<Tuple2<Integer, Parcel>> sorted(Iterator<Tuple2<Integer, Parcel>> parcels) throws IOException {
        Pairs pairs = new Pairs(0);
        List<Parcel> sent = new ArrayList<>();
        while (parcels.hasNext()) {
            Parcel parcel = parcels.next()._2();
            if (parcel.kind() == Parcel.Kind.TIES) {
                pairs.addAll(parcel.content());
            } else {
                for (int task = 0; task < order.accounts().count(); task++) {
                    sent.add(parcel.sentTo(task));
                }
            }
        }
        if (pairs.count() > 0) {
            SortedTies ties = SortedTies.of(pairs);
            Path path = path(order.follows());
            try (RowFile file = RowFile.create(FOLLOWS, path, hadoop())) {
                ties.write(file, order.said().snapshot());
            }
            sent.add(named(FOLLOWS, path));
            sent.addAll(ties.counts(order.accounts()));
        }
        return sent.stream().map(PlainJob::addressed).iterator();
    }

    /** Writes the lists of a range of accounts. */
    private Iterator<Parcel> listed(Iterator<Tuple2<Integer, Parcel>> parcels) throws IOException {
        boolean tells = TaskContext.getPartitionId() == 0;
        PlainLists lists = new PlainLists(order.said());
        List<Parcel> told = new ArrayList<>();
        while (parcels.hasNext()) {
            Parcel parcel = parcels.next()._2();
            lists.add(parcel);
            boolean isFile = parcel.kind() == Parcel.Kind.FILE;
            if (isFile || (tells && parcel.kind() == Parcel.Kind.VERDICTS)) {
                told.add(parcel);
            }
        }
        if (lists.isEmpty()) {
            return told.iterator();
        }
        Path path = path(order.lists());
        told.add(named(LISTS, path));
        try (RowFile file = RowFile.create(LISTS, path, hadoop())) {
            long accounts = 0;
            if (order.coverage() == null) {
                accounts = lists.write(file, null);
            } else {
                Path whole = path(order.coverage());
                told.add(named(COVERAGE, whole));
                try (RowFile coverage = RowFile.create(COVERAGE, whole, hadoop())) {
                    accounts = lists.write(file, coverage);
                }
            }
            told.add(Parcel.of(Parcel.Kind.ACCOUNTS, 0, accounts));
        }
        return told.iterator();
    }

    private static Path path(String folder) {
        TaskContext task = TaskContext.get();
        return new Path(
                folder,
                String.format(Locale.ROOT, "part-%05d-%d.zstd.parquet", task.partitionId(), task.taskAttemptId()));
    }

    private static Parcel named(Table table, Path path) {
        return Parcel.of(Parcel.Kind.FILE, 0, table.name() + "/" + path.getName());
    }

    /** Sends a parcel to the task that it names. */
    private static final class Numbered extends Partitioner {
        private static final long serialVersionUID = 1L;

        private final int tasks;

        Numbered(int tasks) {
            this.tasks = tasks;
        }

        @Override
        public int numPartitions() {
            return tasks;
        }

        @Override
        public int getPartition(Object task) {
            return (Integer) task;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered numbered && numbered.tasks == tasks;
        }

        @Override
        public int hashCode() {
            return tasks;
        }
    }
}
