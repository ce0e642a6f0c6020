package org.followerassay.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An unpacked stream that ends in an error where it unfolds further than the limits allow. */
final class LimitedStream extends FilterInputStream {
    private static final long FREE = 1 << 20;

    private final long most;
    private final String why;
    private long read;

    LimitedStream(InputStream unpacked, long packedBytes, Limits limits) {
        super(unpacked);
        long byRatio = Math.max(FREE, times(Math.max(1, packedBytes), limits.ratio()));
        boolean ratioFirst = byRatio < limits.bytes();
        this.most = ratioFirst ? byRatio : limits.bytes();
        this.why = ratioFirst
                ? "it unpacks to more than " + limits.ratio() + " times its size (--max-ratio)"
                : "it unpacks to more than " + limits.bytes() + " bytes (--max-unpacked-bytes)";
    }

    private static long times(long bytes, long ratio) {
        return bytes > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : bytes * ratio;
    }

    @Override
    public int read() throws IOException {
        int here = super.read();
        count(here < 0 ? 0 : 1);
        return here;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = super.read(bytes, offset, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        read += bytes;
        if (read > most) {
            throw new IOException(why);
        }
    }
}
