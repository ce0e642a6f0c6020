package org.followerassay.evaluate.platform;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;

/** Writes rows in parallel and gives the files names that a reader of exports understands. */
final class PartFiles {
    private static final String SCRATCH = "_parts";

    private final FileSystem fileSystem;
    private final Path folder;

    PartFiles(Path folder, Configuration hadoop) throws IOException {
        this.folder = folder;
        fileSystem = folder.getFileSystem(hadoop);
    }

    /** Files such as {@code follows-2026-10-31-00000.csv.gz}, each with a header. */
    void csv(String name, Dataset<Row> rows) throws IOException {
        rows.write()
                .mode("overwrite")
                .option("header", true)
                .option("compression", "gzip")
                .csv(scratch());
        take(name, ".csv.gz");
    }

    /** Files such as {@code edges-2026-10-31-00000.txt.gz}; one column of text. */
    void text(String name, String ending, Dataset<Row> lines) throws IOException {
        lines.write().mode("overwrite").option("compression", "gzip").text(scratch());
        take(name, ending);
    }

    private String scratch() {
        return new Path(folder, SCRATCH).toString();
    }

    private void take(String name, String ending) throws IOException {
        Path scratch = new Path(folder, SCRATCH);
        List<FileStatus> parts = Stream.of(fileSystem.listStatus(scratch))
                .filter(file -> file.getPath().getName().startsWith("part-"))
                .sorted(Comparator.comparing(FileStatus::getPath))
                .toList();
        for (int part = 0; part < parts.size(); part++) {
            Path target = new Path(folder, String.format(Locale.ROOT, "%s-%05d%s", name, part, ending));
            fileSystem.delete(target, false);
            if (!fileSystem.rename(parts.get(part).getPath(), target)) {
                throw AssayException.failed("can't write " + target);
            }
        }
        fileSystem.delete(scratch, true);
    }
}
