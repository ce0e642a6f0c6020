package org.followerassay.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.followerassay.flow.AssayException;

/** Refuses what is no UTF-8 text, each with its own remedy, before anything is made of it. */
public final class TextChecks {
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

    public static void refuseWhatIsNoText(String name, byte[] head) {
        refuseUtf16(name, head);
        if (zeros(head) > 0) {
            throw AssayException.badInput(name
                    + " is a binary file, not a text, Parquet or zip: name an export, see 'assay ingest --formats'");
        }
        String start = new String(head, 0, Math.min(head.length, 400), StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith(LFS_POINTER)) {
            throw AssayException.badInput(
                    name + " is a Git LFS pointer, not the file itself: run 'git lfs pull' where it came from");
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw AssayException.badInput(
                    name + " is a web page: download the data file itself, or choose JSON or CSV when exporting");
        }
        if (start.startsWith("%%MatrixMarket")) {
            throw AssayException.badInput(name
                    + " is a MatrixMarket file, whose size line would be read as a tie: take the SNAP or KONECT form");
        }
        if (start.startsWith("window.") || start.startsWith("[") || start.startsWith("{")) {
            throw AssayException.badInput(
                    name + " is a JSON file: if it is part of an X archive, name the archive's folder or .zip instead");
        }
        refuseOldLineEnds(name, head);
    }

    static void refuseUtf16(String name, byte[] head) {
        if (Compression.startsWith(head, 0xff, 0xfe) || Compression.startsWith(head, 0xfe, 0xff)) {
            throw AssayException.badInput(name + " is UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8)");
        }
        long zeros = zeros(head);
        if (zeros > head.length / 4 && zeros < head.length * 3L / 4) {
            throw AssayException.badInput(
                    name + " looks like UTF-16 without a mark: save it as UTF-8 (iconv -f UTF-16LE -t UTF-8)");
        }
    }

    private static long zeros(byte[] head) {
        long zeros = 0;
        for (byte here : head) {
            zeros += here == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static void refuseOldLineEnds(String name, byte[] head) {
        boolean returns = false;
        for (byte here : head) {
            if (here == '\n') {
                return;
            }
            returns |= here == '\r';
        }
        if (returns) {
            throw AssayException.badInput(
                    name + " ends its lines with a carriage return only: turn them into line feeds (tr '\\r' '\\n')");
        }
    }

    private TextChecks() {}
}
