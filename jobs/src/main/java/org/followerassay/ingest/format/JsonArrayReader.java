package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the elements of some arrays of one JSON document as a stream, however long they are; all else is passed over.
 *
 * <p>An array is named by the keys that lead to it, joined by {@code /}; the empty text names the document itself. A
 * script such as {@code window.x = [} is read from its first bracket on. Where an export keys its records by account,
 * {@code {"ann": "2019-05-01"}}, the object is named in the same way, and each of its fields is an element: an object of
 * that field alone.
 */
public abstract class JsonArrayReader implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PREFIX = 1_000;

    private final List<String> arrays;
    private final List<String> objects;

    protected JsonArrayReader(List<String> arrays) {
        this(arrays, List.of());
    }

    /** @param objects those of which each field is an element */
    protected JsonArrayReader(List<String> arrays, List<String> objects) {
        this.arrays = List.copyOf(arrays);
        this.objects = List.copyOf(objects);
    }

    /**
     * Says what one element is; the record has begun.
     *
     * @param array which of the arrays or objects it is in
     */
    protected abstract void element(String array, JsonNode element, RowSink rows);

    @Override
    public final Records open(InputStream in, RowSink rows) throws IOException {
        JsonParser json = Json.parser(fromFirstBracket(in));
        return new Elements(json, rows);
    }

    private static InputStream fromFirstBracket(InputStream in) throws IOException {
        PushbackInputStream script = new PushbackInputStream(new BufferedInputStream(in, 1 << 16));
        for (int i = 0; i < LONGEST_PREFIX; i++) {
            int here = script.read();
            if (here == '[' || here == '{') {
                script.unread(here);
                return script;
            }
            if (here < 0) {
                break;
            }
        }
        throw new IOException("it does not begin like JSON");
    }

    private final class Elements implements Records {
        private final JsonParser json;
        private final RowSink rows;
        private final Deque<String> path = new ArrayDeque<>();
        private String array;
        private boolean over;

        Elements(JsonParser json, RowSink rows) {
            this.json = json;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            try {
                while (!over) {
                    if (array == null) {
                        seek();
                    } else if (isEnd(json.nextToken())) {
                        array = null;
                        leave();
                    } else {
                        element();
                        return true;
                    }
                }
                return false;
            } catch (StreamReadException damaged) {
                throw new IOException(place(damaged) + " is not JSON as expected", damaged);
            } catch (StreamConstraintsException outOfBounds) {
                throw new IOException(
                        place(outOfBounds) + " is in something longer or deeper than any export writes", outOfBounds);
            }
        }

        private String place(JsonProcessingException wrong) {
            JsonLocation at = wrong.getLocation() == null ? json.currentLocation() : wrong.getLocation();
            return "line " + at.getLineNr() + ", column " + at.getColumnNr();
        }

        private void seek() throws IOException {
            JsonToken token = json.nextToken();
            if (token == null) {
                if (!path.isEmpty() || !json.getParsingContext().inRoot()) {
                    throw new EOFException("it ends in the middle");
                }
                over = true;
            } else if (token == JsonToken.FIELD_NAME) {
                path.addLast(json.currentName());
            } else if (token == JsonToken.START_ARRAY) {
                if (arrays.contains(here())) {
                    array = here();
                } else {
                    json.skipChildren();
                    leave();
                }
            } else if (token == JsonToken.START_OBJECT) {
                if (objects.contains(here())) {
                    array = here();
                } else if (!leadsOn(here())) {
                    json.skipChildren();
                    leave();
                }
            } else {
                leave();
            }
        }

        private String here() {
            return String.join("/", path);
        }

        private boolean leadsOn(String here) {
            return here.isEmpty()
                    || arrays.stream().anyMatch(array -> array.startsWith(here + "/"))
                    || objects.stream().anyMatch(object -> object.startsWith(here + "/"));
        }

        private boolean isEnd(JsonToken token) {
            return token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
        }

        private void leave() {
            path.pollLast();
        }

        private void element() throws IOException {
            String field = json.currentToken() == JsonToken.FIELD_NAME ? json.currentName() : null;
            if (field != null) {
                json.nextToken();
            }
            int depth = json.getParsingContext().getNestingDepth();
            boolean structure = json.currentToken().isStructStart();
            JsonNode node;
            try {
                node = Json.element(json);
            } catch (StreamReadException | StreamConstraintsException damaged) {
                throw damaged;
            } catch (JsonProcessingException unfit) {
                int outside = structure ? depth - 1 : depth;
                while (json.getParsingContext().getNestingDepth() > outside) {
                    if (json.nextToken() == null) {
                        throw new EOFException("it ends in the middle");
                    }
                }
                rows.record(() -> "");
                rows.reject(
                        RejectReason.BAD_RECORD, "the element names a key twice, or holds a number beyond all bounds");
                return;
            }
            JsonNode whole =
                    field == null ? node : JsonNodeFactory.instance.objectNode().set(field, node);
            rows.record(whole::toString);
            JsonArrayReader.this.element(array, whole, rows);
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
