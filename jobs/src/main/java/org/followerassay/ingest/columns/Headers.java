package org.followerassay.ingest.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;

/** Tells from the names of its columns what a table is. */
final class Headers {
    private static final String FORMS =
            "ties need 'follower' and 'followee', lists 'account' and 'row_in_list', profiles"
                    + " 'account' and a column such as 'created_at' or 'posts', changes also 'change', interactions 'actor',"
                    + " 'target' and 'kind', coverage 'account' and 'direction'";

    private record Found(int index, String header, Vocabulary.Meaning meaning) {}

    /** The layout that a header stands for, if it stands for one. */
    static Optional<Layout> layout(List<String> headers, char separator, Asked asked, boolean directionKnown) {
        Map<String, Found> found = understood(headers, asked);
        return shape(found, directionKnown).map(shape -> layout(shape, headers, found, separator, asked.reversed()));
    }

    static AssayException unknown(String file, List<String> headers) {
        return AssayException.badInput(
                file + ": the columns " + shown(headers) + " are none of a known export (" + FORMS
                        + "): name them with --columns theirs=ours,…, or, if the first line is no header, try --format edgelist");
    }

    private static Map<String, Found> understood(List<String> headers, Asked asked) {
        Map<String, String> renamed = new HashMap<>();
        asked.columns().forEach((theirs, ours) -> renamed.put(Vocabulary.normal(theirs), ours));
        Map<String, Found> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            boolean chosen = renamed.containsKey(Vocabulary.normal(header));
            String name = renamed.getOrDefault(Vocabulary.normal(header), header);
            Optional<Vocabulary.Meaning> meaning = Vocabulary.meaning(name);
            if (meaning.isPresent()) {
                int priority = chosen ? -1 : meaning.get().priority();
                Found here = new Found(
                        i,
                        header.strip(),
                        new Vocabulary.Meaning(
                                meaning.get().kind(), meaning.get().columns(), priority));
                meaning.get().columns().forEach(column -> byColumn.merge(column, here, Headers::better));
            }
        }
        return byColumn;
    }

    private static Found better(Found one, Found other) {
        return other.meaning().priority() < one.meaning().priority() ? other : one;
    }

    private static Optional<Shape> shape(Map<String, Found> found, boolean directionKnown) {
        Set<String> has = found.keySet();
        if (has.containsAll(Set.of("actor", "target", "kind", "period", "count"))) {
            return Optional.of(Shape.INTERACTIONS);
        }
        rename(found, "account_1", "follower", "account_2", "followee");
        if (!has.contains("follower") && !has.contains("followee")) {
            rename(found, "account", "follower", "target", "followee");
        }
        rename(found, "follower", "follower", "target", "followee");
        if (has.containsAll(Set.of("follower", "followee"))) {
            if (found.get("follower").header().equalsIgnoreCase("account_1")) {
                return Optional.of(Shape.PAIRS);
            }
            return Optional.of(has.containsAll(Set.of("change", "earliest")) ? Shape.EVENTS : Shape.TIES);
        }
        if (!has.contains("account")) {
            return Optional.empty();
        }
        if (has.contains("direction")) {
            return Optional.of(Shape.COVERAGE);
        }
        boolean facts = AccountFacts.COLUMNS.stream().anyMatch(has::contains) || has.contains("handle");
        if (has.contains("newest_first") || (directionKnown && !facts)) {
            return Optional.of(Shape.LIST);
        }
        return facts ? Optional.of(Shape.ACCOUNTS) : Optional.empty();
    }

    /** Reads two columns that occur together under two other names, unless the second of these is taken. */
    private static void rename(Map<String, Found> found, String one, String asOne, String other, String asOther) {
        if (found.containsKey(one) && found.containsKey(other) && !found.containsKey(asOther)) {
            found.put(asOne, found.remove(one));
            found.put(asOther, found.remove(other));
        }
    }

    private static Layout layout(
            Shape shape, List<String> headers, Map<String, Found> found, char separator, boolean reversed) {
        List<String> wanted = shape == Shape.LIST ? listColumns() : shape.columns();
        List<Cell> cells = new ArrayList<>();
        for (String column : wanted) {
            Found here = found.get(column);
            if (here != null) {
                cells.add(
                        new Cell(column, here.meaning().kind(), required(shape, column), here.index(), here.header()));
            }
        }
        Set<Integer> read = cells.stream().map(Cell::index).collect(Collectors.toSet());
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!read.contains(i)) {
                ignored.add(headers.get(i).strip());
            }
        }
        Layout layout = new Layout(shape, separator, headers.size(), headers.size(), cells, ignored, false);
        return reversed && shape == Shape.TIES ? layout.swapped() : layout;
    }

    private static List<String> listColumns() {
        List<String> columns = new ArrayList<>(Shape.LIST.columns());
        columns.set(columns.indexOf("follower"), "account");
        columns.remove("followee");
        return columns;
    }

    private static boolean required(Shape shape, String column) {
        return column.equals("newest_first")
                || column.equals("account")
                || shape.key().contains(column);
    }

    static String shown(List<String> headers) {
        String all = headers.stream().map(header -> "'" + header.strip() + "'").collect(Collectors.joining(", "));
        return all.length() <= 300 ? all : all.substring(0, 300) + "…";
    }

    private Headers() {}
}
