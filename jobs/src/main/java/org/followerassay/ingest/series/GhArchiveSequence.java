package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.followerassay.ingest.format.JsonSequenceReader;
import org.followerassay.ingest.format.RowSink;

/** An hour with its events one after the other, as some of 2011 and 2012 are. */
final class GhArchiveSequence extends JsonSequenceReader {
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
