package org.followerassay.ingest.takeout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/** The addresses in one Mastodon file, each in the first cell of its line. */
final class MastodonList extends LineReader {
    private static final long serialVersionUID = 1L;

    /** Local part and domain; an address without a domain is somebody on a server that is not said. */
    static final Pattern ADDRESS = Pattern.compile("@?([\\w.-]+)@([\\p{L}\\p{N}.-]+(?::[0-9]+)?)");

    private final String direction;

    MastodonList(long headerLines, String direction) {
        super(headerLines);
        this.direction = direction;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction");
    }

    @Override
    protected void line(String line, RowSink rows) {
        List<String> cells = new CellSplitter(',').cells(line);
        if (cells == null) {
            rows.reject(RejectReason.OPEN_QUOTE, RejectReason.OPEN_QUOTE.about());
            return;
        }
        String address = cells.get(0).strip();
        Matcher match = ADDRESS.matcher(address);
        if (address.isEmpty()) {
            rows.reject(RejectReason.MISSING_CELL, "Account address is missing");
        } else if (!match.matches()) {
            rows.reject(RejectReason.BAD_ID, "Account address '" + address + "' is not user@domain");
        } else {
            rows.listed(direction)
                    .name(
                            Owner.otherEnd(direction),
                            match.group(1) + "@" + match.group(2).toLowerCase(Locale.ROOT))
                    .keep();
        }
    }
}
