package org.followerassay.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the charts draw, as JSON that can stand inside a page. Ids are text: JavaScript would round them. */
final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands for a count that is not shown. */
    private static final Object FEW = -1L;

    private static final List<String> WORDS = List.of(
            "position",
            "created",
            "followers",
            "few",
            "lot",
            "gained",
            "lost",
            "days",
            "by_followers",
            "by_attention",
            "other_accounts",
            "equal",
            "list",
            "count",
            "profile",
            "purge",
            "kept",
            "age",
            "came",
            "quarter_by_count",
            "quarter_by_attention",
            "accounts");

    static String json(
            Selection selection,
            AllTables tables,
            Map<Long, Fingerprints.Plot> plots,
            List<Object> quarters,
            SmallGroups groups) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("minGroup", groups.smallest());
        data.put("words", words(groups));
        List<Object> accounts = new ArrayList<>();
        for (ComparedAccount account : selection.accounts()) {
            accounts.add(account(account, tables, plots.get(account.account())));
        }
        data.put("accounts", accounts);
        data.put("purges", Purges.spans(tables.purges()));
        data.put("ranks", tables.rankPoints().rows());
        data.put("quarters", quarters);
        return written(data);
    }

    private static String written(Map<String, Object> data) {
        try {
            return escaped(JSON.writeValueAsString(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** JSON in which no text can end the script element, open a comment, or break a line of an old parser. */
    static String escaped(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** What the charts of an edition that names nobody draw. */
    static String json(List<ShownTable> tables, SmallGroups groups) {
        return written(Map.of(
                "minGroup",
                groups.smallest(),
                "words",
                words(groups),
                "accounts",
                List.of(),
                "ranks",
                List.of(),
                "quarters",
                quarters(tables)));
    }

    /** Column, row and accounts of each cell, or -1 for few; none if there are no ranks. */
    static List<Object> quarters(List<ShownTable> tables) {
        List<Object> cells = new ArrayList<>();
        List<String> labels = EditionRanks.QUARTERS.stream()
                .map(quarter -> Messages.of("quarter." + quarter))
                .toList();
        for (ShownTable table : tables) {
            for (List<Object> row : table.name().equals("rank_quarters") ? table.rows() : List.<List<Object>>of()) {
                int line = labels.indexOf(row.get(0));
                for (int cell = 0; line >= 0 && cell < labels.size(); cell++) {
                    Object accounts = row.get(cell + 1);
                    cells.add(List.of(cell, line, accounts instanceof Hidden ? FEW : accounts));
                }
            }
        }
        return cells;
    }

    private static Map<String, String> words(SmallGroups groups) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, Messages.of("chart." + word, groups.smallest())));
        return words;
    }

    private static Map<String, Object> account(ComparedAccount account, AllTables tables, Fingerprints.Plot plot) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", Long.toString(account.account()));
        shown.put("label", account.label());
        if (plot != null) {
            FingerprintGrid grid = plot.grid();
            shown.put("columns", grid.columns());
            shown.put("rows", grid.rows());
            shown.put("positionStep", grid.positionStep());
            shown.put("firstDay", grid.firstDay());
            shown.put("dayStep", grid.dayStep());
            shown.put("cells", plot.cells());
            shown.put("lots", lots(tables.lots().of(account)));
        }
        shown.put("churn", churn(tables.churn().of(account)));
        shown.put("growth", growth(tables.growth().of(account)));
        shown.put("retention", retention(tables.retention().of(account)));
        return shown;
    }

    /** Number, first and last position, first and last creation day, and followers as shown. */
    private static List<Object> lots(ShownTable lots) {
        return lots.rows().stream()
                .<Object>map(row -> List.of(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        ((LocalDate) row.get(6)).toEpochDay(),
                        ((LocalDate) row.get(7)).toEpochDay(),
                        Format.cell(Kind.FOLLOWERS, row.get(3))))
                .toList();
    }

    /** Milliseconds of both snapshots, gained and lost; -1 for few. */
    private static List<Object> churn(ShownTable churn) {
        return churn.rows().stream()
                .<Object>map(row -> List.of(
                        ((Instant) row.get(0)).toEpochMilli(),
                        ((Instant) row.get(1)).toEpochMilli(),
                        row.get(4) instanceof Hidden ? -1L : row.get(4),
                        row.get(5) instanceof Hidden ? -1L : row.get(5)))
                .toList();
    }

    /** Milliseconds at which each cohort was first seen, the least and greatest age in days, and the share kept. */
    private static List<Object> retention(ShownTable retention) {
        return Line.of(retention)
                .filter(line -> line.has("retention"))
                .<Object>map(line -> List.of(
                        ((Instant) line.value("snapshot_after")).toEpochMilli(),
                        line.value("age_days_low"),
                        line.value("age_days_high"),
                        line.value("retention")))
                .toList();
    }

    /** Milliseconds, source and followers; few are left out. */
    private static List<Object> growth(ShownTable growth) {
        return growth.rows().stream()
                .filter(row -> row.get(2) instanceof Long)
                .<Object>map(row -> List.of(((Instant) row.get(0)).toEpochMilli(), row.get(1), row.get(2)))
                .toList();
    }

    private ChartData() {}
}
