package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.RowSink;

/** Requests to follow or to be friends: they are counted, but no tie until they are granted. */
final class NoTies extends JsonArrayReader {
    private static final long serialVersionUID = 1L;

    NoTies(List<String> arrays) {
        super(arrays);
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    protected void element(String array, JsonNode element, RowSink rows) {
        rows.other();
    }
}
