package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads a text in which each line is a JSON object of its own. */
public abstract class JsonLineReader extends LineReader {
    private static final long serialVersionUID = 1L;

    protected JsonLineReader() {
        super(0);
    }

    /** Says what one object is; the record has begun. */
    protected abstract void element(JsonNode element, RowSink rows);

    @Override
    protected final void line(String line, RowSink rows) {
        JsonNode node;
        try {
            node = Json.of(line);
        } catch (JsonProcessingException damaged) {
            rows.reject(RejectReason.BAD_RECORD, "the line is not JSON, or names a key twice");
            return;
        }
        if (node.isObject()) {
            element(node, rows);
        } else {
            rows.reject(RejectReason.BAD_RECORD, "the line is not a JSON object");
        }
    }
}
