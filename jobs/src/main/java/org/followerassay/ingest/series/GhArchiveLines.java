package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.followerassay.ingest.format.JsonLineReader;
import org.followerassay.ingest.format.RowSink;

/** An hour with an event a line. */
final class GhArchiveLines extends JsonLineReader {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<String> columns() {
        return GitHubEvent.COLUMNS;
    }

    @Override
    protected void element(JsonNode event, RowSink rows) {
        GitHubEvent.say(event, rows);
    }
}
