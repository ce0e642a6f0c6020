package org.followerassay.ingest.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Json;

/** The beginning of a file, looked at without refusing any: what it is stays open until a format knows. */
final class FirstRecords {
    private static final int MOST_LINES = 200;
    private static final Pattern JSON_LINES =
            Pattern.compile(".*\\.(?:json|jsonl|ndjson)(?:[.-][0-9][0-9T.:-]*)?(?:\\.(?:gz|zst|zstd))?");

    /** True for the names that files of JSON lines go by, packed or not, with the number or date of a rotation or not. */
    static boolean mayBeJsonLines(Entry entry) {
        return JSON_LINES.matcher(entry.name()).matches();
    }

    /** Whole lines that are not blank, from the first 256 KiB; of a shorter file also the last one. */
    static List<String> lines(Entry entry) {
        String text = text(entry);
        boolean cut = text.length() >= 1 << 17 && !text.endsWith("\n");
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        return lines.stream()
                .limit(cut && lines.size() < MOST_LINES ? Math.max(0, lines.size() - 1) : MOST_LINES)
                .filter(line -> !line.isBlank())
                .toList();
    }

    static String text(Entry entry) {
        String text = new String(entry.head(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * The first JSON object that begins a line, whatever follows it there. A rotation may cut the first line, and the end of
     * what is looked at the last one.
     */
    static JsonNode object(Entry entry) {
        for (String line : text(entry).lines().limit(MOST_LINES).toList()) {
            if (line.stripLeading().startsWith("{")) {
                try {
                    return Json.first(line);
                } catch (JsonProcessingException damaged) {
                    // The next line may be whole.
                }
            }
        }
        return Json.NOTHING;
    }

    private FirstRecords() {}
}
