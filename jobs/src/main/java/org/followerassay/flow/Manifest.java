package org.followerassay.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one description of a warehouse's state: which files make up each table, and the run that wrote them.
 *
 * <p>Written last and never changed; readers see nothing that a manifest does not name.
 *
 * @param number 1 for the first manifest of a warehouse, then counted up
 * @param command the subcommand that published it
 * @param options every option of the run with its value, defaults included
 * @param versions of this program, Spark, Hadoop and Java
 * @param inputs every export ingested so far, oldest first
 * @param tables parts by table name
 * @param steps what the run did, in order
 */
public record Manifest(
        int format,
        long number,
        String run,
        String command,
        String startedAt,
        String publishedAt,
        SortedMap<String, String> options,
        SortedMap<String, String> versions,
        List<Input> inputs,
        SortedMap<String, List<Part>> tables,
        List<Step> steps) {

    /** The layout described here; a reader refuses any other. */
    public static final int FORMAT = 1;

    /**
     * An export that was ingested.
     *
     * @param key content hash and reading options: the same key is the same input
     * @param readAs how it was read, in words
     * @param subject what it is a statement of: a later export of the same subject replaces it; null if only one of the
     *     same path does
     */
    public record Input(
            String path,
            String key,
            String sha256,
            long bytes,
            String format,
            String readAs,
            String run,
            String subject) {}

    /**
     * A run's share of a table.
     *
     * @param name who wrote it: an export's key or a derivation's name
     * @param key hash of everything that it was computed from
     * @param path folder, relative to the warehouse
     * @param nulls nulls by column, where there are any
     */
    public record Part(
            String name, String key, String path, long rows, SortedMap<String, Long> nulls, List<DataFile> files) {}

    /** One Parquet file, by its name in the part's folder. */
    public record DataFile(String name, long bytes, long rows) {}

    /**
     * What one step of the run did.
     *
     * @param reused true if nothing had changed and the earlier result stands
     */
    public record Step(String name, String table, long rows, double seconds, boolean reused) {}

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The hash of the rest of the text, at its end: a bit that turns over in a manifest would otherwise count wrongly unseen. */
    private static final Pattern SEAL = Pattern.compile("\"seal\" : \"([0-9a-f]{64})\"\\s*}\\s*$");

    private static final String UNSEALED = "0".repeat(64);

    public static Manifest parse(String json, String source) {
        try {
            Matcher seal = SEAL.matcher(json);
            // The first manifests had none.
            if (seal.find() && !seal.group(1).equals(hash(json.substring(0, seal.start(1)) + UNSEALED))) {
                throw damaged(source, null);
            }
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() != FORMAT) {
                throw AssayException.failed("the manifest " + source + " has format " + manifest.format()
                        + ", this program reads " + FORMAT + ": use the version of Follower Assay that wrote it");
            }
            return manifest;
        } catch (JsonProcessingException damaged) {
            throw damaged(source, damaged);
        }
    }

    private static AssayException damaged(String source, Throwable cause) {
        return AssayException.failed(
                "the manifest " + source + " is damaged; delete it to return to the one before it", cause);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public String json() {
        try {
            ObjectNode sealed = JSON.valueToTree(this);
            String text = JSON.writeValueAsString(sealed.put("seal", UNSEALED));
            int seal = text.lastIndexOf(UNSEALED);
            String upTo = text.substring(0, seal);
            return upTo + hash(upTo + UNSEALED) + text.substring(seal + UNSEALED.length()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public List<Part> parts(String table) {
        return tables.getOrDefault(table, List.of());
    }

    public long rows(String table) {
        return parts(table).stream().mapToLong(Part::rows).sum();
    }

    static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return new TreeMap<>(map);
    }
}
