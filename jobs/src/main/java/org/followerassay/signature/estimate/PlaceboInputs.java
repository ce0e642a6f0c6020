package org.followerassay.signature.estimate;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** Published tables with some of them shuffled, and everything that is measured from those measured again. */
final class PlaceboInputs implements Inputs {
    private final Inputs published;
    private final List<Derivation> measures;
    private final Set<Table> changed = new HashSet<>();
    private final Map<Table, Dataset<Row>> rows = new HashMap<>();

    /** @param measures the steps that measure, in an order in which each finds its inputs */
    PlaceboInputs(Inputs published, List<Derivation> measures, Map<Table, Dataset<Row>> shuffled) {
        this.published = published;
        this.measures = measures;
        shuffled.forEach(
                (table, instead) -> rows.put(table, table.conform(instead).localCheckpoint(false)));
        changed.addAll(shuffled.keySet());
        measures.stream()
                .filter(measure -> !rows.containsKey(measure.output()))
                .filter(measure -> measure.inputs().stream().anyMatch(changed::contains))
                .forEach(measure -> changed.add(measure.output()));
    }

    /**
     * The rows of a table; those that depend on what was shuffled are derived when first asked for, and kept: several steps
     * read them, and each would shuffle all over again.
     */
    @Override
    public Dataset<Row> of(Table table) {
        if (!rows.containsKey(table)) {
            Optional<Derivation> maker = measures.stream()
                    .filter(measure ->
                            changed.contains(table) && measure.output().equals(table))
                    .findFirst();
            rows.put(
                    table,
                    maker.map(step -> table.conform(step.derive(this)).localCheckpoint(false))
                            .orElseGet(() -> published.of(table)));
        }
        return rows.get(table);
    }

    @Override
    public long rows(Table table) {
        return changed.contains(table) ? of(table).count() : published.rows(table);
    }

    @Override
    public long present(Table table, String column) {
        return changed.contains(table)
                ? of(table).where(col(column).isNotNull()).count()
                : published.present(table, column);
    }
}
