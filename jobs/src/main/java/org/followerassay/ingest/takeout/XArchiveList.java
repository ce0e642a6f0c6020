package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowSink;

/** The elements of one list file, {@code {"follower": {"accountId": "…", "userLink": "…"}}}. */
final class XArchiveList extends JsonArrayReader {
    private static final long serialVersionUID = 1L;
    private static final Pattern ID_IN_LINK = Pattern.compile("[?&]user_id=([0-9]+)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Smaller ids were counted up; since 2016 the upper bits of an id are the milliseconds since this moment. */
    private static final long FIRST_SNOWFLAKE = 30_000_000_000_000L;

    private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;

    private final String direction;

    XArchiveList(String direction) {
        super(List.of(""));
        this.direction = direction;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "account", "created_at");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        JsonNode said = element.path(direction.equals(Owner.FOLLOWERS) ? "follower" : "following");
        String id = id(said);
        if (id == null) {
            rows.reject(RejectReason.MISSING_CELL, "accountId is missing");
        } else if (!DIGITS.matcher(id).matches()) {
            rows.reject(RejectReason.BAD_ID, "accountId is not an id");
        } else {
            rows.listed(direction).account(Owner.otherEnd(direction), id).keep();
            long created = createdAt(id);
            if (created > 0) {
                rows.profile()
                        .account("account", id)
                        .micros("created_at", created)
                        .keep();
            }
        }
    }

    /** The id, or the one in the link where only that is there. */
    private static String id(JsonNode said) {
        String id = Json.text(said, "accountId");
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        String link = Json.text(said, "userLink");
        Matcher inLink = ID_IN_LINK.matcher(link == null ? "" : link);
        return inLink.find() ? inLink.group(1) : null;
    }

    /** Microseconds, or 0 if the id does not tell. */
    private static long createdAt(String id) {
        if (id.length() > 19 || id.length() < 14) {
            return 0;
        }
        long number = new java.math.BigInteger(id).longValue();
        return number > FIRST_SNOWFLAKE ? ((number >> 22) + SNOWFLAKE_EPOCH_MILLIS) * 1_000 : 0;
    }
}
