package org.followerassay.ingest.edges;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;
import org.followerassay.ingest.format.Words;

/** Reads {@code from to [weight [seconds]]}: a tie and since when, or a change and when. */
final class KonectLine extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final Pattern NONE = Pattern.compile("-.*|[+]?0+(?:\\.0*)?");
    private static final Pattern ONE = Pattern.compile("[+]?1(?:\\.0*)?");
    private static final Pattern MINUS_ONE = Pattern.compile("-1(?:\\.0*)?");

    /** Some files write seconds as 1.2416e+09. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{0,12})?(?:[eE][+]?[0-9]{1,2})?");

    private static final int MOST_CELLS = 4;

    private final boolean reversed;
    private final boolean undirected;
    private final boolean changes;

    KonectLine(boolean reversed, boolean undirected, boolean changes) {
        super(0);
        this.reversed = reversed;
        this.undirected = undirected;
        this.changes = changes;
    }

    @Override
    public Set<String> columns() {
        return changes
                ? Set.of("follower", "followee", "change", "earliest", "latest")
                : Set.of("follower", "followee", "followed_at");
    }

    @Override
    protected void line(String line, RowSink rows) {
        if (EdgeCells.isComment(line)) {
            rows.header();
            return;
        }
        int cells = EdgeCells.count(line);
        if (cells < 2 || cells > MOST_CELLS) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, Words.count(cells, "cell") + " instead of 2 to 4");
            return;
        }
        String weight = cells > 2 ? EdgeCells.cell(line, 2) : "1";
        String time = cells > 3 ? seconds(EdgeCells.cell(line, 3)) : "";
        if (changes) {
            change(line, weight, time, rows);
        } else if (NONE.matcher(weight).matches()) {
            rows.reject(RejectReason.NOT_A_TIE, "weight '" + weight + "' says that the tie was removed, or distrust");
        } else {
            String since = time.equals("0") ? "" : time;
            ends(rows.tie(), line, reversed).time("followed_at", since).keep();
            if (isTurnedToo(line)) {
                ends(rows.tie(), line, !reversed).time("followed_at", since).keep();
            }
        }
    }

    private void change(String line, String weight, String time, RowSink rows) {
        boolean isFollow = ONE.matcher(weight).matches();
        if (!isFollow && !MINUS_ONE.matcher(weight).matches()) {
            rows.reject(RejectReason.BAD_WORD, "weight '" + weight + "' is neither 1 nor -1");
            return;
        }
        String change = isFollow ? "follow" : "unfollow";
        change(rows.event(), line, change, time, reversed);
        if (isTurnedToo(line)) {
            change(rows.event(), line, change, time, !reversed);
        }
    }

    private static void change(StagedRow row, String line, String change, String time, boolean turned) {
        ends(row, line, turned)
                .text("change", change)
                .requiredTime("earliest", time)
                .requiredTime("latest", time)
                .keep();
    }

    private boolean isTurnedToo(String line) {
        int first = EdgeCells.begin(line, 0);
        int firstEnd = EdgeCells.end(line, first);
        int second = EdgeCells.begin(line, firstEnd);
        long one = EdgeCells.number(line, first, firstEnd);
        long other = EdgeCells.number(line, second, EdgeCells.end(line, second));
        return undirected && one >= 0 && other >= 0 && one != other;
    }

    private static StagedRow ends(StagedRow row, String line, boolean turned) {
        int first = EdgeCells.begin(line, 0);
        int firstEnd = EdgeCells.end(line, first);
        int second = EdgeCells.begin(line, firstEnd);
        int secondEnd = EdgeCells.end(line, second);
        EdgeCells.put(row, turned ? "followee" : "follower", line, first, firstEnd);
        return EdgeCells.put(row, turned ? "follower" : "followee", line, second, secondEnd);
    }

    /** Whole seconds of a decimal number; any other text as it is, to be rejected as a time. */
    private static String seconds(String text) {
        boolean isWhole = text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isWhole || !DECIMAL.matcher(text).matches()
                ? text
                : new BigDecimal(text).toBigInteger().toString();
    }
}
