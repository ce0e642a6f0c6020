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

/** The tables of a page as text, and what they should read; an interval below a figure is in brackets. */
final class PageTables {
    private static final Pattern TABLE =
            Pattern.compile("<table class=\"shown ([a-z_]+)\">.*?<tbody>(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr( class=\"topic\")?>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t([hd])([^>]*)>(.*?)</t[hd]>", Pattern.DOTALL);

    /** Tables that stand below each account, without its name. */
    private static final List<String> PER_ACCOUNT = List.of(
            "arrival_estimates",
            "lots",
            "churn",
            "cohort_retention",
            "growth",
            "vendors",
            "mass_followers",
            "data_quality",
            "quality_ranks",
            "peer_shares",
            "peer_numbers",
            "surges");

    /** Kinds that the type alone does not tell. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("net", Kind.SIGNED),
            Map.entry("account", Kind.ID),
            Map.entry("other_account", Kind.ID),
            Map.entry("vendor", Kind.ID),
            Map.entry("measure", Kind.MEASURE),
            Map.entry("smaller_share", Kind.SHARE),
            Map.entry("jaccard", Kind.SHARE),
            Map.entry("retention", Kind.SHARE),
            Map.entry("of_accounts", Kind.SHARE),
            Map.entry("kendall_tau", Kind.NUMBER),
            Map.entry("churn_rate", Kind.SHARE),
            Map.entry("pair_reciprocity", Kind.SHARE),
            Map.entry("losing_share", Kind.SHARE),
            Map.entry("median_loss", Kind.SHARE),
            Map.entry("ordinary_loss", Kind.SHARE),
            Map.entry("tie_reciprocity", Kind.SHARE));

    /** Rows of each table by its name; those of one account's tables, one account after the other. */
    static Map<String, List<List<String>>> of(String html) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(html);
        while (table.find()) {
            String name = table.group(1).equals("profile") ? "audience_profiles" : table.group(1);
            List<List<String>> rows = tables.computeIfAbsent(name, any -> new ArrayList<>());
            Matcher row = ROW.matcher(table.group(2));
            while (row.find()) {
                if (row.group(1) == null) {
                    add(rows, name, row.group(2));
                }
            }
        }
        return tables;
    }

    private static void add(List<List<String>> rows, String name, String html) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(html);
        while (cell.find()) {
            if (!cell.group(2).contains("\"bars\"")) {
                cells.add(text(cell.group(3)
                        .replaceAll("(?s)<small[^>]*>(.*?)</small>", " [$1]")
                        .replaceAll("(?s)<sup>.*?</sup>", "")));
            }
        }
        if (name.equals("points")) {
            // One row of JSON for each account: point, value.
            for (int i = 1; i < cells.size() - 1; i++) {
                rows.add(List.of(cells.get(0), cells.get(i)));
            }
            return;
        }
        rows.add(cells);
    }

    static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[ \\n]+", " ")
                .strip();
    }

    /** A table of JSON as a reader sees its rows: the account's own tables without its name. */
    static List<List<String>> expected(JsonNode table) {
        String name = table.path("name").asText();
        List<JsonNode> columns = new ArrayList<>();
        table.path("columns").forEach(columns::add);
        boolean named =
                columns.size() > 1 && columns.get(1).path("name").asText().equals("handle");
        int first = named && PER_ACCOUNT.contains(name) ? 2 : named ? 1 : 0;
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < table.path("rows").size(); r++) {
            JsonNode row = table.path("rows").get(r);
            if (name.equals("points")) {
                rows.add(point(row, isHidden(table, r, "value")));
            } else if (name.equals("audience_profiles")) {
                rows.add(profile(table, r));
            } else {
                List<String> cells = new ArrayList<>();
                for (JsonNode column : columns.subList(first, columns.size())) {
                    if (!isPartOfAnother(row, column.path("name").asText())) {
                        cells.add(cell(table, r, column));
                    }
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static boolean isPartOfAnother(JsonNode row, String column) {
        return column.matches(".*_(low|high|note)") && row.has(column.replaceFirst("_[a-z]+$", "_note"));
    }

    private static boolean isHidden(JsonNode table, int row, String column) {
        return !shownAs(table, row, column).isEmpty();
    }

    /** What stands in place of a hidden cell; empty if it is not one. */
    private static String shownAs(JsonNode table, int row, String column) {
        for (JsonNode hidden : table.path("hidden")) {
            if (hidden.path("row").asInt() == row
                    && hidden.path("column").asText().equals(column)) {
                return hidden.path("shown_as").asText();
            }
        }
        return "";
    }

    private static List<String> point(JsonNode row, boolean hidden) {
        String name = row.path("point").asText();
        Kind kind = switch (name) {
            case "followers" -> Kind.FOLLOWERS;
            case "attention", "attention_per_follower" -> Kind.NUMBER;
            case "audience_h" -> Kind.COUNT;
            default -> Kind.SHARE;
        };
        boolean range = List.of("looks_bought", "lot_followers_share").contains(name)
                && row.path("low").isNumber()
                && row.path("low").asDouble() < row.path("high").asDouble();
        String value = hidden
                ? new Hidden(10).toString()
                : range ? bounds(kind, row, "low", "high") : measured(kind, row, "value", "low", "high");
        if (row.path("place_from").isNumber()) {
            long from = row.path("place_from").asLong();
            long to = row.path("place_to").asLong();
            value += " [" + Messages.of("points.place", from == to ? from : from + "–" + to) + "]";
        }
        String note = row.path("note").asText("");
        return List.of(Measures.label(name), value + (note.isEmpty() ? "" : " [" + note + "]"));
    }

    private static List<String> profile(JsonNode table, int r) {
        JsonNode row = table.path("rows").get(r);
        boolean hidden = isHidden(table, r, "share");
        boolean peers = row.path("peer_median").isNumber();
        return List.of(
                Messages.orName("trait", row.path("trait").asText()),
                hidden
                        ? new Hidden(10).toString()
                        : Format.cell(Kind.SHARE, row.path("share").asDouble()) + " ["
                                + bounds(Kind.SHARE, row, "share_low", "share_high") + "]",
                peers
                        ? Messages.of(
                                "profile.peers",
                                Format.share(row.path("peer_median").asDouble()),
                                Format.count(row.path("peers").asLong()),
                                row.path("tier").asText())
                        : Messages.of("profile.no_peers"),
                isHidden(table, r, "known")
                        ? shownAs(table, r, "known")
                        : Format.count(row.path("known").asLong()));
    }

    private static String bounds(Kind kind, JsonNode row, String low, String high) {
        return Format.bounds(kind, row.path(low).asDouble(), row.path(high).asDouble());
    }

    private static String measured(Kind kind, JsonNode row, String value, String low, String high) {
        if (row.path(value).isNull()) {
            return Format.cell(kind, null);
        }
        Double from = row.path(low).isNumber() ? row.path(low).asDouble() : null;
        Double to = row.path(high).isNumber() ? row.path(high).asDouble() : null;
        Measured measured = new Measured(row.path(value).asDouble(), from, to, "");
        return Format.cell(kind, measured) + (measured.hasBounds() ? " [" + bounds(kind, row, low, high) + "]" : "");
    }

    private static String cell(JsonNode table, int row, JsonNode column) {
        String name = column.path("name").asText();
        if (isHidden(table, row, name)) {
            return shownAs(table, row, name);
        }
        JsonNode cells = table.path("rows").get(row);
        JsonNode cell = cells.path(name);
        Kind kind = kind(table.path("name").asText(), column);
        if (cells.has(name + "_note")) {
            return measured(kind, cells, name, name + "_low", name + "_high");
        }
        Object value = switch (kind.type()) {
            case "long" -> cell.isNull() ? null : (Object) cell.asLong();
            case "double" -> cell.isNull() ? null : (Object) cell.asDouble();
            case "time" -> cell.isNull() ? null : Instant.parse(cell.asText());
            case "day" -> cell.isNull() ? null : LocalDate.parse(cell.asText());
            case "flag" -> cell.isNull() ? null : (Object) cell.asBoolean();
            default -> cell.isNull() ? null : cell.asText();
        };
        String text = Format.cell(kind, value).replaceAll("[ \\n]+", " ").strip();
        return text.isEmpty() ? "–" : text;
    }

    private static Kind kind(String table, JsonNode column) {
        String name = column.path("name").asText();
        String type = column.path("type").asText();
        boolean shares = table.endsWith("_shares") && !name.equals("accounts");
        if (KINDS.containsKey(name)) {
            return KINDS.get(name);
        }
        if (List.of("comparison", "axes").contains(table)) {
            return name.equals("handle") ? Kind.TEXT : Measures.kind(name);
        }
        if (type.equals("double")) {
            return shares
                            || name.matches(".*share(_low|_high|_at_[0-9]+)?|peer_(median|rank)")
                            || name.startsWith("share_")
                    ? Kind.SHARE
                    : Kind.NUMBER;
        }
        return switch (type) {
            case "long" -> Kind.COUNT;
            case "time" -> Kind.TIME;
            case "day" -> Kind.DAY;
            case "flag" -> Kind.FLAG;
            default -> Kind.TEXT;
        };
    }

    private PageTables() {}
}
