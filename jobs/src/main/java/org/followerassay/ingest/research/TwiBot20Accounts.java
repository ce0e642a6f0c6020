package org.followerassay.ingest.research;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** One account with its sample of neighbours. Everything in a profile is a text that ends in a blank: {@code "False "}. */
final class TwiBot20Accounts extends JsonArrayReader {
    private static final long serialVersionUID = 1L;
    static final String SAMPLE = "the set holds a random sample of each account's neighbours";

    TwiBot20Accounts() {
        super(List.of(""));
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "account",
                "handle",
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
                "follower",
                "followee",
                "direction",
                "stated",
                "complete",
                "reason");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        JsonNode profile = element.path("profile");
        JsonNode neighbor = element.path("neighbor");
        String id = text(element, "ID");
        String profileId = Json.firstText(text(profile, "id_str"), text(profile, "id"));
        if (id == null) {
            rows.reject(RejectReason.MISSING_CELL, "ID is missing");
        } else if (!TwitterId.isOne(id)) {
            rows.reject(RejectReason.BAD_ID, "ID is not a decimal id");
        } else if (profileId != null && !profileId.equals(id)) {
            rows.reject(RejectReason.BAD_RECORD, "ID and the id in the profile differ");
        } else if (!profile.isObject() && !neighbor.isObject()) {
            rows.other();
        } else {
            profile(id, profile, rows);
            if (neighbor.isObject()) {
                list(id, Owner.FOLLOWERS, neighbor.path("follower"), text(profile, "followers_count"), rows);
                list(id, Owner.FOLLOWEES, neighbor.path("following"), text(profile, "friends_count"), rows);
            }
        }
    }

    private static void profile(String id, JsonNode said, RowSink rows) {
        if (!said.isObject()) {
            return;
        }
        StagedRow profile = rows.profile()
                .account("account", id)
                .text("handle", text(said, "screen_name"))
                .time("created_at", text(said, "created_at"))
                .count("posts", text(said, "statuses_count"))
                .count("followers", text(said, "followers_count"))
                .count("followees", text(said, "friends_count"))
                .count("likes", text(said, "favourites_count"))
                .count("listed", text(said, "listed_count"))
                .cell("has_picture", CellKind.NOT_FLAG, text(said, "default_profile_image"))
                .flag("verified", text(said, "verified"))
                .flag("is_private", text(said, "protected"));
        if (said.has("description")) {
            profile.flag("has_bio", text(said, "description") != null);
        }
        profile.keep();
    }

    private static void list(String id, String direction, JsonNode neighbours, String stated, RowSink rows) {
        rows.list()
                .account("account", id)
                .text("direction", direction)
                .count("stated", stated)
                .flag("complete", false)
                .text("reason", SAMPLE)
                .keep();
        for (JsonNode neighbour : neighbours) {
            StagedRow tie = rows.tie().account(Owner.ownEnd(direction), id);
            TwitterId.into(tie, Owner.otherEnd(direction), Json.text(neighbour))
                    .text("direction", direction)
                    .keep();
        }
    }

    /** A value without its last blank; null if there is none, or it is what Python writes for none. */
    private static String text(JsonNode node, String key) {
        String text = Json.text(node, key);
        return text == null || text.isBlank() || text.strip().equals("None") ? null : text.strip();
    }
}
