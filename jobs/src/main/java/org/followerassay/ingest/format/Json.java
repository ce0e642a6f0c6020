package org.followerassay.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON from strangers: a key may stand once, nesting and texts have an end, and a number may be written as a text. */
public final class Json {
    private static final int DEEPEST = 100;

    /** A document as a tree takes a hundred times its length in the worst case: {@code [[],[],[], …}. */
    private static final long MOST_TOKENS = 1 << 21;

    private static final JsonFactory FACTORY = factory(Long.MAX_VALUE);

    private static final ObjectMapper MAPPER = JsonMapper.builder(factory(MOST_TOKENS))
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // As they stand there: 1e400 as a double is infinite, which would be read as a name.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What stands for a document that is not there. */
    public static final JsonNode NOTHING = MissingNode.getInstance();

    private static final ObjectReader ELEMENT = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static JsonFactory factory(long mostTokens) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Lines.LONGEST)
                        .maxTokenCount(mostTokens)
                        .build())
                .build();
    }

    /** For a document that is never held whole. */
    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /** The value at the parser's place, if it is of a size that can be held. */
    static JsonNode element(JsonParser json) throws IOException {
        try {
            return ELEMENT.readTree(new BoundedParser(json));
        } catch (NumberFormatException beyondBounds) {
            throw beyondBounds(beyondBounds);
        }
    }

    /** @throws JsonProcessingException if the text is no JSON, names a key twice, or holds a number that nothing holds */
    public static JsonNode of(String text) throws JsonProcessingException {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? NOTHING : node;
        } catch (NumberFormatException beyondBounds) {
            throw beyondBounds(beyondBounds);
        }
    }

    /** The first value of a text, whatever follows it. */
    public static JsonNode first(String text) throws JsonProcessingException {
        try {
            JsonNode node = ELEMENT.readTree(text);
            return node == null ? NOTHING : node;
        } catch (NumberFormatException beyondBounds) {
            throw beyondBounds(beyondBounds);
        }
    }

    /** A number such as 17e2222222222: JSON, but its exponent fits into nothing, and Jackson says so unchecked. */
    private static JsonMappingException beyondBounds(NumberFormatException why) {
        return new JsonMappingException(null, "a number is beyond all bounds", why);
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
