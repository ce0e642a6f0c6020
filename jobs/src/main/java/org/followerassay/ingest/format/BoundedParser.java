package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Reads one element of a long document, and ends in an error where it is too large to be held as a tree. */
final class BoundedParser extends JsonParserDelegate {
    private static final long MOST_TOKENS = 1 << 20;
    private static final long MOST_CHARACTERS = 1 << 25;

    private long tokens;
    private long characters;

    BoundedParser(JsonParser json) {
        super(json);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        tokens++;
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            characters += getTextLength();
        }
        if (tokens > MOST_TOKENS || characters > MOST_CHARACTERS) {
            throw new StreamConstraintsException("the element is too large", currentLocation());
        }
        return token;
    }

    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }

    @Override
    public String nextTextValue() throws IOException {
        return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
    }
}
