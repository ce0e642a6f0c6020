package org.followerassay.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A CSV file, row by row, compressed if its name says so. The values are numbers, dates and plain words. */
final class CsvFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private long rows;

    private CsvFile(Writer out) {
        this.out = out;
    }

    static CsvFile create(FileSystem fileSystem, Path path, String... columns) throws IOException {
        OutputStream file = fileSystem.create(path, true);
        // Java writes no time into the header of a gzip file: the same rows give the same bytes.
        OutputStream bytes = path.getName().endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file;
        CsvFile csv = new CsvFile(new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER));
        csv.write((Object[]) columns);
        return csv;
    }

    void row(Object... values) throws IOException {
        write(values);
        rows++;
    }

    long rows() {
        return rows;
    }

    private void write(Object... values) throws IOException {
        line.setLength(0);
        for (Object value : values) {
            line.append(value).append(',');
        }
        line.setCharAt(line.length() - 1, '\n');
        out.append(line);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
