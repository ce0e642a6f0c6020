package org.followerassay.ingest.takeout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.followerassay.ingest.format.CsvReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/**
 * Whom the owner of a LinkedIn export follows without being connected: companies, by their name, and members, by a name
 * that holds for this owner only. Of members the owner ceased to follow the time is told.
 */
final class LinkedInFollows extends CsvReader {
    private static final long serialVersionUID = 1L;
    private static final Set<String> FOLLOWS = Set.of("active", "followed", "following", "follow");
    private static final Set<String> UNFOLLOWS = Set.of("inactive", "unfollowed", "unfollow", "not following");

    private final Headings headings;
    private final String nameColumn;
    private final String timeColumn;
    private final KnownBy known;

    private LinkedInFollows(Headings headings, String nameColumn, String timeColumn, KnownBy known) {
        super(',', headings.line());
        this.headings = headings;
        this.nameColumn = nameColumn;
        this.timeColumn = timeColumn;
        this.known = known;
    }

    static LinkedInFollows companies(Headings headings) {
        return new LinkedInFollows(headings, "Organization", "Followed On", new KnownBy("company"));
    }

    static LinkedInFollows members(Headings headings, KnownBy known) {
        return new LinkedInFollows(headings, "FullName", "Date", known);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at", "change", "earliest", "latest");
    }

    @Override
    protected void row(List<String> cells, RowSink rows) {
        String name = headings.cell(cells, nameColumn);
        String status = headings.cell(cells, "Status");
        String word = status.toLowerCase(Locale.ROOT);
        String time = LinkedInDates.iso(headings.cell(cells, timeColumn));
        if (cells.size() != headings.columns()) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT,
                    "the row has " + cells.size() + " cells, the header " + headings.columns());
        } else if (name.isEmpty()) {
            rows.reject(RejectReason.MISSING_CELL, nameColumn + " is missing");
        } else if (UNFOLLOWS.contains(word)) {
            rows.ownersEvent(Owner.FOLLOWEES)
                    .name("followee", known.person(name, null, 1))
                    .text("change", "unfollow")
                    .requiredTime("earliest", time)
                    .requiredTime("latest", time)
                    .keep();
        } else if (word.isEmpty() || FOLLOWS.contains(word)) {
            rows.listed(Owner.FOLLOWEES)
                    .name("followee", known.person(name, null, 1))
                    .time("followed_at", time)
                    .keep();
        } else {
            rows.reject(RejectReason.BAD_WORD, "Status '" + status + "' is neither a follow nor an unfollow");
        }
    }
}
