package org.followerassay.ingest.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/**
 * The sets of Cresci and others: a folder for each class of accounts, with their profiles and their lists.
 *
 * <p>A row of followers.csv and one of friends.csv look alike, and in both the source follows the target. They differ in
 * whose list was asked for: the target's followers, or the source's followees. The far ends of these ties were not
 * asked, so they have no list. The set of 2017 holds profiles only.
 */
public final class Cresci implements ExportFormat {
    private static final String PLATFORM = "x";
    private static final String CLASS =
            "E13|FSF|INT|TFP|TWT|fake_followers|genuine_accounts|(?:social|traditional)_spambots_[1-4]";
    private static final Pattern FILE = Pattern.compile("(?:(?:cresci-201[57](?:\\.csv)?/)?(?:datasets_full\\.csv/)?(?:"
            + CLASS + ")(?:\\.csv)?/)?" + "(?:users|followers|friends)\\.csv");
    private static final Set<String> V1 =
            Set.of("id", "screen_name", "statuses_count", "followers_count", "friends_count", "created_at");

    @Override
    public String name() {
        return "cresci";
    }

    @Override
    public String about() {
        return "the labelled sets of Cresci and others (2015, 2017): a folder for each class (E13.csv, fake_followers.csv, …)"
                + " with users.csv, and in 2015 followers.csv and friends.csv";
    }

    @Override
    public String tiers() {
        return "E P";
    }

    @Override
    public String direction() {
        return "source_id follows target_id in both files: followers.csv lists the target's followers, friends.csv the"
                + " source's followees";
    }

    @Override
    public String limits() {
        return "no times of ties; tweets.csv and the class of an account are not read, and a class means bought followers"
                + " in 2015 but spam in parts of 2017";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> users = new ArrayList<>();
        List<Entry> ties = new ArrayList<>();
        for (Entry entry : place.matching(FILE)) {
            (entry.name().equals("users.csv") ? users : ties).add(entry);
        }
        if (users.isEmpty() || !header(users.get(0)).containsAll(V1)) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, PLATFORM).what("labelled set of Cresci and others");
        users.forEach(entry -> addUsers(export, entry, ties));
        ties.forEach(entry -> export.part(Part.of(entry, tiesOf(entry))));
        addTime(export, users);
        if (place.entries().stream().anyMatch(entry -> entry.name().equals("tweets.csv"))) {
            export.note("tweets.csv is not read");
        }
        return Optional.of(export.whole());
    }

    private static void addUsers(Export export, Entry entry, List<Entry> ties) {
        List<String> header = header(entry);
        if (!header.containsAll(V1)) {
            throw AssayException.badInput(entry.shown() + " has no header with " + String.join(", ", sorted(V1))
                    + ", as the other users.csv have: unpack the set again");
        }
        String folder = entry.path().substring(0, entry.path().length() - "users.csv".length());
        List<String> held = new ArrayList<>();
        for (Entry tie : ties) {
            if (tie.path().equals(folder + "followers.csv")) {
                held.add(Owner.FOLLOWERS);
            } else if (tie.path().equals(folder + "friends.csv")) {
                held.add(Owner.FOLLOWEES);
            }
        }
        export.part(Part.of(entry, new CresciUsers(header, held)));
    }

    private static CresciTies tiesOf(Entry entry) {
        List<String> header = header(entry);
        int source = header.indexOf("source_id");
        int target = header.indexOf("target_id");
        if (source < 0 || target < 0) {
            throw AssayException.badInput(
                    entry.shown()
                            + " does not name source_id and target_id in its first line: without them nobody knows who follows whom");
        }
        String direction = entry.name().equals("followers.csv") ? Owner.FOLLOWERS : Owner.FOLLOWEES;
        return new CresciTies(direction, source, target, header.size());
    }

    /** Ties have no time of their own; the lists were fetched when the profiles were. */
    private static void addTime(Export export, List<Entry> users) {
        long newest = -1;
        for (Entry entry : users) {
            List<String> header = header(entry);
            for (String line : entry.lines()) {
                List<String> cells = new CellSplitter(',').cells(line);
                if (cells != null && cells.size() == header.size()) {
                    OptionalLong time = CresciUsers.seenAt(header, cells);
                    newest = Math.max(newest, time.orElse(-1));
                }
            }
        }
        if (newest >= 0) {
            export.takenAt(Times.instant(newest), "the newest time at which the first profiles were updated");
        }
    }

    private static List<String> header(Entry entry) {
        List<String> lines = entry.lines();
        List<String> cells = lines.isEmpty() ? null : new CellSplitter(',').cells(lines.get(0));
        return cells == null
                ? List.of()
                : cells.stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
