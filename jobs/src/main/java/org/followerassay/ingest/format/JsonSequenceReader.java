package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads JSON objects that follow each other with nothing, blanks or line feeds between them. One task reads the whole file,
 * and what follows a damaged object is lost: where each line is an object, a {@link JsonLineReader} does better.
 */
public abstract class JsonSequenceReader implements RowReader {
    private static final long serialVersionUID = 1L;

    /** Says what one object is; the record has begun. */
    protected abstract void element(JsonNode element, RowSink rows);

    @Override
    public final Records open(InputStream in, RowSink rows) throws IOException {
        return new Objects(Json.parser(in), rows);
    }

    private final class Objects implements Records {
        private final JsonParser json;
        private final RowSink rows;

        Objects(JsonParser json, RowSink rows) {
            this.json = json;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            try {
                JsonToken token = json.nextToken();
                if (token == null) {
                    return false;
                }
                if (token == JsonToken.START_OBJECT) {
                    object();
                } else {
                    json.skipChildren();
                    rows.record(() -> "");
                    rows.reject(RejectReason.BAD_RECORD, "the record is not a JSON object");
                }
                return true;
            } catch (StreamReadException | StreamConstraintsException damaged) {
                throw new IOException(
                        "line " + damaged.getLocation().getLineNr() + ", column "
                                + damaged.getLocation().getColumnNr() + " is not JSON as expected",
                        damaged);
            }
        }

        private void object() throws IOException {
            JsonNode node;
            try {
                node = Json.element(json);
            } catch (StreamReadException | StreamConstraintsException damaged) {
                throw damaged;
            } catch (JsonProcessingException unfit) {
                while (!json.getParsingContext().inRoot()) {
                    if (json.nextToken() == null) {
                        throw new EOFException("it ends in the middle");
                    }
                }
                rows.record(() -> "");
                rows.reject(
                        RejectReason.BAD_RECORD, "the object names a key twice, or holds a number beyond all bounds");
                return;
            }
            rows.record(node::toString);
            element(node, rows);
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
