package org.followerassay.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.followerassay.churn.FailedExports;
import org.followerassay.testkit.Drawings;

/** R9: a thousand lists over four days, of which most fail to be exported whole, and some really lose most of their ties. */
final class TruncatedLists {
    /** Of the lists that really lose most, so many must be in the ledger whole; of false losses, none may be. */
    private static final double ENOUGH = 0.95;

    static Outcome outcome(SparkSession session) {
        FailedExports.Found found = FailedExports.inTheLedger(new Drawings(session));
        List<String> missed = new ArrayList<>();
        found.untrue().forEach(loss -> missed.add("a loss that did not happen: " + loss));
        found.passedOver().forEach(list -> missed.add("a loss that is not in the ledger: " + list));
        long mayMiss = found.untrue().isEmpty() ? (long) ((1 - ENOUGH) * found.losses()) : 0;
        return new Outcome(
                found.lists(),
                missed,
                String.format(
                        Locale.ROOT,
                        "%,d false losses; of %,d lists that really lost most of their ties, %,d are in the ledger whole",
                        found.untrue().size(),
                        found.losses(),
                        found.losses() - found.passedOver().size()),
                mayMiss);
    }

    private TruncatedLists() {}
}
