package org.followerassay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All tables of a report as one JSON document, after {@code docs/report.schema.json}.
 *
 * <p>A cell that is too small to show is null and listed under {@code hidden}, so that null alone means "not known". Ids
 * are text: a reader in JavaScript would round them.
 */
final class JsonTwin {
    static final String SCHEMA = "report.schema.json";
    static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static byte[] of(ReportHead head, List<ShownTable> tables) {
        ObjectNode root = JSON.createObjectNode();
        root.put("kind", ReportManifest.KIND);
        root.put("format", FORMAT);
        root.put("form", head.form());
        root.put("title", head.title());
        ArrayNode summary = root.putArray("summary");
        head.summary().forEach(summary::add);
        root.put("caveat", Messages.of("caveat"));
        root.put("min_group", head.minGroup());
        root.put("warehouse_state", head.state().number());
        root.put("version", head.codeVersion());
        ArrayNode all = root.putArray("tables");
        tables.forEach(table -> add(all.addObject(), table));
        try {
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(ObjectNode node, ShownTable table) {
        node.put("name", table.name());
        node.put("caption", table.caption());
        node.put("query", table.query());
        if (table.leftOut() > 0) {
            node.put("left_out", table.leftOut());
        }
        ArrayNode columns = node.putArray("columns");
        List<ShownColumn> shown = table.twinColumns();
        for (ShownColumn column : shown) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put(
                            "type",
                            column.kind() == Kind.ID ? "string" : column.kind().type());
        }
        ArrayNode rows = node.putArray("rows");
        ArrayNode hidden = node.putArray("hidden");
        for (List<Object> cells : table.twinRows()) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < cells.size(); i++) {
                String name = shown.get(i).name();
                put(row, name, cells.get(i), shown.get(i).kind());
                if (cells.get(i) instanceof Hidden) {
                    hidden.addObject()
                            .put("row", rows.size() - 1)
                            .put("column", name)
                            .put("shown_as", cells.get(i).toString());
                }
            }
        }
    }

    private static void put(ObjectNode row, String name, Object value, Kind kind) {
        if (value instanceof Long number && kind != Kind.ID) {
            row.put(name, number);
        } else if (value instanceof Double number) {
            row.put(name, number);
        } else if (value instanceof Boolean flag) {
            row.put(name, flag);
        } else if (value == null || value instanceof Hidden) {
            row.putNull(name);
        } else {
            row.put(name, value.toString());
        }
    }

    private JsonTwin() {}
}
