package org.followerassay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Map;
import org.followerassay.flow.Hashes;
import org.followerassay.flow.Manifest;

/** Which files make up a report, and the published state that it was made of; written last. */
final class ReportManifest {
    static final String KIND = "follower-assay report";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Inputs are left out where the state names none.
     *
     * @param request what was asked for, by name
     */
    static String json(Map<String, byte[]> files, Manifest state, Map<String, Object> request) {
        ObjectNode root = JSON.createObjectNode();
        root.put("kind", KIND);
        root.put("format", FORMAT);
        root.put("warehouse_state", state.number());
        root.put("run", state.run());
        root.put("publishedAt", state.publishedAt());
        root.set("request", JSON.valueToTree(request));
        root.set("options", JSON.valueToTree(state.options()));
        root.set("versions", JSON.valueToTree(state.versions()));
        if (!state.inputs().isEmpty()) {
            root.set("inputs", JSON.valueToTree(state.inputs()));
        }
        ArrayNode listed = root.putArray("files");
        files.forEach((name, bytes) -> listed.addObject()
                .put("name", name)
                .put("bytes", bytes.length)
                .put("sha256", HexFormat.of().formatHex(Hashes.sha256().digest(bytes))));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** True if a manifest found in a folder is that of a report. */
    static boolean isOne(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return root != null && KIND.equals(root.path("kind").asText());
        } catch (JsonProcessingException somethingElse) {
            return false;
        }
    }

    private ReportManifest() {}
}
