package org.followerassay.flow;

import static org.apache.spark.sql.functions.col;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;

/** Which parts of a {@link DerivationInParts} stand, and how the others are computed and written in one go. */
final class PartsOfStep {
    /** Between a step's name and the number of a part, in the part's name. */
    private static final char OF = '/';

    private final Draft draft;
    private final DerivationInParts step;
    private final SortedMap<Integer, SortedSet<String>> needs = new TreeMap<>();
    private final Set<String> needed = new HashSet<>();

    PartsOfStep(Draft draft, DerivationInParts step) {
        this.draft = draft;
        this.step = step;
    }

    /** The step that wrote a part. */
    static String writer(Manifest.Part part) {
        int end = part.name().indexOf(OF);
        return end < 0 ? part.name() : part.name().substring(0, end);
    }

    /** Computes the parts that do not stand and drops those that nothing needs; true if there were any of either. */
    boolean derive() {
        learnNeeds();
        Map<Integer, String> missing = missing();
        boolean dropped = dropOthers();
        if (!missing.isEmpty()) {
            needs.keySet().retainAll(missing.keySet());
            needs.values().forEach(needed::addAll);
            Dataset<Row> rows = step.derive(
                    new Needed(), col("source").isin(missing.keySet().toArray()));
            Map<Integer, String> keys = missing.keySet().stream().collect(Collectors.toMap(part -> part, this::key));
            draft.writeParts(step, missing, keys, rows);
        }
        return dropped || !missing.isEmpty();
    }

    private void learnNeeds() {
        List<Row> rows =
                step.needs(draft).select("source", "table", "needed").distinct().collectAsList();
        for (Row row : rows) {
            needs.computeIfAbsent(row.getInt(0), part -> new TreeSet<>()).add(row.getString(1) + OF + row.getString(2));
        }
    }

    private Map<Integer, String> missing() {
        Map<Integer, String> missing = new TreeMap<>();
        for (int part : needs.keySet()) {
            if (!draft.stands(step.output(), name(part), key(part))) {
                missing.put(part, name(part));
            }
        }
        return missing;
    }

    private boolean dropOthers() {
        Set<String> names = needs.keySet().stream().map(this::name).collect(Collectors.toSet());
        List<Manifest.Part> others = draft.parts(step.output()).stream()
                .filter(part -> writer(part).equals(step.name()) && !names.contains(part.name()))
                .toList();
        others.forEach(part -> draft.drop(step.output(), part.name()));
        return !others.isEmpty();
    }

    private String name(int part) {
        return step.name() + OF + part;
    }

    /** Parts of tables stand for themselves by their paths, which are never written twice. */
    private String key(int part) {
        Map<String, String> paths = new TreeMap<>();
        for (Table table : step.readInPart()) {
            draft.parts(table).forEach(written -> paths.put(table.name() + OF + written.name(), written.path()));
        }
        return draft.keyOf(
                step,
                needs.get(part).stream()
                        .map(need -> paths.getOrDefault(need, need))
                        .toList());
    }

    /** The draft's tables, of which those that are read in part hold the needed parts only. */
    private final class Needed implements Inputs {
        @Override
        public Dataset<Row> of(Table table) {
            return step.readInPart().contains(table) ? draft.rowsOf(table, parts(table)) : draft.of(table);
        }

        @Override
        public long rows(Table table) {
            return parts(table).stream().mapToLong(Manifest.Part::rows).sum();
        }

        @Override
        public long present(Table table, String column) {
            return Warehouse.presentIn(parts(table), column);
        }

        private List<Manifest.Part> parts(Table table) {
            return draft.parts(table).stream()
                    .filter(part ->
                            !step.readInPart().contains(table) || needed.contains(table.name() + OF + part.name()))
                    .toList();
        }
    }
}
