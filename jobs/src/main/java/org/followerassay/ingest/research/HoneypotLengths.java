package org.followerassay.ingest.research;

import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/** Lines with the lengths of an account's list as they were seen one after the other: checked, and then let go. */
final class HoneypotLengths extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final Pattern SERIES = Pattern.compile("[0-9]+\t[0-9]+(?:\\s*,\\s*[0-9]+)*+,?\\s*");

    HoneypotLengths() {
        super(0);
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    protected void line(String line, RowSink rows) {
        if (SERIES.matcher(line).matches()) {
            rows.other();
        } else {
            rows.reject(RejectReason.BAD_RECORD, "the line is not an id, a tab and lengths parted by commas");
        }
    }
}
