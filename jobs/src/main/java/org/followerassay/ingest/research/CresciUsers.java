package org.followerassay.ingest.research;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.followerassay.ingest.format.CsvReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;
import org.followerassay.ingest.format.Times;

/** Rows of users.csv: profiles as Twitter's first interface gave them, with the time at which each was updated. */
final class CresciUsers extends CsvReader {
    private static final long serialVersionUID = 1L;

    /** When a profile was seen: 2017 tells it apart from when its row in the authors' database was touched. */
    private static final List<String> SEEN = List.of("crawled_at", "updated");

    private final List<String> header;
    private final List<String> lists;

    /** @param lists which lists of these accounts the same folder holds */
    CresciUsers(List<String> header, List<String> lists) {
        super(',', 1);
        this.header = List.copyOf(header);
        this.lists = List.copyOf(lists);
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "account",
                "handle",
                "snapshot",
                "created_at",
                "posts",
                "followers",
                "followees",
                "likes",
                "listed",
                "has_picture",
                "has_bio",
                "verified",
                "is_private",
                "direction",
                "stated");
    }

    @Override
    protected void row(List<String> cells, RowSink rows) {
        if (cells.size() != header.size()) {
            rows.reject(
                    RejectReason.WRONG_CELL_COUNT,
                    "the row has " + cells.size() + " cells, the header " + header.size());
            return;
        }
        StagedRow profile = TwitterId.into(rows.profile(), "account", cell(cells, "id"))
                .text("handle", blankToNull(cell(cells, "screen_name")))
                .time("created_at", millis(cell(cells, "created_at")))
                .count("posts", cell(cells, "statuses_count"))
                .count("followers", cell(cells, "followers_count"))
                .count("followees", cell(cells, "friends_count"))
                .count("likes", cell(cells, "favourites_count"))
                .count("listed", cell(cells, "listed_count"));
        OptionalLong seen = seenAt(header, cells);
        if (seen.isPresent()) {
            profile.micros("snapshot", seen.getAsLong());
        }
        flags(profile, cells);
        profile.keep();
        for (String direction : lists) {
            String stated = cell(cells, direction.equals(Owner.FOLLOWERS) ? "followers_count" : "friends_count");
            if (stated != null && TwitterId.isOne(stated)) {
                TwitterId.into(rows.list(), "account", cell(cells, "id"))
                        .text("direction", direction)
                        .count("stated", stated)
                        .keep();
            }
        }
    }

    private void flags(StagedRow profile, List<String> cells) {
        if (header.contains("description")) {
            profile.flag("has_bio", !isAbsent(cell(cells, "description")));
        }
        if (header.contains("default_profile_image")) {
            profile.flag("has_picture", isAbsent(cell(cells, "default_profile_image")));
        }
        flag(profile, "verified", cells);
        flag(profile, "is_private", cells);
    }

    /** What holds is written 1, what does not is left empty. */
    private void flag(StagedRow profile, String column, List<String> cells) {
        String cell = cell(cells, column.equals("is_private") ? "protected" : column);
        if (cell != null) {
            profile.flag(column, isAbsent(cell) ? "0" : cell);
        }
    }

    static OptionalLong seenAt(List<String> header, List<String> cells) {
        for (String column : SEEN) {
            int place = header.indexOf(column);
            OptionalLong time = place < 0
                    ? OptionalLong.empty()
                    : Times.parse(cells.get(place).strip());
            if (time.isPresent()) {
                return time;
            }
        }
        return OptionalLong.empty();
    }

    private String cell(List<String> cells, String column) {
        int place = header.indexOf(column);
        return place < 0 ? null : cells.get(place);
    }

    private static boolean isAbsent(String cell) {
        return cell.isBlank() || cell.strip().equals("NULL") || cell.strip().equals("0");
    }

    private static String blankToNull(String cell) {
        return cell == null || isAbsent(cell) ? null : cell.strip();
    }

    /** Some parts of 2017 write a time as milliseconds with a Java suffix, 1390231447000L. */
    private static String millis(String cell) {
        return cell != null && cell.strip().matches("[0-9]{12,14}L")
                ? cell.strip().replace("L", "")
                : cell;
    }
}
