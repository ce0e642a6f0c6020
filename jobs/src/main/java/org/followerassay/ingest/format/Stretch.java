package org.followerassay.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the bytes of one file of an export lie: a file of its own, or an entry of a zip.
 *
 * @param path Hadoop path, as text since paths can't be sent to a task
 * @param entry name within the zip; empty for a file of its own
 * @param shown as in the tables rejects and input_files: an archive's entry stands after {@code !}
 * @param compression how the file, or the entry itself, is packed
 * @param bytes size of the file as it lies there; for an entry, unpacked
 * @param at where an entry's line in the zip's directory begins
 */
public record Stretch(
        String path, String entry, String shown, Compression compression, long bytes, Limits limits, long at)
        implements Serializable {
    private static final int BUFFER = 1 << 16;

    /** A file of its own. */
    public Stretch(String path, String entry, String shown, Compression compression, long bytes, Limits limits) {
        this(path, entry, shown, compression, bytes, limits, 0);
    }

    /** The same bytes, said to be packed in a way. */
    Stretch packedBy(Compression packing) {
        return new Stretch(path, entry, shown, packing, bytes, limits, at);
    }

    /** The unpacked bytes. */
    public InputStream open(Configuration hadoop) throws IOException {
        Path file = new Path(path);
        FileSystem fileSystem = file.getFileSystem(hadoop);
        if (!entry.isEmpty()) {
            return unpacked(ZipEntries.open(fileSystem, file, at, limits));
        }
        return unpacked(fileSystem.open(file));
    }

    /** The bytes from a place on, of a file that is not packed. */
    public InputStream openAt(long start, Configuration hadoop) throws IOException {
        FSDataInputStream in = openAnywhere(hadoop);
        in.seek(start);
        return in;
    }

    /** The bytes of a file that is not packed, to be read here and there. */
    public FSDataInputStream openAnywhere(Configuration hadoop) throws IOException {
        Path file = new Path(path);
        return file.getFileSystem(hadoop).open(file);
    }

    /** True if the file can be read in blocks. */
    public boolean seekable() {
        return entry.isEmpty() && compression == Compression.NONE;
    }

    private InputStream unpacked(InputStream in) throws IOException {
        if (compression == Compression.NONE) {
            return in;
        }
        return new LimitedStream(compression.open(new BufferedInputStream(in, BUFFER)), bytes, limits);
    }
}
