package org.followerassay.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * Rows and nulls of the Parquet files in a folder, counted from the footers of what was really written.
 *
 * <p>Spark's accumulators count a retried task twice, so they are never the source of a published count.
 */
record Footers(List<Manifest.DataFile> files, SortedMap<String, Long> nulls) {
    static final Footers NONE = new Footers(List.of(), new TreeMap<>());

    static Footers in(FileSystem fileSystem, Path folder, Configuration hadoop) throws IOException {
        List<FileStatus> parquet = Arrays.stream(fileSystem.listStatus(folder))
                .filter(file -> file.getPath().getName().endsWith(".parquet"))
                .sorted(Comparator.comparing(file -> file.getPath().getName()))
                .toList();
        List<Manifest.DataFile> files = new ArrayList<>();
        SortedMap<String, Long> nulls = new TreeMap<>();
        for (FileStatus file : parquet) {
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
                for (BlockMetaData block : reader.getFooter().getBlocks()) {
                    countNulls(block, nulls);
                }
                files.add(new Manifest.DataFile(file.getPath().getName(), file.getLen(), reader.getRecordCount()));
            }
        }
        return new Footers(List.copyOf(files), nulls);
    }

    private static void countNulls(BlockMetaData block, SortedMap<String, Long> nulls) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            if (!chunk.getStatistics().isNumNullsSet()) {
                throw new IllegalStateException("no null count for " + chunk.getPath() + ": see EngineSettings");
            }
            if (chunk.getStatistics().getNumNulls() > 0) {
                nulls.merge(chunk.getPath().toDotString(), chunk.getStatistics().getNumNulls(), Long::sum);
            }
        }
    }

    long rows() {
        return files.stream().mapToLong(Manifest.DataFile::rows).sum();
    }
}
