package org.followerassay.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a fingerprint draws, cell by cell: the twin of a plot, whose numbers no page could list. */
final class FingerprintCells {
    private final Selection selection;
    private final SmallGroups groups;
    private final Map<Long, Fingerprints.Plot> plots;

    FingerprintCells(Selection selection, SmallGroups groups, Map<Long, Fingerprints.Plot> plots) {
        this.selection = selection;
        this.groups = groups;
        this.plots = plots;
    }

    /** Of one account: with many, it would be larger than all else. */
    ShownTable table() {
        ShownTable.Builder table = ShownTable.ofAccounts(
                "fingerprint_cells",
                ShownColumn.of("position_from", Kind.COUNT),
                ShownColumn.of("position_to", Kind.COUNT),
                ShownColumn.of("created_from", Kind.DAY),
                ShownColumn.of("created_to", Kind.DAY),
                ShownColumn.of("followers", Kind.FOLLOWERS));
        ComparedAccount account = selection.accounts().get(0);
        Fingerprints.Plot plot = plots.get(account.account());
        if (plot == null) {
            return table.build();
        }
        FingerprintGrid grid = plot.grid();
        List<Long> cells = plot.cells();
        for (int i = 0; i < cells.size(); i += 3) {
            long position = cells.get(i) * grid.positionStep();
            LocalDate created = LocalDate.ofEpochDay(grid.firstDay() + cells.get(i + 1) * grid.dayStep());
            long followers = cells.get(i + 2);
            table.row(
                    account.account(),
                    account.label(),
                    position,
                    position + grid.positionStep() - 1,
                    created,
                    created.plusDays(grid.dayStep() - 1L),
                    followers == 0 ? new Hidden(groups.smallest(), false) : (Object) followers);
        }
        return table.build().regeneratedBy(query(grid));
    }

    private String query(FingerprintGrid grid) {
        String day = grid.firstDay() + " + int(floor((unix_date(date(created_at)) - " + grid.firstDay() + ") / "
                + grid.dayStep() + ")) * " + grid.dayStep();
        String place = "floor(position / " + grid.positionStep() + ") * " + grid.positionStep();
        return "select followee as account, " + place + " as position_from, " + place + " + "
                + (grid.positionStep() - 1)
                + " as position_to, date_from_unix_date(" + day + ") as created_from, date_from_unix_date(" + day
                + " + "
                + (grid.dayStep() - 1) + ") as created_to, count(*) as followers from arrivals where "
                + selection.whereSnapshots().replace("account in", "followee in") + " group by 1, 2, 3, 4, 5";
    }
}
