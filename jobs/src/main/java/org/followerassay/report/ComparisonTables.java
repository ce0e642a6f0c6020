package org.followerassay.report;

import static org.followerassay.table.ReportTables.COMPARISON;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The compared accounts, one row each: size beside quality, and the three axes apart from each other. */
final class ComparisonTables {
    private static final Pattern PARTLY = Pattern.compile("known of ([0-9,]+) of ([0-9,]+) followers");
    private static final List<String> CHANGES = List.of("gained", "lost", "churn_rate");

    private final Selection selection;
    private final SmallGroups groups;
    private final Map<Long, Map<String, Measured>> measured = new HashMap<>();
    private final Set<String> traits = new TreeSet<>();

    ComparisonTables(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
        Set<String> others = new TreeSet<>(Measures.SIZE);
        others.addAll(Measures.ARRIVALS);
        others.addAll(Measures.BEHAVIOUR);
        for (Row row : selection.rowsOfSnapshot(COMPARISON, "measure")) {
            String measure = Cells.text(row, "measure");
            measured.computeIfAbsent(row.getAs("account"), account -> new HashMap<>())
                    .put(measure, measured(measure, row));
            if (!others.contains(measure)) {
                traits.add(measure);
            }
        }
    }

    private Measured measured(String measure, Row row) {
        Double value = Cells.number(row, "value");
        String note = withoutFew(Cells.text(row, "note"));
        if (Measures.kind(measure) == Kind.FOLLOWERS && value != null && groups.hides(value.longValue())) {
            return new Measured(new Hidden(groups.smallest()), null, null, note);
        }
        return new Measured(value, Cells.number(row, "low"), Cells.number(row, "high"), note);
    }

    /** Of how many followers a trait is known, in words where these or the others are few. */
    private String withoutFew(String note) {
        Matcher partly = PARTLY.matcher(note);
        if (!partly.matches()) {
            return note;
        }
        long known = Long.parseLong(partly.group(1).replace(",", ""));
        long others = Long.parseLong(partly.group(2).replace(",", "")) - known;
        return groups.hides(known)
                ? Messages.of("point.known_of_few")
                : groups.hides(others) ? Messages.of("point.known_of_most") : note;
    }

    Measured value(ComparedAccount account, String measure) {
        return measured.getOrDefault(account.account(), Map.of()).getOrDefault(measure, Measured.UNKNOWN);
    }

    ShownTable sizes() {
        return table(
                "comparison",
                Measures.SIZE.stream().map(measure -> column(measure, "")).toList());
    }

    ShownTable axes() {
        List<ShownColumn> columns = new ArrayList<>();
        Measures.ARRIVALS.forEach(measure -> columns.add(column(measure, Messages.of("axis.arrivals"))));
        traits.forEach(measure -> columns.add(column(measure, Messages.of("axis.audience"))));
        Measures.BEHAVIOUR.forEach(measure -> columns.add(column(measure, Messages.of("axis.behaviour"))));
        return table("axes", columns);
    }

    private static ShownColumn column(String measure, String group) {
        return ShownColumn.measured(measure, group, Measures.kind(measure));
    }

    private ShownTable table(String name, List<ShownColumn> measures) {
        List<ShownColumn> columns = new ArrayList<>();
        columns.add(ShownColumn.of("account", Kind.ID));
        columns.add(ShownColumn.of("handle", Kind.TEXT));
        columns.addAll(measures);
        List<List<Object>> rows = new ArrayList<>();
        for (ComparedAccount account : selection.accounts()) {
            List<Object> row = new ArrayList<>();
            row.add(account.account());
            row.add(account.label());
            measures.forEach(measure -> row.add(shown(account, measure.name())));
            rows.add(row);
        }
        return new ShownTable(name, columns, rows, query(measures));
    }

    private String query(List<ShownColumn> measures) {
        return "select account"
                + measures.stream()
                        .map(ShownColumn::name)
                        .map(name -> field(name, "value", "")
                                + field(name, "low", "_low")
                                + field(name, "high", "_high")
                                + field(name, "note", "_note"))
                        .collect(Collectors.joining())
                + " from comparison where " + selection.whereSnapshots() + " group by account";
    }

    private static String field(String measure, String column, String suffix) {
        return ", max(" + column + ") filter (where measure = '" + measure + "') as " + measure + suffix;
    }

    /** The value, unless the count that it could be turned back into is hidden. */
    Measured shown(ComparedAccount account, String measure) {
        Measured own = value(account, measure);
        if (own.value() != null && CHANGES.contains(measure)) {
            return ofPair(account, own);
        }
        boolean givesAway = own.value() != null
                && Measures.kind(measure) == Kind.SHARE
                && (value(account, "followers").value() instanceof Hidden || isFew(account, own));
        return givesAway ? new Measured(new Hidden(groups.smallest()), null, null, own.note()) : own;
    }

    /** What two lists differ by: their sizes tell gained less lost, so that each of these gives the other away. */
    private Measured ofPair(ComparedAccount account, Measured own) {
        boolean few = value(account, "gained").value() instanceof Hidden
                || value(account, "lost").value() instanceof Hidden;
        return few ? new Measured(new Hidden(groups.smallest(), false), null, null, own.note()) : own;
    }

    private boolean isFew(ComparedAccount account, Measured share) {
        return share.value() instanceof Double part && groups.hides(Math.round(part * account.followers()));
    }
}
