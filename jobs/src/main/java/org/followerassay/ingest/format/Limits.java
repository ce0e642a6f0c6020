package org.followerassay.ingest.format;

import java.io.Serializable;
import org.followerassay.flow.AssayException;

/**
 * How far a packed export may unfold before it is taken for a trap.
 *
 * @param entries most files in one folder or archive
 * @param ratio most unpacked bytes for one packed byte, once a megabyte is passed; plain text reaches 30, deflate's own
 *     limit is 1,032
 * @param bytes most unpacked bytes of one archive or packed file
 */
public record Limits(long entries, long ratio, long bytes) implements Serializable {
    public Limits {
        require(entries, "--max-entries");
        require(ratio, "--max-ratio");
        require(bytes, "--max-unpacked-bytes");
    }

    public static Limits defaults() {
        return new Limits(1_000_000, 400, 1L << 40);
    }

    private static void require(long limit, String option) {
        if (limit < 1) {
            throw AssayException.usage(option + " must be at least 1, was " + limit);
        }
    }
}
