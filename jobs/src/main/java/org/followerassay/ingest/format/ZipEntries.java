package org.followerassay.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The unpacked bytes of a zip's entries, on any file system and never unpacked to disk. */
final class ZipEntries {
    private static final int LOCAL = 0x04034b50;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int DEFLATED_64 = 9;

    /**
     * The bytes of one entry, checked against the directory; closing them closes the zip.
     *
     * @param at where the entry's line in the zip's directory begins
     */
    static InputStream open(FileSystem fileSystem, Path path, long at, Limits limits) throws IOException {
        FSDataInputStream in = fileSystem.open(path);
        try {
            ZipDirectory.Item item = ZipDirectory.itemAt(in, at);
            in.seek(item.start());
            ByteBuffer local = ZipDirectory.bytes(new DataInputStream(in), 30);
            if (local.getInt(0) != LOCAL || ZipDirectory.u16(local, 8) != item.method()) {
                throw new IOException("the zip's list of files does not fit its files");
            }
            byte[] name = ZipDirectory.bytes(new DataInputStream(in), ZipDirectory.u16(local, 26))
                    .array();
            if (!ZipDirectory.name(name).equals(item.name())) {
                throw new IOException("the zip gives it two names");
            }
            in.skipNBytes(ZipDirectory.u16(local, 28));
            InputStream unpacked = unpacked(new Packed(in, item.packed()), item.method());
            return new LimitedStream(
                    new CheckedEntry(unpacked, item.unpacked(), item.checksum()), item.packed(), limits);
        } catch (IOException | RuntimeException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    private static InputStream unpacked(InputStream packed, int method) throws IOException {
        return switch (method) {
            case STORED -> packed;
            case DEFLATED -> inflated(packed);
            case DEFLATED_64 -> new Deflate64CompressorInputStream(packed);
            default ->
                throw new IOException("it is packed by method " + method
                        + ", which is not read: unpack the zip with another program and name the folder");
        };
    }

    private static InputStream inflated(InputStream packed) {
        Inflater inflater = new Inflater(true);
        // Without zlib's own frame it wants a byte more than there is.
        InputStream andOneByte = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(andOneByte, inflater, 1 << 16) {
            @Override
            public void close() throws IOException {
                inflater.end();
                packed.close();
            }
        };
    }

    /** The packed bytes of one entry. */
    private static final class Packed extends InputStream {
        private final InputStream in;
        private long left;

        Packed(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private ZipEntries() {}
}
