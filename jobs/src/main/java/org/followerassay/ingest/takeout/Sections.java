package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.followerassay.ingest.format.Entry;

/**
 * What a JSON document holds down to a depth, by the keys that lead there, joined by {@code /}. Lists are not entered.
 *
 * <p>The document is read once as a stream, since the section that tells what it is may come last. One that is damaged is
 * described up to the damage; who reads it later will say so.
 */
record Sections(Map<String, String> texts) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** True if something stands there, even an empty list or null. */
    boolean has(String path) {
        return texts.containsKey(path);
    }

    boolean isObject(String path) {
        return "{".equals(texts.get(path));
    }

    /** The text or number there; a bracket if it is a list or an object, null if it is missing or null. */
    String text(String path) {
        return texts.get(path);
    }

    static Sections of(Entry document, int depth) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream in = document.open();
                JsonParser json = FACTORY.createParser(in)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                describe(json, "", depth, texts);
            }
        } catch (StreamReadException damaged) {
            return new Sections(texts);
        }
        return new Sections(texts);
    }

    private static void describe(JsonParser json, String above, int depth, Map<String, String> texts)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = above + json.currentName();
            JsonToken value = json.nextToken();
            if (value == null) {
                return;
            }
            texts.put(path, value == JsonToken.VALUE_NULL ? null : json.getText());
            if (value == JsonToken.START_OBJECT && depth > 1) {
                describe(json, path + "/", depth - 1, texts);
            } else {
                json.skipChildren();
            }
        }
    }
}
