package org.followerassay.report;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.followerassay.graph.SizeBounds;

/** The order of lines about tiers and measures: tiers by size, all together last; the default measure first. */
final class TierOrder {
    /** The line about the accounts of all tiers. */
    static final String ALL = "all";

    static final Comparator<Row> TIERS = Comparator.comparingInt(row -> tier(Cells.text(row, "tier")));

    static final Comparator<Row> MEASURES = Comparator.<Row>comparingInt(row -> measure(Cells.text(row, "measure")))
            .thenComparing(row -> Cells.text(row, "measure"));

    private static int tier(String tier) {
        int place = SizeBounds.NAMES.indexOf(tier);
        return place < 0 ? SizeBounds.NAMES.size() : place;
    }

    private static int measure(String measure) {
        int place = Measures.RANKED.indexOf(measure);
        return place < 0 ? Measures.RANKED.size() : place;
    }

    private TierOrder() {}
}
