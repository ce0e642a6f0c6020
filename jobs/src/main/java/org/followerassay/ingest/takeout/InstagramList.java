package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowSink;

/** The followers or followees in one file of an Instagram export since 2021. */
final class InstagramList extends JsonArrayReader {
    private static final long serialVersionUID = 1L;

    private final String direction;

    InstagramList(List<String> array, String direction) {
        super(array);
        this.direction = direction;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        InstagramName said = InstagramName.of(element, rows);
        if (said != null) {
            rows.listed(direction)
                    .name(Owner.otherEnd(direction), said.name())
                    .time("followed_at", said.time())
                    .keep();
        }
    }
}
