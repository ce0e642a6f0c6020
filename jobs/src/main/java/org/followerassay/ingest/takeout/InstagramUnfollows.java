package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowSink;

/** Those whom the owner of an Instagram export ceased to follow in the last weeks, and when. */
final class InstagramUnfollows extends JsonArrayReader {
    private static final long serialVersionUID = 1L;

    InstagramUnfollows(List<String> array) {
        super(array);
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "change", "earliest", "latest");
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        InstagramName said = InstagramName.of(element, rows);
        if (said != null) {
            rows.ownersEvent(Owner.FOLLOWEES)
                    .name("followee", said.name())
                    .text("change", "unfollow")
                    .requiredTime("earliest", said.time())
                    .requiredTime("latest", said.time())
                    .keep();
        }
    }
}
