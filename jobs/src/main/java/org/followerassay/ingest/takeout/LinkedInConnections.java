package org.followerassay.ingest.takeout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.CsvReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Times;

/**
 * The rows of {@code Connections.csv}, each of them two ties.
 *
 * <p>A person is known by the last part of the profile's address. Where there is none (exports before 2019), by the name
 * and the day of the connection. A row of a closed account holds nothing but that day; it still counts as a tie, with an
 * account that is made up of the owner's name, the day, and the number among such rows of that day: the same in the next
 * export, as long as nobody else of that day closes an account.
 */
final class LinkedInConnections extends CsvReader {
    private static final long serialVersionUID = 1L;
    private static final Pattern PROFILE = Pattern.compile("https?://[^/]+/in/([^/?#]+).*");

    private final Headings headings;
    private final KnownBy known;
    private final Occurrences blank = new Occurrences();

    LinkedInConnections(Headings headings, KnownBy known) {
        super(',', headings.line());
        this.headings = headings;
        this.known = known;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    @Override
    protected void row(List<String> cells, RowSink rows) {
        if (cells.size() != headings.columns()) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT,
                    "the row has " + cells.size() + " cells, the header " + headings.columns());
            return;
        }
        String since = LinkedInDates.iso(headings.cell(cells, "Connected On"));
        if (!since.isEmpty() && Times.parse(since).isEmpty()) {
            rows.reject(RejectReason.BAD_TIME, "Connected On '" + since + "' is not a day between 1970 and 2100");
            return;
        }
        String person = person(cells, since, rows);
        if (person == null) {
            rows.reject(RejectReason.BAD_ID, "URL '" + headings.cell(cells, "URL") + "' is not a profile's address");
            return;
        }
        for (String direction : List.of(Owner.FOLLOWERS, Owner.FOLLOWEES)) {
            rows.listed(direction)
                    .name(Owner.otherEnd(direction), person)
                    .time("followed_at", since)
                    .keep();
        }
    }

    /** A name for the person, or null if there is an address which is not a profile's. */
    private String person(List<String> cells, String since, RowSink rows) {
        String address = headings.cell(cells, "URL");
        if (!address.isEmpty()) {
            Matcher profile = PROFILE.matcher(address);
            return profile.matches() ? decoded(profile.group(1)) : null;
        }
        String name = (headings.cell(cells, "First Name") + " " + headings.cell(cells, "Last Name")).strip();
        OptionalLong day = since.isEmpty() ? OptionalLong.empty() : Times.parse(since);
        Long told = day.isPresent() ? (Long) (Math.floorDiv(day.getAsLong(), Times.DAY) * Times.DAY) : null;
        return known.person(name, told, blank.of(name + " " + told, rows));
    }

    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return slug;
        }
    }
}
