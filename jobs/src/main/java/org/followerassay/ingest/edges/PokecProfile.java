package org.followerassay.ingest.edges;

import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Times;
import org.followerassay.ingest.format.Values;

/**
 * Reads the first seven of a profile's columns: user_id, public, completion_percentage, gender, region, last_login,
 * registration. The rest is the person's own words.
 */
final class PokecProfile extends LineReader {
    private static final long serialVersionUID = 1L;
    private static final int PUBLIC = 1;
    private static final int REGISTRATION = 6;
    private static final int READ = 7;

    PokecProfile() {
        super(0);
    }

    @Override
    public Set<String> columns() {
        return Set.of("account", "created_at", "direction", "complete", "reason");
    }

    @Override
    protected void line(String line, RowSink rows) {
        String[] cells = line.split("\t", READ + 1);
        if (cells.length < READ) {
            rows.reject(RejectReason.WRONG_CELL_COUNT, cells.length + " cells instead of 7 or more, parted by tabs");
            return;
        }
        String id = cells[0].strip();
        if (EdgeCells.number(id, 0, id.length()) < 0) {
            rows.reject(RejectReason.BAD_ID, "user_id is not an id");
            return;
        }
        String registered = cells[REGISTRATION].strip();
        rows.profile().account("account", id).time("created_at", registered).keep();
        boolean isKept = Values.isNothing(CellKind.TIME, registered)
                || Times.parse(registered).isPresent();
        if (isKept && cells[PUBLIC].strip().equals("0")) {
            rows.list()
                    .account("account", id)
                    .text("direction", Owner.FOLLOWEES)
                    .flag("complete", false)
                    .text("reason", "not all its friendships are public")
                    .keep();
        }
    }
}
