package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/**
 * The user name and the time in one element of an Instagram list.
 *
 * @param name from {@code value}, else {@code title}, else the end of {@code href}, which since 2025 may be {@code
 *     …/_u/name}
 * @param time seconds since 1970, or null
 */
record InstagramName(String name, String time) {
    private static final Pattern IN_LINK = Pattern.compile("https?://[^/]+/(?:_u/)?([^/?#]+)/?(?:[?#].*)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]{1,64}");

    /** Reads an element, or rejects its record and returns null. */
    static InstagramName of(JsonNode element, RowSink rows) {
        JsonNode list = element.path("string_list_data");
        if (list.size() > 1) {
            rows.reject(RejectReason.BAD_RECORD, "string_list_data names more than one account");
            return null;
        }
        JsonNode said = list.path(0);
        String name =
                Json.firstText(Json.text(said, "value"), Json.text(element, "title"), inLink(Json.text(said, "href")));
        if (name == null) {
            rows.reject(RejectReason.MISSING_CELL, "value, title and href name no account");
            return null;
        }
        if (!NAME.matcher(name.strip()).matches()) {
            rows.reject(RejectReason.BAD_ID, "'" + name + "' is not a user name of Instagram");
            return null;
        }
        return new InstagramName(name.strip(), MetaText.time(said.path("timestamp")));
    }

    private static String inLink(String link) {
        Matcher match = IN_LINK.matcher(link == null ? "" : link.strip());
        return match.matches() ? match.group(1) : null;
    }
}
