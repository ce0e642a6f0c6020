package org.followerassay.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Hashes;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.TextChecks;

/**
 * A file as named by the user, before anybody knows what it holds.
 *
 * @param name as on the command line; below a folder, that and the way to the file
 */
record InputFile(Path path, String name, long bytes) {
    private static final int HEAD = 1 << 18;

    /** The first lines of a text, how it is packed, and what is odd about it. */
    record Head(Compression compression, List<String> lines, boolean parquet, boolean zip) {}

    String fileName() {
        return path.getName();
    }

    FSDataInputStream open(Configuration hadoop) throws IOException {
        return path.getFileSystem(hadoop).open(path);
    }

    /** The SHA-256 of the whole file, read once from beginning to end by the driver. */
    String sha256(Configuration hadoop) {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(open(hadoop), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Looks at the beginning of the file.
     *
     * @throws AssayException if it is empty, binary, or something that only stands for a file
     */
    Head head(Configuration hadoop) {
        if (bytes == 0) {
            throw AssayException.badInput(name + " is empty: export it again, or leave it out");
        }
        try (InputStream in = open(hadoop)) {
            byte[] start = in.readNBytes(HEAD);
            if (Compression.startsWith(start, 'P', 'A', 'R', '1')) {
                return new Head(Compression.NONE, List.of(), true, false);
            }
            if (Compression.startsWith(start, 'P', 'K', 3, 4) || Compression.startsWith(start, 'P', 'K', 5, 6)) {
                return new Head(Compression.NONE, List.of(), false, true);
            }
            Compression compression = Compression.of(start);
            return new Head(compression, firstLines(text(compression, start, hadoop)), false, false);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private byte[] text(Compression compression, byte[] start, Configuration hadoop) throws IOException {
        if (compression == Compression.NONE) {
            return start;
        }
        try (InputStream unpacked = compression.open(open(hadoop))) {
            byte[] text = unpacked.readNBytes(HEAD);
            if (text.length == 0) {
                throw AssayException.badInput(name + " is empty once unpacked: export it again, or leave it out");
            }
            return text;
        } catch (IOException damaged) {
            throw damaged(damaged.getMessage());
        }
    }

    private List<String> firstLines(byte[] text) throws IOException {
        TextChecks.refuseWhatIsNoText(name, text);
        List<String> lines = new ArrayList<>();
        try (Lines read = new Lines(new java.io.ByteArrayInputStream(text))) {
            while (read.next() && lines.size() < 200) {
                String line = read.text();
                boolean whole = read.ended() || text.length < HEAD;
                if (whole || lines.isEmpty()) {
                    lines.add(line == null ? "" : line);
                }
            }
        }
        return lines;
    }

    AssayException damaged(String why) {
        return AssayException.badInput(name + " is damaged or cut short" + (why == null ? "" : " (" + why + ")")
                + ": copy or export it again");
    }

    AssayException unreadable(IOException why) {
        return AssayException.badInput(
                name + " can't be read (" + why.getMessage() + "): check its permissions and the disk", why);
    }
}
