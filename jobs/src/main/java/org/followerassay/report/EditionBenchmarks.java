package org.followerassay.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.followerassay.graph.SizeBounds;

/** What accounts of a size are like in an edition: percentiles of every measure within every tier. */
final class EditionBenchmarks {
    private final EditionPopulation population;
    private final int smallest;

    /** One row per tier and measure. */
    private final List<Row> groups;

    EditionBenchmarks(EditionPopulation population) {
        this.population = population;
        this.smallest = population.request().minGroup();
        this.groups = Percentiles.of(population.measured()).collectAsList().stream()
                .filter(group -> Cells.count(group, "accounts") >= smallest)
                .sorted(Comparator.<Row>comparingInt(group -> SizeBounds.NAMES.indexOf(Cells.text(group, "tier")))
                        .thenComparing(group -> Cells.text(group, "measure")))
                .toList();
    }

    ShownTable shares() {
        return table("benchmark_shares", true);
    }

    ShownTable numbers() {
        return table("benchmarks", false);
    }

    private ShownTable table(String name, boolean shares) {
        Kind kind = shares ? Kind.SHARE : Kind.NUMBER;
        List<ShownColumn> columns =
                new ArrayList<>(List.of(ShownColumn.of("tier", Kind.TEXT), ShownColumn.of("measure", Kind.MEASURE)));
        Percentiles.ALL.forEach(percent -> columns.add(ShownColumn.measured(Percentiles.name(percent), "", kind)));
        ShownTable.Builder table = ShownTable.named(name, columns.toArray(ShownColumn[]::new));
        for (Row group : groups) {
            if (shares == Measurements.isShare(Cells.text(group, "measure"))) {
                List<Object> row = new ArrayList<>(List.of(Cells.text(group, "tier"), Cells.text(group, "measure")));
                Percentiles.ALL.forEach(percent -> row.add(Percentiles.shown(group, percent, smallest)));
                if (row.stream().anyMatch(cell -> cell instanceof Measured one && one.value() != null)) {
                    table.row(row.toArray());
                }
            }
        }
        return table.build()
                .regeneratedBy(population.sql() + ", " + Measurements.sql(population.within("snapshot_after")) + " "
                        + Percentiles.sql());
    }
}
