package org.followerassay.ingest.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed, told by its first bytes and not by its name. */
public enum Compression {
    NONE,
    GZIP,
    BZIP2,
    ZSTD;

    public static Compression of(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (startsWith(head, 'B', 'Z', 'h')
                && head.length > 6
                && head[4] == 0x31
                && head[5] == 0x41
                && head[6] == 0x59) {
            return BZIP2;
        }
        return startsWith(head, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : NONE;
    }

    /** Fails on a stream that is cut short or damaged; Java's own gzip stream takes some of those for whole. */
    @SuppressWarnings("deprecation")
    public InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            // The builder in place of it is not in what Spark 4.0 brings.
            case GZIP -> new GzipCompressorInputStream(new BufferedInputStream(packed, 1 << 16), true);
            case BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(packed, 1 << 16), true);
            case ZSTD -> new ZstdInputStream(new BufferedInputStream(packed, 1 << 16));
        };
    }

    public static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
