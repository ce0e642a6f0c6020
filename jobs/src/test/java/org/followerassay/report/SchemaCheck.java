package org.followerassay.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as the published schema uses: type, required, properties, items, enum, const, minimum, $ref. */
final class SchemaCheck {
    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    List<String> of(JsonNode document) {
        List<String> faults = new ArrayList<>();
        check(root, document, "", faults);
        return faults;
    }

    private void check(JsonNode rule, JsonNode value, String path, List<String> faults) {
        if (rule.has("$ref")) {
            check(root.at(rule.path("$ref").asText().substring(1)), value, path, faults);
            return;
        }
        if (rule.has("type") && !isOneOf(rule.path("type"), value)) {
            faults.add(path + " is no " + rule.path("type").asText());
            return;
        }
        if (rule.has("const") && !rule.path("const").equals(value)) {
            faults.add(path + " is not " + rule.path("const"));
        }
        if (rule.has("enum") && !contains(rule.path("enum"), value)) {
            faults.add(path + " is none of " + rule.path("enum"));
        }
        if (rule.has("minimum") && value.asDouble() < rule.path("minimum").asDouble()) {
            faults.add(path + " is below " + rule.path("minimum"));
        }
        rule.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                check(property.getValue(), value.get(property.getKey()), path + "/" + property.getKey(), faults);
            }
        });
        rule.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add((path.isEmpty() ? "/" : path) + " lacks " + name.asText());
            }
        });
        value.properties().forEach(property -> {
            JsonNode others = rule.path("additionalProperties");
            if (!rule.path("properties").has(property.getKey())) {
                if (others.isBoolean() && !others.asBoolean()) {
                    faults.add(path + "/" + property.getKey() + " is not in the schema");
                } else if (others.isObject()) {
                    check(others, property.getValue(), path + "/" + property.getKey(), faults);
                }
            }
        });
        if (rule.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(rule.path("items"), value.get(i), path + "/" + i, faults);
            }
        }
    }

    private static boolean isOneOf(JsonNode types, JsonNode value) {
        if (types.isTextual()) {
            return is(types.asText(), value);
        }
        for (JsonNode type : types) {
            if (is(type.asText(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
