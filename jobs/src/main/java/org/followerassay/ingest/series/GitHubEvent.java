package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/**
 * What one public event of GitHub says, in each of the shapes that it has had.
 *
 * <p>The actor is an object with a login, and, in March 2012 and after, up to 2014, a text. Logins may look like numbers:
 * they are names all the same.
 */
final class GitHubEvent {
    static final Set<String> COLUMNS = Set.of(
            "follower",
            "followee",
            "change",
            "earliest",
            "latest",
            "account",
            "followers",
            "observed_at",
            "actor",
            "target",
            "interaction",
            "period",
            "count");

    static void say(JsonNode event, RowSink rows) {
        String type = Json.text(event, "type");
        if (type == null) {
            rows.reject(RejectReason.MISSING_CELL, "type is missing");
        } else if (type.equals("FollowEvent")) {
            follow(event, rows);
        } else if (type.equals("WatchEvent")) {
            star(event, rows);
        } else {
            rows.other();
        }
    }

    private static void follow(JsonNode event, RowSink rows) {
        JsonNode target = event.path("payload").path("target");
        String followee = Json.text(target, "login");
        String time = time(event);
        rows.event()
                .name("follower", actor(event))
                .name("followee", followee)
                .cell("change", CellKind.CHANGE, "follow")
                .requiredTime("earliest", time)
                .requiredTime("latest", time)
                .keep();
        String followers = Json.text(target, "followers");
        if (followers != null && followee != null) {
            rows.profile()
                    .name("account", followee)
                    .count("followers", followers)
                    .requiredTime("observed_at", time)
                    .keep();
        }
    }

    private static void star(JsonNode event, RowSink rows) {
        String repository = repository(event);
        if (repository == null) {
            rows.reject(RejectReason.MISSING_CELL, "the name of the repository is missing");
            return;
        }
        rows.interaction()
                .name("actor", actor(event))
                .name("target", repository)
                .text("interaction", "star")
                .required("period", CellKind.DAY, time(event))
                .count("count", 1)
                .keep();
    }

    private static String actor(JsonNode event) {
        return Json.firstText(
                Json.text(event, "actor"),
                Json.text(event, "actor", "login"),
                Json.text(event, "actor_attributes", "login"),
                Json.text(event, "payload", "actor"));
    }

    /** Owner and name; null where one of them is missing, as in events of deleted repositories, named {@code /}. */
    private static String repository(JsonNode event) {
        String name = Json.text(event, "repo", "name");
        if (name == null) {
            String own = Json.text(event, "repository", "name");
            String owner = Json.text(event, "repository", "owner");
            name = own == null || owner == null ? null : owner + "/" + own;
        }
        return name == null || name.startsWith("/") || name.endsWith("/") ? null : name;
    }

    /** Some early hours write 2012/03/10 22:55:32 -0800. */
    private static String time(JsonNode event) {
        String time = Json.text(event, "created_at");
        return time == null ? null : time.replace('/', '-');
    }

    private GitHubEvent() {}
}
