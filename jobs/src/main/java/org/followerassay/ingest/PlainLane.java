package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.PlainTies;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedColumns;
import org.followerassay.ingest.stage.Packing;
import org.followerassay.ingest.stage.Ranges;
import org.followerassay.ingest.stage.StagedSource;
import org.followerassay.ingest.stage.Unit;
import scala.Tuple2;

/**
 * The faster way for one long list of plain ties. The file is gone through twice: once for the verdict on every line that
 * is no tie, with a sample of the ties; then for the ties, which go to the task that sorts them in one shuffle.
 *
 * <p>There is nothing in which two such rows could contradict each other, so that of equal ties one is kept, and the
 * others are counted as repeated.
 */
record PlainLane(SparkSession session, List<Unit> units, StagedColumns columns, Ids ids, long taskBytes) {
    private static final Encoder<Tuple2<Long, Long>> TIE = Encoders.tuple(Encoders.LONG(), Encoders.LONG());
    private static final long SAMPLE = 200_000;
    private static final long LEAST_BYTES_OF_A_LINE = 12;
    private static final int PACKED = 4;

    /** Ties that one task sorts and one file holds: some 10 MB. */
    private static final long TIES_OF_A_FILE = 2_000_000;

    /** Bytes from which on the faster way is worth its second pass; a setting of the session for the sake of tests. */
    static long from(SparkSession session) {
        return Long.parseLong(session.conf().get("spark.assay.plainFromBytes", "8388608"));
    }

    /** True if an export is one long list of plain ties. */
    static boolean fits(Export export, Ids ids) {
        if (export.parts().size() != 1 || ids.hidesNumbers()) {
            return false;
        }
        Part part = export.parts().get(0);
        return part.reader() instanceof PlainTies ties && !ties.named();
    }

    Dataset<Row> verdicts() {
        return StagedSource.verdicts(session, units, columns, ids, taskBytes, sampledOneIn());
    }

    private int sampledOneIn() {
        Unit any = units.get(0);
        long bytes = any.stretch().bytes() * (any.stretch().compression() == Compression.NONE ? 1 : PACKED);
        return (int) Math.max(1, Math.min(1 << 20, bytes / LEAST_BYTES_OF_A_LINE / SAMPLE));
    }

    /** Distinct ties, each range of them in one partition, sorted by followee and follower. One shuffle. */
    Dataset<Row> ties(Dataset<Row> verdicts, long ties) {
        List<long[]> sample = new ArrayList<>();
        verdicts.where(col("outcome").equalTo(RowSink.ROW).and(col("kind").equalTo(Kind.TIE.code())))
                .select("followee", "follower")
                .collectAsList()
                .forEach(row -> sample.add(new long[] {row.getLong(0), row.getLong(1)}));
        int cores = session.sparkContext().defaultParallelism();
        long files = Math.max((ties + TIES_OF_A_FILE - 1) / TIES_OF_A_FILE, ties > Packing.FEW_ROWS ? cores : 1);
        Ranges ranges = Ranges.of(sample, (int) Math.min(files, 20_000));
        Dataset<Row> shared = StagedSource.ties(session, units, columns, ids, taskBytes, ranges)
                .repartition(ranges.count(), col("label"))
                .select("followee", "follower");
        return shared.as(TIE)
                .mapPartitions((MapPartitionsFunction<Tuple2<Long, Long>, Tuple2<Long, Long>>) SortedTies::of, TIE)
                .toDF("followee", "follower");
    }
}
