package org.followerassay.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a page as text, and what they should read. */
final class PageTables {
    private static final Pattern TABLE =
            Pattern.compile("<table class=\"shown ([a-z_]+)\">.*?<tbody>(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr( class=\"topic\")?>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t([hd])[^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    /** Rows of each table by its name; those of one account's tables, one account after the other. */
    static Map<String, List<List<String>>> of(String html) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(html);
        while (table.find()) {
            String name = table.group(1);
            Matcher row = ROW.matcher(table.group(2));
            while (row.find()) {
                if (row.group(1) == null && !name.equals("profile")) {
                    add(tables.computeIfAbsent(name, any -> new ArrayList<>()), name, row.group(2));
                }
            }
        }
        return tables;
    }

    private static void add(List<List<String>> rows, String name, String html) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(html);
        while (cell.find()) {
            cells.add(cell.group(2));
        }
        if (name.equals("points")) {
            // One row of JSON for each account: point, value.
            for (int i = 1; i < cells.size() - 1; i++) {
                rows.add(List.of(text(cells.get(0)), text(cells.get(i).replaceAll("(?s)<small.*", ""))));
            }
            return;
        }
        rows.add(cells.stream()
                .map(one -> text(one.replaceAll("(?s)<small>.*?</small>|<sup>.*?</sup>", "")))
                .toList());
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .strip();
    }

    /** A table of JSON as a reader sees its rows: the account's own tables without its name. */
    static List<List<String>> expected(JsonNode table) {
        String name = table.path("name").asText();
        List<JsonNode> columns = new ArrayList<>();
        table.path("columns").forEach(columns::add);
        boolean named =
                columns.size() > 1 && columns.get(1).path("name").asText().equals("handle");
        boolean ofOne = named && PER_ACCOUNT.contains(name);
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < table.path("rows").size(); r++) {
            JsonNode row = table.path("rows").get(r);
            List<String> cells = new ArrayList<>();
            if (name.equals("points")) {
                rows.add(point(row, isHidden(table, r, "value")));
                continue;
            }
            for (int c = ofOne ? 2 : named ? 1 : 0; c < columns.size(); c++) {
                String column = columns.get(c).path("name").asText();
                if (!column.matches(".*_(low|high|note)") || column.matches("share_(low|high)")) {
                    cells.add(cell(table, r, columns.get(c)));
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    private static final List<String> PER_ACCOUNT = List.of(
            "arrival_estimates", "lots", "churn", "growth", "vendors", "mass_followers", "data_quality", "surges");

    private static boolean isHidden(JsonNode table, int row, String column) {
        for (JsonNode hidden : table.path("hidden")) {
            if (hidden.path("row").asInt() == row
                    && hidden.path("column").asText().equals(column)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> point(JsonNode row, boolean hidden) {
        String name = row.path("point").asText();
        String label = Measures.label(name);
        if (hidden) {
            return List.of(label, new Hidden(10).toString());
        }
        Kind kind = switch (name) {
            case "followers" -> Kind.FOLLOWERS;
            case "attention", "attention_per_follower" -> Kind.NUMBER;
            case "audience_h" -> Kind.COUNT;
            default -> Kind.SHARE;
        };
        boolean range = List.of("looks_bought", "lot_followers_share").contains(name)
                && row.path("low").isNumber()
                && row.path("low").asDouble() < row.path("high").asDouble();
        if (range) {
            return List.of(
                    label,
                    Format.bounds(
                            kind, row.path("low").asDouble(), row.path("high").asDouble()));
        }
        return List.of(label, measured(kind, row, "value", "low", "high"));
    }

    private static String measured(Kind kind, JsonNode row, String value, String low, String high) {
        if (row.path(value).isNull()) {
            return Format.cell(kind, null);
        }
        Double from = row.path(low).isNumber() ? row.path(low).asDouble() : null;
        Double to = row.path(high).isNumber() ? row.path(high).asDouble() : null;
        return Format.cell(kind, new Measured(row.path(value).asDouble(), from, to, ""));
    }

    private static String cell(JsonNode table, int row, JsonNode column) {
        String name = column.path("name").asText();
        if (isHidden(table, row, name)) {
            return new Hidden(10).toString();
        }
        JsonNode cells = table.path("rows").get(row);
        JsonNode cell = cells.path(name);
        if (cells.has(name + "_note")) {
            return measured(Measures.kind(name), cells, name, name + "_low", name + "_high");
        }
        Kind kind = KINDS.getOrDefault(name, kind(column.path("type").asText()));
        Object value = switch (kind.type()) {
            case "long" -> cell.isNull() ? null : (Object) cell.asLong();
            case "double" -> cell.isNull() ? null : (Object) cell.asDouble();
            case "time" -> cell.isNull() ? null : Instant.parse(cell.asText());
            case "day" -> cell.isNull() ? null : LocalDate.parse(cell.asText());
            case "flag" -> cell.isNull() ? null : (Object) cell.asBoolean();
            default -> cell.isNull() ? null : cell.asText();
        };
        return Format.cell(kind, value).replace("\n", " ").isEmpty()
                ? "–"
                : Format.cell(kind, value).strip();
    }

    /** Kinds that the type alone does not tell. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("net", Kind.SIGNED),
            Map.entry("account", Kind.ID),
            Map.entry("other_account", Kind.ID),
            Map.entry("vendor", Kind.ID),
            Map.entry("smaller_share", Kind.SHARE),
            Map.entry("jaccard", Kind.SHARE),
            Map.entry("churn_rate", Kind.SHARE),
            Map.entry("drop_share", Kind.SHARE),
            Map.entry("kept_share", Kind.SHARE),
            Map.entry("followers_share", Kind.SHARE),
            Map.entry("share_low", Kind.SHARE),
            Map.entry("share_high", Kind.SHARE),
            Map.entry("placebo_share", Kind.SHARE),
            Map.entry("dated_share", Kind.SHARE),
            Map.entry("profiles_share", Kind.SHARE),
            Map.entry("ties_share", Kind.SHARE),
            Map.entry("pair_reciprocity", Kind.SHARE),
            Map.entry("losing_share", Kind.SHARE),
            Map.entry("median_loss", Kind.SHARE),
            Map.entry("ordinary_loss", Kind.SHARE),
            Map.entry("tie_reciprocity", Kind.SHARE));

    private static Kind kind(String type) {
        return switch (type) {
            case "long" -> Kind.COUNT;
            case "double" -> Kind.NUMBER;
            case "time" -> Kind.TIME;
            case "day" -> Kind.DAY;
            case "flag" -> Kind.FLAG;
            default -> Kind.TEXT;
        };
    }

    private PageTables() {}
}
