package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** JSON from strangers: a key may stand once, nesting and texts have an end, and a number may be written as a text. */
public final class Json {
    private static final int DEEPEST = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Lines.LONGEST)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What stands for a document that is not there. */
    public static final JsonNode NOTHING = MissingNode.getInstance();

    static final ObjectReader ELEMENT = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static JsonFactory factory() {
        return FACTORY;
    }

    /** @throws JsonProcessingException if the text is no JSON, or names a key twice */
    public static JsonNode of(String text) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(text);
        return node == null ? NOTHING : node;
    }

    /** The first value of a text, whatever follows it. */
    public static JsonNode first(String text) throws JsonProcessingException {
        JsonNode node = ELEMENT.readTree(text);
        return node == null ? NOTHING : node;
    }

    /** The number, text or truth value at the end of a path of keys, as text; null if there is none. */
    public static String text(JsonNode node, String... keys) {
        JsonNode at = node;
        for (String key : keys) {
            at = at.path(key);
        }
        return at.isValueNode() && !at.isNull() ? at.asText() : null;
    }

    /** The first of some texts that is neither missing nor blank, or null. */
    public static String firstText(String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private Json() {}
}
