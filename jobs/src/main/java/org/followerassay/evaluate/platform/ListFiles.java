package org.followerassay.evaluate.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes one file per run of rows with the same path: columns path, opening, line, parting, closing.
 *
 * <p>Rows of a path must lie together in one partition. A task that is tried again writes the same files again.
 */
final class ListFiles implements ForeachPartitionFunction<Row> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final SerializableConfiguration hadoop;

    ListFiles(String folder, SerializableConfiguration hadoop) {
        this.folder = folder;
        this.hadoop = hadoop;
    }

    @Override
    public void call(Iterator<Row> rows) throws IOException {
        String path = null;
        String closing = "";
        BufferedWriter file = null;
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.getString(0).equals(path)) {
                    close(file, closing);
                    path = row.getString(0);
                    closing = row.getString(4);
                    file = open(path);
                    file.write(row.getString(1));
                } else {
                    file.write(row.getString(3));
                }
                file.write(row.getString(2));
            }
        } finally {
            close(file, closing);
        }
    }

    private BufferedWriter open(String path) throws IOException {
        Path target = new Path(folder, path);
        return new BufferedWriter(new OutputStreamWriter(
                target.getFileSystem(hadoop.value()).create(target, true), StandardCharsets.UTF_8));
    }

    private static void close(BufferedWriter file, String closing) throws IOException {
        if (file != null) {
            file.write(closing);
            file.close();
        }
    }
}
