package org.followerassay.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A zip on any file system, read by its directory and never unpacked to disk. */
final class ZipEntries {
    static ZipFile open(FileSystem fileSystem, Path path) throws IOException {
        long size = fileSystem.getFileStatus(path).getLen();
        return ZipFile.builder()
                .setSeekableByteChannel(new Channel(fileSystem.open(path), size))
                .get();
    }

    /** The unpacked bytes of one entry; closing them closes the zip. */
    static InputStream open(FileSystem fileSystem, Path path, String name, Limits limits) throws IOException {
        ZipFile zip = open(fileSystem, path);
        try {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("the entry " + name + " is gone");
            }
            InputStream unpacked = new LimitedStream(zip.getInputStream(entry), entry.getCompressedSize(), limits);
            return new FilterInputStream(unpacked) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    /** A file of Hadoop as the library wants it. */
    private static final class Channel implements SeekableByteChannel {
        private final FSDataInputStream in;
        private final long size;
        private boolean open = true;

        Channel(FSDataInputStream in, long size) {
            this.in = in;
            this.size = size;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            byte[] bytes = new byte[Math.min(target.remaining(), 1 << 16)];
            int got = in.read(bytes, 0, bytes.length);
            if (got > 0) {
                target.put(bytes, 0, got);
            }
            return got;
        }

        @Override
        public long position() throws IOException {
            return in.getPos();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            in.seek(Math.min(position, size));
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() throws IOException {
            open = false;
            in.close();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }
    }

    private ZipEntries() {}
}
