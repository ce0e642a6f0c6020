package org.followerassay.ingest.columns;

import static org.followerassay.ingest.format.CellKind.ABOVE_ZERO;
import static org.followerassay.ingest.format.CellKind.CHANGE;
import static org.followerassay.ingest.format.CellKind.COUNT;
import static org.followerassay.ingest.format.CellKind.DAY;
import static org.followerassay.ingest.format.CellKind.DIRECTION;
import static org.followerassay.ingest.format.CellKind.FLAG;
import static org.followerassay.ingest.format.CellKind.ID;
import static org.followerassay.ingest.format.CellKind.NAME;
import static org.followerassay.ingest.format.CellKind.NOT_BLANK;
import static org.followerassay.ingest.format.CellKind.NOT_FLAG;
import static org.followerassay.ingest.format.CellKind.STATUS;
import static org.followerassay.ingest.format.CellKind.TEXT;
import static org.followerassay.ingest.format.CellKind.TIME;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.CellKind;

/** The names that columns go by in public exports, and what each means here. */
public final class Vocabulary {
    /**
     * A column of an export that is understood.
     *
     * @param columns staged columns that it fills; more than one for a time that is known exactly
     * @param priority of two headers for one column, the one with the lower number is read
     */
    record Meaning(CellKind kind, List<String> columns, int priority) {}

    private static final Map<String, Meaning> BY_HEADER = new LinkedHashMap<>();

    static {
        add(ID, "follower", "follower", "follower_id", "truster", "source", "source_id", "src", "from", "from_id");
        add(NAME, "follower", "follower_name", "follower_handle", "follower_login", "follower_screen_name");
        add(ID, "followee", "followee", "followee_id", "trusted", "target_id", "dst", "to", "to_id", "followed");
        add(NAME, "followee", "followee_name", "followee_handle", "followee_login", "followee_screen_name");
        add(ID, "target", "target");
        add(NAME, "target", "target_name", "target_handle");
        add(ID, "actor", "actor", "actor_id");
        add(NAME, "actor", "actor_name", "actor_handle");
        add(ID, "account", "account", "account_id", "user_id", "userid", "user", "id", "did");
        add(NAME, "account", "account_name", "account_handle", "account_address");
        add(ID, "account_1", "account_1");
        add(ID, "account_2", "account_2");
        add(TEXT, "handle", "handle", "screen_name", "username", "login", "name", "display_name");

        add(TIME, "snapshot", "snapshot", "observed_at", "observed_at_epoch", "snapshot_at", "taken_at", "updated");
        add(COUNT, "position", "position");
        add(COUNT, "newest_first", "position_newest_first", "row_in_list", "newest_first");
        add(TIME, "followed_at", "followed_at", "starred_at", "followed_at_epoch", "starred_at_epoch", "followed_on");

        add(TIME, "created_at", "created_at", "created_at_epoch", "account_created_at", "created");
        add(COUNT, "posts", "posts", "statuses_count", "tweets", "tweet_count", "posts_count");
        add(COUNT, "followers", "followers", "followers_count", "follower_count");
        add(COUNT, "followees", "followees", "friends_count", "following_count", "followees_count");
        add(COUNT, "likes", "likes", "favourites_count", "favorites_count", "likes_count");
        add(COUNT, "listed", "listed", "listed_count");
        add(TIME, "last_post_at", "last_post_at", "last_post_at_epoch", "last_tweet_at");
        add(FLAG, "has_picture", "has_picture");
        add(NOT_FLAG, "has_picture", "default_picture", "default_profile_image");
        add(FLAG, "has_bio", "has_bio");
        add(ABOVE_ZERO, "has_bio", "bio_length", "description_length");
        add(NOT_BLANK, "has_bio", "bio", "description");
        add(FLAG, "verified", "verified", "is_verified");
        add(FLAG, "is_private", "is_private", "private", "protected");
        add(STATUS, "status", "status");

        add(CHANGE, "change", "change");
        add(TIME, "earliest", "earliest", "earliest_epoch");
        add(TIME, "latest", "latest", "latest_epoch");
        Meaning exact = new Meaning(TIME, List.of("earliest", "latest"), BY_HEADER.size());
        BY_HEADER.put("changed_at", exact);
        BY_HEADER.put("changed_at_epoch", exact);

        add(TEXT, "kind", "kind", "interaction");
        add(DAY, "period", "period", "day", "day_epoch");
        add(COUNT, "count", "count", "interactions");

        add(DIRECTION, "direction", "direction");
        add(COUNT, "stated", "stated");
        add(FLAG, "complete", "complete");
        add(TEXT, "reason", "reason");
    }

    /** What a header means, whatever its case and whether blanks or underscores part its words. */
    static Optional<Meaning> meaning(String header) {
        return Optional.ofNullable(BY_HEADER.get(normal(header)));
    }

    static String normal(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** @throws AssayException if no column of ours has the name that the user gave to one of theirs */
    public static void requireKnown(String ours, String theirs) {
        if (meaning(ours).isEmpty()) {
            throw AssayException.usage("--columns " + theirs + "=" + ours + ": '" + ours
                    + "' is no column of ours; it may be one of " + String.join(", ", BY_HEADER.keySet()));
        }
    }

    private static void add(CellKind kind, String column, String... headers) {
        for (String header : headers) {
            if (BY_HEADER.put(header, new Meaning(kind, List.of(column), BY_HEADER.size())) != null) {
                throw new IllegalStateException("two meanings for the header " + header);
            }
        }
    }

    private Vocabulary() {}
}
