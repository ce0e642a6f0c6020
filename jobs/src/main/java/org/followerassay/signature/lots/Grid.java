package org.followerassay.signature.lots;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * One way to cut a follower list into cells: windows of the follow order by bins of the creation date.
 *
 * @param binDays days per bin of the creation date
 * @param span positions per window of the follow order
 * @param binOffset days by which the bins are shifted, so that a batch across a border is whole in another grid
 * @param windowOffset positions by which the windows are shifted
 */
record Grid(int binDays, int span, int binOffset, int windowOffset) {
    /**
     * Fine to coarse: a day's batch delivered at once, to a month's batch that trickles in. No window is shorter than 500:
     * real lists have bands of a few hundred positions in which creation dates drift, and a short window takes each for a
     * lot.
     */
    static final List<Grid> SCAN = shifted(List.of(plain(1, 1_000), plain(7, 500), plain(30, 1_000), plain(30, 2_000)));

    /** One window over all of a list, however long: what trickles in over years shows in no shorter one. */
    static final List<Grid> WHOLE_LIST = List.of(
            new Grid(7, Integer.MAX_VALUE, 0, 0),
            new Grid(7, Integer.MAX_VALUE, 3, 0),
            new Grid(30, Integer.MAX_VALUE, 0, 0),
            new Grid(30, Integer.MAX_VALUE, 15, 0));

    /** The grid of the published fingerprint. */
    static final Grid FINGERPRINT = plain(30, 200);

    private static Grid plain(int binDays, int span) {
        return new Grid(binDays, span, 0, 0);
    }

    private static List<Grid> shifted(List<Grid> plain) {
        List<Grid> all = new ArrayList<>();
        for (Grid grid : plain) {
            for (int windowOffset : new int[] {0, grid.span / 2}) {
                all.add(new Grid(grid.binDays, grid.span, 0, windowOffset));
                if (grid.binDays > 1) {
                    all.add(new Grid(grid.binDays, grid.span, grid.binDays / 2, windowOffset));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Width and shift of the creation bins of some grids, as an array of structs to explode. */
    static Column bins(List<Grid> grids) {
        return array(grids.stream()
                .map(grid -> new Grid(grid.binDays, 0, grid.binOffset, 0))
                .distinct()
                .map(grid -> struct(
                        lit(grid.binDays).as("bin_days"), lit(grid.binOffset).as("bin_offset")))
                .toArray(Column[]::new));
    }

    /** Length and shift of the windows that go with a row's bins, as an array of structs to explode. */
    static Column windows(List<Grid> grids) {
        Column windows = null;
        List<Grid> distinct = grids.stream()
                .map(grid -> new Grid(grid.binDays, 0, grid.binOffset, 0))
                .distinct()
                .toList();
        for (Grid bins : distinct) {
            Column[] same = grids.stream()
                    .filter(grid -> grid.binDays == bins.binDays && grid.binOffset == bins.binOffset)
                    .map(grid -> struct(
                            lit(grid.span).as("span"), lit(grid.windowOffset).as("window_offset")))
                    .toArray(Column[]::new);
            Column here =
                    col("bin_days").equalTo(bins.binDays).and(col("bin_offset").equalTo(bins.binOffset));
            windows = windows == null ? when(here, array(same)) : windows.when(here, array(same));
        }
        return windows;
    }
}
