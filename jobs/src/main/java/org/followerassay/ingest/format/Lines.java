package org.followerassay.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream, with what is wrong with each: nothing is repaired or skipped unseen. */
public final class Lines implements Closeable {
    /** Longer lines are no rows; a whole file on one line would not fit into memory. */
    public static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long position;

    private byte[] line = new byte[256];
    private int length;
    private long start;
    private boolean tooLong;
    private boolean ended;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    public boolean next() throws IOException {
        length = 0;
        start = position;
        tooLong = false;
        ended = false;
        while (true) {
            if (at == filled && !fill()) {
                return position > start;
            }
            int from = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            keep(from, at - from);
            position += at - from;
            if (at < filled) {
                at++;
                position++;
                ended = true;
                return true;
            }
        }
    }

    /** Where the line begins, counted from where the stream was opened. */
    public long start() {
        return start;
    }

    public boolean tooLong() {
        return tooLong;
    }

    /** True if the line ends in a line feed, and not with the stream. */
    public boolean ended() {
        return ended;
    }

    /** The line without its end and without a byte order mark, or null if it is not UTF-8. */
    public String text() {
        return decoded(line, 0, length, start == 0);
    }

    static String decoded(byte[] line, int begin, int end, boolean isFirst) {
        int to = end > begin && line[end - 1] == '\r' ? end - 1 : end;
        boolean marked = isFirst
                && end - begin >= 3
                && Compression.startsWith(Arrays.copyOfRange(line, begin, begin + 3), 0xef, 0xbb, 0xbf);
        int from = marked ? begin + 3 : begin;
        if (isAscii(line, from, to)) {
            return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** The line as far as it was kept, whatever its encoding. */
    public String rawText() {
        return raw(line, length);
    }

    static String raw(byte[] line, int length) {
        return new String(line, 0, Math.min(length, 4_000), StandardCharsets.ISO_8859_1);
    }

    /** The line for a person to look at: as text if it is one. */
    public String shownText() {
        String text = tooLong ? null : text();
        return text == null ? rawText() : text;
    }

    private static boolean isAscii(byte[] line, int from, int end) {
        for (int i = from; i < end; i++) {
            if (line[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void keep(int from, int count) {
        int kept = Math.min(count, LONGEST - length);
        tooLong |= kept < count;
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(length + kept, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, kept);
        length += kept;
    }

    private boolean fill() throws IOException {
        at = 0;
        do {
            filled = in.read(buffer);
        } while (filled == 0);
        filled = Math.max(0, filled);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
