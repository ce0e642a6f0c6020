package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.RankTables.COST_TO_GAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/**
 * What a rank costs, a line per tier and measure; what is assumed of the bought followers stands side by side.
 *
 * <p>Of the kinds of followers the most reused is shown, which sellers deliver, and of the shares that signatures match all
 * but the whole: where nothing escapes, nothing is to be had.
 */
final class CostTable {
    private static final List<String> FIGURES = List.of("bought_median", "price_median", "share_of_count_lift");
    private static final int MOST_ROWS = 5_000;

    private final List<Row> costs;
    private final String where;
    private final long followees;
    private final List<Double> recognised;

    /**
     * @param condition which tiers
     * @param sql the same as a condition in SQL
     */
    CostTable(Inputs tables, Column condition, String sql) {
        List<Row> all = tables
                .of(COST_TO_GAME)
                .where(condition.and(col("recognised_share").lt(1)))
                .orderBy("tier", "measure", "bought_followees", "recognised_share")
                .limit(MOST_ROWS)
                .collectAsList()
                .stream()
                .sorted(TierOrder.TIERS.thenComparing(TierOrder.MEASURES))
                .toList();
        this.followees = all.stream()
                .map(row -> Cells.count(row, "bought_followees"))
                .max(Comparator.naturalOrder())
                .orElse(0L);
        this.costs = all.stream()
                .filter(row -> Cells.count(row, "bought_followees") == followees)
                .toList();
        this.recognised = costs.stream()
                .map(row -> Cells.number(row, "recognised_share"))
                .distinct()
                .sorted()
                .toList();
        this.where = "bought_followees = " + followees + " and " + sql;
    }

    /**
     * The lines that have a figure.
     *
     * @param shown what is shown of a figure, by its name and its row
     */
    ShownTable table(BiFunction<String, Row, Object> shown) {
        List<ShownColumn> columns = new ArrayList<>(List.of(
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.of("accounts", Kind.COUNT)));
        recognised.forEach(share -> FIGURES.forEach(figure -> columns.add(column(figure, share))));
        ShownTable.Builder table = ShownTable.named("cost_to_game", columns.toArray(ShownColumn[]::new));
        for (Map<Double, Row> line : lines()) {
            Row any = line.values().iterator().next();
            List<Object> figures = new ArrayList<>();
            for (double share : recognised) {
                Row row = line.get(share);
                FIGURES.forEach(figure -> figures.add(row == null ? null : shown.apply(figure, row)));
            }
            if (figures.stream().anyMatch(Objects::nonNull)) {
                List<Object> cells = new ArrayList<>(
                        List.of(Cells.text(any, "tier"), Cells.text(any, "measure"), shown.apply("accounts", any)));
                cells.addAll(figures);
                table.row(cells.toArray());
            }
        }
        return table.build().regeneratedBy(sql());
    }

    private List<Map<Double, Row>> lines() {
        List<Map<Double, Row>> lines = new ArrayList<>();
        Row last = null;
        for (Row row : costs) {
            if (last == null || !sameLine(last, row)) {
                lines.add(new TreeMap<>());
            }
            lines.get(lines.size() - 1).put(Cells.number(row, "recognised_share"), row);
            last = row;
        }
        return lines;
    }

    private static boolean sameLine(Row one, Row other) {
        return List.of("tier", "measure").stream()
                .allMatch(column -> Objects.equals(Cells.text(one, column), Cells.text(other, column)));
    }

    private static ShownColumn column(String figure, double share) {
        Kind kind = switch (figure) {
            case "bought_median" -> Kind.COUNT;
            case "price_median" -> Kind.NUMBER;
            default -> Kind.SHARE;
        };
        String group = share == 0 ? Messages.of("cost.unmatched") : Messages.of("cost.matched", Format.share(share));
        return new ShownColumn(name(figure, share), Messages.of("column." + figure), group, kind, false);
    }

    private static String name(String figure, double share) {
        return figure + "_at_" + Math.round(share * 100);
    }

    private String sql() {
        StringBuilder sql = new StringBuilder("select tier, measure, accounts");
        for (double share : recognised) {
            for (String figure : FIGURES) {
                sql.append(", max(case when recognised_share = ")
                        .append(share)
                        .append(" then ")
                        .append(figure)
                        .append(" end) as ")
                        .append(name(figure, share));
            }
        }
        return sql + " from cost_to_game where " + where + " group by tier, measure, accounts";
    }
}
