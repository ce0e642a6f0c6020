package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The figures of an edition are those of the stated query, made safe: rounded, or hidden. */
final class EditionFigures {
    private static final int SMALLEST = 10;
    private static final Set<String> CROSSED =
            Set.of("bought_shares", "churn_league", "signatures_found", "rank_quarters");
    private static final Set<String> PERCENTILES = Set.of("benchmarks", "benchmark_shares");
    private static final Set<String> ROUNDED = Set.of("vendors_seen", "packages", "cost_to_game", "rank_agreement");

    static boolean knows(String table) {
        return CROSSED.contains(table)
                || PERCENTILES.contains(table)
                || ROUNDED.contains(table)
                || table.equals("cover")
                || table.equals("key_numbers");
    }

    static void assertQuery(SparkSession session, JsonNode json, JsonNode table) {
        String name = table.path("name").asText();
        List<Row> exact = session.sql(table.path("query").asText()).collectAsList();
        if (CROSSED.contains(name)) {
            assertCrossed(table, exact);
        } else if (PERCENTILES.contains(name)) {
            assertPercentiles(table, exact);
        } else if (name.equals("cover")) {
            assertCover(json, table, exact);
        } else if (name.equals("key_numbers")) {
            assertKeyNumbers(table, exact);
        } else {
            assertRounded(table, exact);
        }
    }

    /** Counts are made safe one by one; sums are of the counts as they are shown. */
    private static void assertCrossed(JsonNode table, List<Row> exact) {
        String name = table.path("name").asText();
        Map<String, Long> counted = new HashMap<>();
        exact.forEach(
                row -> counted.put(label(name, row.getAs("line")) + " in_" + row.getAs("cell"), row.getAs("accounts")));
        Map<String, Double> sums = new HashMap<>();
        for (JsonNode row : table.path("rows")) {
            String line = row.path(name + "_line").asText();
            double middle = 0;
            for (Map.Entry<String, JsonNode> cell : row.properties()) {
                String column = cell.getKey();
                if (line.equals("all") || column.equals("in_all") || !column.startsWith("in_")) {
                    continue;
                }
                Object safe = SafeCounts.alone(counted.getOrDefault(line + " " + column, 0L), SMALLEST);
                assertShown(safe, cell.getValue(), name + " " + line + " " + column);
                double half = safe instanceof Long count ? count : SMALLEST / 2.0;
                middle += half;
                sums.merge(column, half, Double::sum);
            }
            if (!line.equals("all")) {
                assertShown(sum(middle), row.path("in_all"), name + " " + line);
                sums.merge("in_all", middle, Double::sum);
            } else {
                for (Map.Entry<String, Double> column : sums.entrySet()) {
                    assertShown(sum(column.getValue()), row.path(column.getKey()), name + " all " + column.getKey());
                }
            }
        }
    }

    private static String label(String table, String line) {
        return switch (table) {
            case "rank_quarters" -> Messages.of("quarter." + line);
            case "bought_shares" -> line;
            default -> Messages.orName("signature", line);
        };
    }

    private static Object sum(double middle) {
        return middle > 0 && middle < SMALLEST ? new Hidden(SMALLEST) : (Object) ((long) middle / SMALLEST * SMALLEST);
    }

    private static void assertShown(Object safe, JsonNode cell, String where) {
        if (safe instanceof Number number) {
            assertEquals(number.doubleValue(), cell.asDouble(), 1e-9, where);
        } else {
            assertTrue(cell.isNull(), where + " is " + cell);
        }
    }

    private static void assertPercentiles(JsonNode table, List<Row> exact) {
        int compared = 0;
        for (JsonNode row : table.path("rows")) {
            Row own = exact.stream()
                    .filter(one -> one.getAs("tier").equals(row.path("tier").asText())
                            && one.getAs("measure").equals(row.path("measure").asText()))
                    .findFirst()
                    .orElseThrow();
            for (int percent : Percentiles.ALL) {
                String column = Percentiles.name(percent);
                Measured shown = Percentiles.shown(own, percent, SMALLEST);
                assertShown(shown.value(), row.path(column), own + " " + column);
                assertShown(shown.low(), row.path(column + "_low"), own + " " + column);
                assertShown(shown.high(), row.path(column + "_high"), own + " " + column);
                compared += shown.value() == null ? 0 : 1;
            }
        }
        assertTrue(compared > 0, "no percentile is shown");
    }

    /** Totals are sums of the counts of another table. */
    private static void assertCover(JsonNode json, JsonNode table, List<Row> exact) {
        List<JsonNode> shares = new ArrayList<>();
        json.path("tables").forEach(one -> {
            if (one.path("name").asText().equals("bought_shares")) {
                one.path("rows").forEach(shares::add);
            }
        });
        JsonNode all = shares.get(shares.size() - 1);
        assertEquals(
                all.path("in_all").asLong(),
                table.path("rows").get(0).path("accounts").asLong());
        for (Row row : exact) {
            JsonNode shown = table.path("rows").get(exact.indexOf(row));
            assertEquals(row.<String>getAs("measure"), shown.path("measure").asText());
            // Each of the counts that it is a sum of may be off by half a group.
            assertEquals(
                    row.<Long>getAs("accounts"),
                    shown.path("accounts").asDouble(),
                    SMALLEST * (1 + shares.size() * EditionPopulation.BINS.size() / 2.0));
        }
    }

    private static void assertKeyNumbers(JsonNode table, List<Row> exact) {
        assertEquals(3, exact.size());
        for (Row row : exact) {
            JsonNode shown = table.path("rows").get(exact.indexOf(row));
            assertEquals(row.<String>getAs("measure"), shown.path("measure").asText());
            assertTrue(
                    shown.path("of_accounts_low").asDouble() <= row.<Double>getAs("at_least")
                            && row.<Double>getAs("at_most")
                                    <= shown.path("of_accounts_high").asDouble(),
                    row + " is not in " + shown);
        }
    }

    /** Counts are multiples of the smallest group; other figures have two digits that matter. */
    private static void assertRounded(JsonNode table, List<Row> exact) {
        for (JsonNode row : table.path("rows")) {
            assertTrue(
                    exact.stream().anyMatch(one -> isRounded(table, row, one)),
                    table.path("name") + ": " + row + " is not of " + exact);
        }
    }

    private static boolean isRounded(JsonNode table, JsonNode row, Row exact) {
        for (JsonNode column : table.path("columns")) {
            String name = column.path("name").asText();
            JsonNode cell = row.path(name);
            if (cell.isNull() || name.matches(".*_(note|tau_low|tau_high)")) {
                continue;
            }
            Object own = exact.getAs(name);
            boolean same = switch (name) {
                case "accounts", "risers", "fallers" ->
                    SafeCounts.alone(((Number) own).longValue(), SMALLEST).equals(cell.asLong());
                case "package_size" -> own.equals(cell.asLong());
                case "kendall_tau" -> EditionRanks.tau(exact, SMALLEST).value().equals(cell.asDouble());
                default ->
                    own instanceof Number number
                            ? Math.abs(Percentiles.twoDigits(number.doubleValue()) - cell.asDouble()) < 1e-9
                            : own.equals(cell.asText());
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private EditionFigures() {}
}
