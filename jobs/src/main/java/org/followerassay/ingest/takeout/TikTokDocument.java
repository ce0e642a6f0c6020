package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowSink;

/** The lists in a TikTok document, {@code {"Date": "2026-01-05 09:00:00", "UserName": "ann"}}. */
final class TikTokDocument extends JsonArrayReader {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> directions;
    private String list = "";
    private long before;

    /** @param directions the lists to read, by the keys that lead to them, each followers or followees */
    TikTokDocument(Map<String, String> directions) {
        super(List.copyOf(directions.keySet()));
        this.directions = Map.copyOf(directions);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at", "newest_first");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        String direction = directions.get(array);
        rows.listed(direction)
                .name(
                        Owner.otherEnd(direction),
                        Json.firstText(Json.text(element, "UserName"), Json.text(element, "Username")))
                .time("followed_at", Json.firstText(Json.text(element, "Date"), Json.text(element, "date")))
                .count("newest_first", place(array, rows))
                .keep();
    }

    /** The place in its own list, from 0; both lists are in one file, so the number of the record is not it. */
    private long place(String array, RowSink rows) {
        if (rows.line() == 1 || !array.equals(list)) {
            list = array;
            before = rows.line();
        }
        return rows.line() - before;
    }
}
