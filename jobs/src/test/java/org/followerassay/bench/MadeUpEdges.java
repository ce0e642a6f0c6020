package org.followerassay.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;

/** A made-up graph of different edges as Parquet, and as bare numbers for programs that read nothing else. */
final class MadeUpEdges {
    static final String PARQUET = "edges.parquet";
    static final String NUMBERS = "edges.bin";

    /** Arguments: a folder, and how many lines to make up, of which some repeat another. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path text = folder.resolve("edges.tsv");
        new MadeUpTies(Long.parseLong(args[1]), 7).write(text);
        try (SparkSession session = HeldSession.open()) {
            Dataset<Row> edges = session.read()
                    .option("sep", "\t")
                    .option("comment", "#")
                    .schema("from long, to long")
                    .csv(text.toString())
                    .distinct()
                    .sort("to", "from");
            edges.write().parquet(folder.resolve(PARQUET).toString());
            numbers(
                    session.read().parquet(folder.resolve(PARQUET).toString()).sort("to", "from"),
                    folder.resolve(NUMBERS));
        }
        Files.delete(text);
    }

    private static void numbers(Dataset<Row> edges, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            out.writeInt(Math.toIntExact(edges.count()));
            edges.toLocalIterator().forEachRemaining(edge -> {
                try {
                    out.writeLong(edge.getLong(0));
                    out.writeLong(edge.getLong(1));
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        }
    }

    /** From and to of each edge, one after the other. */
    static long[] read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NUMBERS)), 1 << 20))) {
            long[] ends = new long[2 * in.readInt()];
            for (int end = 0; end < ends.length; end++) {
                ends[end] = in.readLong();
            }
            return ends;
        }
    }

    static Measurement.Written written(Path parquet, SparkSession session) throws IOException {
        TreeMap<String, String> versions = new TreeMap<>();
        versions.put("spark", session.version());
        versions.put("java", Runtime.version().toString());
        try (Stream<Path> files = Files.list(parquet)) {
            long bytes = files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return new Measurement.Written(bytes, bytes, versions);
        }
    }

    private MadeUpEdges() {}
}
