package org.followerassay.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_date;
import static org.followerassay.table.SignatureTables.ARRIVALS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.report.FingerprintGrid.Extent;

/**
 * How many followers of an account arrived at which place of its list and were created when.
 *
 * <p>Counted in Spark on a bounded grid: two scans of three columns and one shuffle of partial counts, and what reaches
 * the driver does not grow with the audience.
 */
final class Fingerprints {
    /** Cells of all plots together; more would make the page heavy. */
    private static final long MOST_CELLS = 240_000;

    private static final long MOST_CELLS_OF_ONE = FingerprintGrid.MOST_COLUMNS * FingerprintGrid.MOST_COLUMNS / 2L;

    private static final StructType GRID = new StructType()
            .add("account", DataTypes.LongType)
            .add("position_step", DataTypes.LongType)
            .add("first_day", DataTypes.IntegerType)
            .add("day_step", DataTypes.IntegerType);

    private final Selection selection;
    private final SmallGroups groups;

    Fingerprints(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /**
     * One plot.
     *
     * @param cells column, row and followers of each cell that holds one, in a row; 0 followers stands for
     *     few, or for what would tell how few others are
     */
    record Plot(FingerprintGrid grid, List<Long> cells) {}

    Map<Long, Plot> plots() {
        Map<Long, FingerprintGrid> grids = grids();
        if (grids.isEmpty()) {
            return Map.of();
        }
        Map<Long, Plot> plots = new TreeMap<>();
        grids.forEach((account, grid) -> plots.put(account, new Plot(grid, new ArrayList<>())));
        cells(grids).collectAsList().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(Cells.count(row, "account"), Cells.count(row, "column")),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((place, column) -> add(plots.get(place.get(0)), column));
        return plots;
    }

    private void add(Plot plot, List<Row> column) {
        Optional<Row> hiddenToo = hiddenToo(column);
        for (Row row : column) {
            Long followers = Cells.count(row, "followers");
            boolean hidden = groups.hides(followers)
                    || hiddenToo.filter(other -> other == row).isPresent();
            plot.cells().addAll(List.of(Cells.count(row, "column"), Cells.count(row, "row"), hidden ? 0L : followers));
        }
    }

    /**
     * The smallest cell that could be shown, where few are in all cells that could not.
     *
     * <p>The cells of a column add up to its positions, so that the rest of it would tell how many.
     */
    private Optional<Row> hiddenToo(List<Row> column) {
        long few = column.stream()
                .mapToLong(row -> Cells.count(row, "followers"))
                .filter(groups::hides)
                .sum();
        return column.stream()
                .filter(row -> groups.hides(few) && !groups.hides(Cells.count(row, "followers")))
                .min(Comparator.comparing(row -> Cells.count(row, "followers")));
    }

    private Map<Long, FingerprintGrid> grids() {
        long most =
                Math.min(MOST_CELLS_OF_ONE, MOST_CELLS / selection.accounts().size());
        Map<Long, FingerprintGrid> grids = new TreeMap<>();
        List<Row> extents = arrivals()
                .groupBy("account")
                .agg(
                        count(lit(1)).as("followers"),
                        max("position").as("last_position"),
                        min("day").as("first_day"),
                        max("day").as("last_day"))
                .collectAsList();
        for (Row row : extents) {
            long account = row.getAs("account");
            Extent extent = new Extent(
                    row.getAs("followers"), row.getAs("last_position"), row.getAs("first_day"), row.getAs("last_day"));
            if (!groups.hides(extent.followers())) {
                grids.put(account, FingerprintGrid.over(account, extent, most, groups.smallest()));
            }
        }
        return grids;
    }

    private Dataset<Row> cells(Map<Long, FingerprintGrid> grids) {
        List<Row> rows = grids.values().stream()
                .map(grid -> RowFactory.create(grid.account(), grid.positionStep(), grid.firstDay(), grid.dayStep()))
                .toList();
        Dataset<Row> arrivals = arrivals();
        Column column = floor(col("position").divide(col("position_step"))).as("column");
        Column row = floor(col("day").minus(col("first_day")).divide(col("day_step")))
                .as("row");
        return arrivals.join(broadcast(arrivals.sparkSession().createDataFrame(rows, GRID)), "account")
                .groupBy(col("account"), column, row)
                .agg(count(lit(1)).as("followers"))
                .orderBy("account", "column", "row");
    }

    private Dataset<Row> arrivals() {
        return selection.ofSnapshot(selection
                .tables()
                .of(ARRIVALS)
                .select(
                        col("snapshot"),
                        col("followee").as("account"),
                        col("position"),
                        unix_date(col("created_at").cast("date")).as("day")));
    }
}
