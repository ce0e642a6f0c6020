package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Json;

/** How Meta writes JSON, in Instagram's exports as in Facebook's. */
final class MetaText {
    /** What a file that holds a list says first; such a file has one key at most. */
    private static final Pattern FIRST_KEY = Pattern.compile("\\s*\\{\\s*\"([^\"]{1,80})\"\\s*:.*", Pattern.DOTALL);

    /**
     * The text as it was typed. Exports write each of its UTF-8 bytes as a character of its own, {@code J\u00c3\u00bcrgen}.
     *
     * <p>A text that is right already stays as it is: it holds characters that are no bytes, or bytes that are no UTF-8.
     */
    static String repaired(String text) {
        if (text == null || text.chars().anyMatch(character -> character > 0xFF)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException rightAlready) {
            return text;
        }
    }

    /** Seconds since 1970 as text; null where they are missing or 0, which stands for no known time. */
    static String time(JsonNode seconds) {
        String text = Json.text(seconds);
        return text == null || text.isBlank() || text.equals("0") ? null : text;
    }

    /** The key of the list in a file; empty if the file is a bare list, null if it is neither. */
    static String key(Entry file) {
        if (file.startsWith("[")) {
            return "";
        }
        String start = file.start();
        Matcher key = FIRST_KEY.matcher(start.startsWith("\uFEFF") ? start.substring(1) : start);
        return key.matches() ? key.group(1) : null;
    }

    /** True if the first elements of the list in a file have a field of this name, or the list is empty. */
    static boolean lists(String field, Entry file) {
        String start = file.start().replaceAll("\\s+", "");
        return isEmpty(start) || start.contains("\"" + field + "\":");
    }

    /** True if the list in a file is empty. */
    static boolean isEmpty(Entry file) {
        return isEmpty(file.start().replaceAll("\\s+", ""));
    }

    private static boolean isEmpty(String start) {
        return start.matches("\uFEFF?(?:\\[\\]|\\{\"[^\"]*\":\\[\\]\\})");
    }

    private MetaText() {}
}
