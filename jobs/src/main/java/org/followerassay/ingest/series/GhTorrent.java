package org.followerassay.ingest.series;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/**
 * The table {@code followers} of GHTorrent's dumps: who follows whom on GitHub, by GHTorrent's own numbers.
 *
 * <p>It has no header, so that nothing in it says which column follows which. In the order of the dumps' schema the
 * follower comes first: {@code follower_id} follows {@code user_id}.
 */
public final class GhTorrent implements ExportFormat {
    private static final Pattern NAME = Pattern.compile("followers\\.csv(?:\\.gz|\\.zst)?");

    @Override
    public String name() {
        return "ghtorrent";
    }

    @Override
    public String about() {
        return "followers.csv of a GHTorrent dump: follower_id,user_id,created_at without a header, \\N for nothing";
    }

    @Override
    public String tiers() {
        return "E T";
    }

    @Override
    public String direction() {
        return "the first id (follower_id) follows the second (user_id); known from the dumps' schema, not from the file";
    }

    @Override
    public String limits() {
        return "told by the name followers.csv and three cells only, else --format ghtorrent; nothing says when a follow"
                + " ended; where GHTorrent saw no event, created_at is when the younger account was made; the ids are"
                + " GHTorrent's, not GitHub's";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile()
                || !(asked.forced() || NAME.matcher(place.fileName()).matches())) {
            return Optional.empty();
        }
        Entry file = place.file();
        List<String> lines = FirstRecords.lines(file);
        if (lines.stream().limit(10).noneMatch(GhTorrent::isRow)) {
            if (asked.forced()) {
                throw AssayException.badInput(
                        file.shown()
                                + " has no line of the form follower_id,user_id,created_at: name followers.csv of a GHTorrent dump");
            }
            return Optional.empty();
        }
        if (!asked.forced() && !isRow(lines.get(0))) {
            return Optional.empty();
        }
        return Optional.of(Export.of(this, place, "ghtorrent")
                .what("followers table of GHTorrent")
                .partial("a follow that ended is still in it, and accounts that GHTorrent never visited are not")
                .part(Part.of(file, new GhTorrentLines()))
                .whole());
    }

    private static boolean isRow(String line) {
        List<String> cells = new CellSplitter(',').cells(line);
        return cells != null
                && cells.size() == 3
                && isId(cells.get(0))
                && isId(cells.get(1))
                && (cells.get(2).equals("\\N") || Times.parse(cells.get(2)).isPresent());
    }

    private static boolean isId(String cell) {
        return cell.matches("[0-9]{1,19}");
    }
}
