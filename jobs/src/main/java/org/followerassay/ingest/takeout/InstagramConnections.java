package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowSink;

/** All lists of an Instagram export before 2021, {@code {"followers": {"ann": "2019-05-01T12:00:00"}, …}}. */
final class InstagramConnections extends JsonArrayReader {
    private static final long serialVersionUID = 1L;
    private static final List<String> LISTS =
            List.of("followers", "following", "follow_requests_sent", "permanent_follow_requests");

    InstagramConnections() {
        super(List.of(), LISTS);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    @Override
    protected void element(String list, JsonNode element, RowSink rows) {
        switch (list) {
            case "followers" -> tie(Owner.FOLLOWERS, element, rows);
            case "following" -> tie(Owner.FOLLOWEES, element, rows);
            default -> rows.other();
        }
    }

    private static void tie(String direction, JsonNode element, RowSink rows) {
        String name = element.fieldNames().next();
        rows.listed(direction)
                .name(Owner.otherEnd(direction), name)
                .time("followed_at", Json.text(element, name))
                .keep();
    }
}
