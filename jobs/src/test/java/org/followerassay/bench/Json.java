package org.followerassay.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** Records as one line of JSON each. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    public static String line(Record written) {
        try {
            return MAPPER.writeValueAsString(written) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static <R extends Record> R read(String line, Class<R> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("not a line of " + type.getSimpleName() + ": " + line, damaged);
        }
    }

    private Json() {}
}
