package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** Creation dates by period of arrival, against a population. */
public final class FingerprintTables {
    public static final Table REFERENCE_SHARES = Table.named("reference_shares")
            .oneRowPer("period of arrival and creation bin of the reference population")
            .key("period_from", DateType, "first day of the period of arrival", "2016-01-04")
            .key("created_from", DateType, "first day of the creation bin", "2014-07-12")
            .key("bin_days", LongType, "days in the creation bin", "61")
            .field("lists", LongType, "lists that gained enough followers in the period to count", "54")
            .field("share", DoubleType, "median over lists: share of a period's followers created in the bin", "0.021")
            .field("spread", DoubleType, "interquartile range over 1.349: how far lists stray from it", "0.004")
            .sortedBy("bin_days", "period_from", "created_from")
            .build();

    public static final Table BATCH_CELLS = Table.named("batch_cells")
            .oneRowPer(
                    "account, window of its list, period of arrival and creation bin that stands out of the population")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("position_from", LongType, "first position of the window's followers in the cell", "41200")
            .key("position_to", LongType, "last position of the window's followers in the cell", "41399")
            .key("period_from", DateType, "first day of the period of arrival", "2016-01-04")
            .key("created_from", DateType, "first day of the creation bin", "2014-07-12")
            .key("created_to", DateType, "last day of the creation bin", "2014-09-10")
            .key("span", LongType, "positions in the window", "200")
            .field("followers", LongType, "followers in the cell", "148")
            .field("gained", LongType, "followers of the window in the period", "200")
            .field("expected", DoubleType, "followers that the reference lets expect", "4.2")
            .field("z", DoubleType, "followers above expectation, in standard deviations of the reference", "31.2")
            .sortedBy("account", "snapshot", "position_from", "created_from", "span")
            .build();

    public static final List<Table> ALL = List.of(REFERENCE_SHARES, BATCH_CELLS);

    private FingerprintTables() {}
}
