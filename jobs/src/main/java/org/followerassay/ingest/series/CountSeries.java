package org.followerassay.ingest.series;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * How many followers an account had at one time after the other, without saying whom: what counters keep.
 *
 * <p>A table of accounts also has followers; it has facts about accounts beside, and no column for the time of a row. One
 * such column makes this format leave the table alone.
 */
public final class CountSeries implements ExportFormat {
    static final List<String> TIMES =
            List.of("observed_at", "observed_at_epoch", "timestamp", "datetime", "date_time", "time", "date", "day");
    static final List<String> FOLLOWERS = List.of("followers", "followers_count", "follower_count", "total_followers");
    static final List<String> FOLLOWEES =
            List.of("followees", "followees_count", "following", "following_count", "followings", "friends_count");
    static final List<String> POSTS = List.of("posts", "posts_count", "statuses_count", "tweets", "tweet_count");
    static final List<String> IDS = List.of("account", "account_id", "user_id", "id", "did");
    static final List<String> NAMES = List.of(
            "account_name",
            "account_handle",
            "username",
            "user_name",
            "user",
            "login",
            "screen_name",
            "handle",
            "profile",
            "page",
            "channel",
            "name");

    private static final Pattern NAME =
            Pattern.compile(".*\\.(?:csv|tsv|txt)(?:\\.gz|\\.zst)?", Pattern.CASE_INSENSITIVE);

    /** Columns of tables of ties, of lists and of accounts. */
    private static final Set<String> OF_OTHER_TABLES = Set.of(
            "follower",
            "followee",
            "follower_id",
            "followee_id",
            "source",
            "target",
            "actor",
            "kind",
            "change",
            "direction",
            "snapshot",
            "row_in_list",
            "newest_first",
            "position",
            "position_newest_first",
            "created_at",
            "created",
            "account_created_at",
            "verified",
            "protected",
            "has_picture",
            "default_profile_image",
            "has_bio",
            "bio",
            "description",
            "status");

    @Override
    public String name() {
        return "count-series";
    }

    @Override
    public String about() {
        return "numbers of followers over time: a CSV with a time (date, day, time, timestamp, observed_at), followers, and"
                + " perhaps one account, following and posts";
    }

    @Override
    public String tiers() {
        return "P";
    }

    @Override
    public String direction() {
        return "counts of followers, and of followees where a column says so; no ties";
    }

    @Override
    public String limits() {
        return "no names, so nobody who came or went; the account is a column's, --account's, or the file's name";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile() || !NAME.matcher(place.fileName()).matches()) {
            return Optional.empty();
        }
        Entry file = place.file();
        List<String> lines = FirstRecords.lines(file);
        CsvHeader header = CsvHeader.of(lines.isEmpty() ? "" : lines.get(0));
        if (!isOurs(header)) {
            return Optional.empty();
        }
        CountLines reader = new CountLines(header);
        Export export = Export.of(this, place, "graph").what("numbers of followers over time");
        if (!reader.namesAccounts()) {
            export.ownedBy(asked.ownerOrName("graph", place));
        }
        List<String> unread =
                header.names().stream().filter(name -> !reader.reads(name)).toList();
        if (!unread.isEmpty()) {
            export.note("columns that are not read: " + String.join(", ", unread));
        }
        return Optional.of(export.part(Part.of(file, reader)).whole());
    }

    private static boolean isOurs(CsvHeader header) {
        long accounts = header.names().stream()
                .filter(name -> IDS.contains(name) || NAMES.contains(name))
                .count();
        return header.names().size() >= 2
                && header.firstOf(TIMES).isPresent()
                && header.firstOf(FOLLOWERS).isPresent()
                && accounts <= 1
                && header.names().stream().noneMatch(OF_OTHER_TABLES::contains);
    }
}
