package org.followerassay.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.ingest.format.Compression;

/**
 * Cuts a long, unpacked text into blocks that are read side by side, each knowing the number of its first line.
 *
 * <p>Costs one more pass over the file, at the speed of the disk. Packed files can't be cut: one task reads all of it.
 */
final class Blocks {
    /** Long enough that counting pays, short enough that a task repeats little. */
    static final long BYTES = 128L << 20;

    static List<Unit> of(SparkSession session, Unit whole, long bytes, long blockBytes) {
        int blocks = (int) Math.min(100_000, (bytes + blockBytes - 1) / blockBytes);
        if (whole.compression() != Compression.NONE || blocks < 2) {
            return List.of(whole);
        }
        long step = (bytes + blocks - 1) / blocks;
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sparkContext().hadoopConfiguration());
        String path = whole.path();
        List<Long> counts = spark.parallelize(IntStream.range(0, blocks).boxed().toList(), blocks)
                .map(block -> linesBeginning(path, hadoop, block * step, Math.min(bytes, (block + 1) * step)))
                .collect();
        List<Unit> units = new ArrayList<>();
        long before = 0;
        for (int block = 0; block < blocks; block++) {
            long end = Math.min(bytes, (block + 1) * step);
            units.add(new Unit(path, "", whole.file(), Compression.NONE, block * step, end, before));
            before += counts.get(block);
        }
        return units;
    }

    /** Lines whose first byte is in the block: byte 0, and every byte after a line feed. */
    private static long linesBeginning(String path, SerializableConfiguration hadoop, long start, long end)
            throws IOException {
        Path file = new Path(path);
        try (FSDataInputStream in = file.getFileSystem(hadoop.value()).open(file)) {
            in.seek(Math.max(0, start - 1));
            long left = end - 1 - Math.max(0, start - 1);
            long lines = start == 0 ? 1 : 0;
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(path + " became shorter while it was read");
                }
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                left -= read;
            }
            return lines;
        }
    }

    private Blocks() {}
}
