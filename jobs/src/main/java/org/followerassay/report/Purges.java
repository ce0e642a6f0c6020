package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Inputs;

/** Times at which nearly all lists lost followers at once, as when a platform deletes accounts: one row each. */
final class Purges {
    /** Pairs of snapshots listed; daily lists of half a year. */
    private static final int MOST_ROWS = 200;

    /** @param smallest lists compared; fewer are not shown */
    static ShownTable table(Inputs tables, int smallest) {
        return table(tables, "purge and measured_lists >= " + smallest);
    }

    /** Those of the edition's period. */
    static ShownTable table(EditionPopulation population) {
        return table(
                population.tables(),
                "purge and measured_lists >= " + population.request().minGroup() + " and "
                        + population.within("snapshot_after"));
    }

    /** @param condition in SQL */
    private static ShownTable table(Inputs tables, String condition) {
        ShownTable.Builder table = ShownTable.named(
                "purges",
                ShownColumn.of("snapshot_before", Kind.TIME),
                ShownColumn.of("snapshot_after", Kind.TIME),
                ShownColumn.of("days", Kind.NUMBER),
                ShownColumn.of("losing_share", Kind.SHARE),
                ShownColumn.of("median_loss", Kind.SHARE),
                ShownColumn.of("ordinary_loss", Kind.SHARE));
        tables.of(PURGE_CALENDAR)
                .where(condition)
                .orderBy(col("snapshot_after").desc(), col("snapshot_before"))
                .limit(MOST_ROWS)
                .collectAsList()
                .forEach(row -> table.row(cells(row)));
        return table.build()
                .regeneratedBy("select snapshot_before, snapshot_after, days, losing_share, median_loss, ordinary_loss"
                        + " from purge_calendar where " + condition);
    }

    private static Object[] cells(Row row) {
        return new Object[] {
            Cells.time(row, "snapshot_before"),
            Cells.time(row, "snapshot_after"),
            Cells.number(row, "days"),
            Cells.number(row, "losing_share"),
            Cells.number(row, "median_loss"),
            Cells.number(row, "ordinary_loss")
        };
    }

    /** First and last millisecond of each, for a chart. */
    static List<List<Long>> spans(ShownTable purges) {
        return purges.rows().stream()
                .map(row -> Stream.of(row.get(0), row.get(1))
                        .map(time -> ((Instant) time).toEpochMilli())
                        .toList())
                .toList();
    }

    private Purges() {}
}
