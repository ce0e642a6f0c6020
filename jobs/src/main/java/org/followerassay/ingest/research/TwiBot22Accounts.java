package org.followerassay.ingest.research;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/** Accounts as Twitter's second interface gave them, their ids with a u in front; in node.json among other things. */
final class TwiBot22Accounts extends JsonArrayReader {
    private static final long serialVersionUID = 1L;
    private static final String NO_PICTURE = "/default_profile_images/";

    TwiBot22Accounts() {
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
                "listed",
                "has_picture",
                "has_bio",
                "verified",
                "is_private");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        String id = Json.text(element, "id");
        if (id == null) {
            rows.reject(RejectReason.MISSING_CELL, "id is missing");
        } else if (id.startsWith("u")) {
            profile(id.substring(1), element, rows);
        } else {
            rows.other();
        }
    }

    private static void profile(String id, JsonNode said, RowSink rows) {
        JsonNode counts = said.path("public_metrics");
        StagedRow profile = TwitterId.into(rows.profile(), "account", id)
                .text("handle", Json.firstText(Json.text(said, "username")))
                .time("created_at", Json.text(said, "created_at"))
                .count("posts", Json.text(counts, "tweet_count"))
                .count("followers", Json.text(counts, "followers_count"))
                .count("followees", Json.text(counts, "following_count"))
                .count("listed", Json.text(counts, "listed_count"))
                .flag("verified", Json.text(said, "verified"))
                .flag("is_private", Json.text(said, "protected"));
        String picture = Json.text(said, "profile_image_url");
        if (picture != null) {
            profile.flag("has_picture", !picture.isBlank() && !picture.contains(NO_PICTURE));
        }
        if (said.has("description")) {
            profile.flag("has_bio", Json.firstText(Json.text(said, "description")) != null);
        }
        profile.keep();
    }
}
