package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.ReportTables.BENCHMARKS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What to expect of an account of the same size, measure by measure, beside what is measured of this one. */
final class PeerRanges {
    /** Small groups guard followers, who never agreed to anything; of accounts, a percentile's interval is enough. */
    private static final int ANY_ACCOUNTS = 1;

    private static final int MOST_ROWS = 2_000;

    private final Selection selection;

    /** What is measured of an account, or why it is not shown, by account and measure. */
    private final Map<Long, Map<String, Object>> own = new HashMap<>();

    private final List<Row> benchmarks;

    /** @param estimates as they are shown */
    PeerRanges(Selection selection, SmallGroups groups, ComparisonTables comparison, ShownTable estimates) {
        this.selection = selection;
        this.benchmarks = selection
                .tables()
                .of(BENCHMARKS)
                .where(col("tier")
                        .isin(selection.accounts().stream()
                                .map(ComparedAccount::tier)
                                .distinct()
                                .toArray()))
                .orderBy("tier", "measure")
                .limit(MOST_ROWS)
                .collectAsList();
        List<Points.Point> points = new Points(selection, groups, comparison).all();
        for (int i = 0; i < selection.accounts().size(); i++) {
            ComparedAccount account = selection.accounts().get(i);
            Map<String, Object> values = own.computeIfAbsent(account.account(), any -> new HashMap<>());
            for (Points.Point point : points) {
                values.put(point.name(), point.readings().get(i).value());
            }
            Object residue = comparison.shown(account, "follow_back_residue").value();
            values.put("follow_back_residue", residue);
        }
        Line.of(estimates)
                .forEach(line -> own.get((Long) line.row().get(0))
                        .putAll(bounds(line.value("share_low"), line.value("share_high"))));
    }

    private static Map<String, Object> bounds(Object low, Object high) {
        Map<String, Object> bounds = new HashMap<>();
        bounds.put("looks_bought_low", low);
        bounds.put("looks_bought_high", high);
        return bounds;
    }

    ShownTable shares() {
        return table("peer_shares", true);
    }

    ShownTable numbers() {
        return table("peer_numbers", false);
    }

    private ShownTable table(String name, boolean shares) {
        Kind kind = shares ? Kind.SHARE : Kind.NUMBER;
        List<ShownColumn> columns = new ArrayList<>(List.of(
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.of("own", kind)));
        Percentiles.ALL.forEach(percent -> columns.add(ShownColumn.measured(Percentiles.name(percent), "", kind)));
        columns.add(ShownColumn.of("accounts", Kind.COUNT));
        columns.add(ShownColumn.of("beside", Kind.TEXT));
        ShownTable.Builder table = ShownTable.named(name, columns.toArray(ShownColumn[]::new));
        for (ComparedAccount account : selection.accounts()) {
            benchmarks.stream()
                    .filter(row -> Cells.text(row, "tier").equals(account.tier()))
                    .filter(row -> Measurements.isShare(Cells.text(row, "measure")) == shares)
                    .forEach(row -> cells(account, row).ifPresent(table::row));
        }
        return table.build().regeneratedBy(query());
    }

    /** No line where nothing can be expected. */
    private Optional<Object[]> cells(ComparedAccount account, Row benchmark) {
        String measure = Cells.text(benchmark, "measure");
        Object value = own.get(account.account()).get(measure);
        List<Measured> expected = Percentiles.ALL.stream()
                .map(percent -> Percentiles.shown(benchmark, percent, ANY_ACCOUNTS))
                .toList();
        if (expected.stream().allMatch(one -> one.value() == null)) {
            return Optional.empty();
        }
        List<Object> cells = new ArrayList<>(List.of(account.account(), account.label(), measure));
        cells.add(value);
        cells.addAll(expected);
        cells.add(Cells.count(benchmark, "accounts"));
        cells.add(beside(value, expected));
        return Optional.of(cells.toArray());
    }

    /** Told apart from a tenth or a quarter of the accounts only where the interval of that percentile allows it. */
    private static String beside(Object value, List<Measured> expected) {
        if (!(value instanceof Double number)) {
            return "";
        }
        int last = Percentiles.ALL.size() - 1;
        for (int i = 0; i < last / 2; i++) {
            Measured lower = expected.get(i);
            Measured upper = expected.get(last - i);
            if (upper.value() != null && number > upper.high()) {
                return Messages.of("beside.above_" + Percentiles.ALL.get(last - i));
            }
            if (lower.value() != null && number < lower.low()) {
                return Messages.of("beside.below_" + Percentiles.ALL.get(i));
            }
        }
        return Messages.of("beside.within");
    }

    private String query() {
        return "with population as (select account, snapshot, followers, tier as size from audience_rank where "
                + selection.whereSnapshots() + "), " + Measurements.sql("true")
                + " select p.account, b.measure, m.value as own, b.* except (tier, measure) from population p join benchmarks b on b.tier = p.size left join measured m"
                + " on m.account = p.account and m.measure = b.measure";
    }
}
