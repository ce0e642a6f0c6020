package org.followerassay.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of a zip's entry, which must be as many as the zip's directory says, and have the checksum that it says. */
final class CheckedEntry extends FilterInputStream {
    private final long bytes;
    private final long checksum;
    private final CRC32 sum = new CRC32();
    private long read;

    CheckedEntry(InputStream unpacked, long bytes, long checksum) {
        super(unpacked);
        this.bytes = bytes;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got > 0) {
            sum.update(target, offset, got);
            read += got;
        }
        if (read > bytes) {
            throw new IOException("it unpacks to more than the " + Words.count(bytes, "byte") + " that its zip states");
        }
        if (got < 0 && read < bytes) {
            throw new IOException("it ends after " + Words.number(read) + " of " + Words.count(bytes, "byte"));
        }
        if (got < 0 && sum.getValue() != checksum) {
            throw new IOException("its checksum is wrong");
        }
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(1, Math.min(count, 1 << 16))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
