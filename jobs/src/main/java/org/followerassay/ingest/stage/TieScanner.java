package org.followerassay.ingest.stage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.followerassay.ingest.format.Lines;

/**
 * Goes through the lines of an edge list as bytes. A line of two decimal ids is understood on the spot; any other line is
 * handed out as it is, for the reader of the format to say what it makes of it.
 *
 * <p>Nothing is allocated for a line. Edge lists have 10^8 of them and more.
 */
final class TieScanner implements Closeable {
    enum Found {
        TIE,
        OTHER,
        END
    }

    /** A number of 19 digits that does not fit into a long comes out negative. */
    private static final int MOST_DIGITS = 19;

    private static final int SHOWN = 4_096;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int at;
    private int filled;
    private long position;
    private boolean over;
    private long first;
    private long second;
    private long number;
    private int lineFrom;
    private int lineTo;
    private boolean tooLong;

    TieScanner(InputStream in) {
        this.in = in;
    }

    /** Passes over the rest of the line at which the stream was opened. */
    void skipLine() throws IOException {
        nextLine();
    }

    /** Looks at the next line, unless it begins at or after {@code end}, counted from where the stream was opened. */
    Found next(long end) throws IOException {
        if (position >= end || !nextLine()) {
            return Found.END;
        }
        return !tooLong && isTie() ? Found.TIE : Found.OTHER;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    /** The line at hand, without its line feed. */
    byte[] line() {
        return Arrays.copyOfRange(buffer, lineFrom, lineTo);
    }

    boolean tooLong() {
        return tooLong;
    }

    private boolean nextLine() throws IOException {
        tooLong = false;
        int from = at;
        int look = at;
        while (true) {
            while (look < filled && buffer[look] != '\n') {
                look++;
            }
            if (look < filled) {
                tooLong = look - from > Lines.LONGEST;
                lineFrom = from;
                lineTo = tooLong ? from + SHOWN : look;
                at = look + 1;
                position += at - from;
                return true;
            }
            if (look - from > Lines.LONGEST) {
                return tooLongLine(from);
            }
            int kept = look - from;
            if (over || !fill(from)) {
                return lastLine(kept);
            }
            from = 0;
            look = kept;
        }
    }

    private boolean lastLine(int kept) {
        lineFrom = 0;
        lineTo = kept;
        position += kept;
        at = filled;
        return kept > 0;
    }

    /** Keeps what is read of the line at hand at the front, and reads on behind it; false at the end of the stream. */
    private boolean fill(int from) throws IOException {
        int kept = filled - from;
        System.arraycopy(buffer, from, buffer, 0, kept);
        if (kept > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        at = 0;
        filled = kept;
        int got = in.read(buffer, kept, buffer.length - kept);
        if (got < 0) {
            over = true;
            return false;
        }
        filled += got;
        return true;
    }

    /** Keeps the beginning of a line that is too long, and passes over the rest. */
    private boolean tooLongLine(int from) throws IOException {
        tooLong = true;
        byte[] beginning = Arrays.copyOfRange(buffer, from, from + SHOWN);
        long passed = (long) filled - from;
        int end = -1;
        while (end < 0) {
            int got = in.read(buffer, 0, buffer.length);
            if (got < 0) {
                over = true;
                at = 0;
                filled = 0;
                position += passed;
                return keepBeginning(beginning, 0);
            }
            filled = got;
            for (int i = 0; i < got && end < 0; i++) {
                end = buffer[i] == '\n' ? i : -1;
            }
            passed += end < 0 ? got : end + 1L;
        }
        position += passed;
        return keepBeginning(beginning, end + 1);
    }

    /** The rest of the buffer is moved behind the beginning of the long line, which stays to be shown. */
    private boolean keepBeginning(byte[] beginning, int rest) {
        int left = filled - rest;
        byte[] both = new byte[Math.max(buffer.length, beginning.length + left)];
        System.arraycopy(beginning, 0, both, 0, beginning.length);
        System.arraycopy(buffer, rest, both, beginning.length, left);
        buffer = both;
        lineFrom = 0;
        lineTo = beginning.length;
        at = beginning.length;
        filled = beginning.length + left;
        return true;
    }

    private boolean isTie() {
        int end = lineTo > lineFrom && buffer[lineTo - 1] == '\r' ? lineTo - 1 : lineTo;
        int here = between(lineFrom, end);
        int afterFirst = number(here, end);
        if (afterFirst < 0) {
            return false;
        }
        first = number;
        here = between(afterFirst, end);
        int afterSecond = here == afterFirst ? -1 : number(here, end);
        if (afterSecond < 0) {
            return false;
        }
        second = number;
        return afterSecond == end || restIsHarmless(afterSecond, end);
    }

    /** The place after the number that begins here; -1 if it is none, or not surely one. */
    private int number(int from, int end) {
        int here = from;
        long value = 0;
        while (here < end) {
            int digit = buffer[here] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            here++;
        }
        int digits = here - from;
        boolean canonical = digits == 1 || (digits > 1 && digits <= MOST_DIGITS && buffer[from] != '0' && value >= 0);
        boolean parted = here == end || isBetween(buffer[here]);
        number = value;
        return canonical && parted ? here : -1;
    }

    /** True if further cells can be passed over: nothing negative, nothing but ASCII. */
    private boolean restIsHarmless(int from, int end) {
        int third = between(from, end);
        if (third < end && buffer[third] == '-') {
            return false;
        }
        for (int i = third; i < end; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int between(int from, int end) {
        int here = from;
        while (here < end && isBetween(buffer[here])) {
            here++;
        }
        return here;
    }

    private static boolean isBetween(byte here) {
        return here == ' ' || here == '\t' || here == ',';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
