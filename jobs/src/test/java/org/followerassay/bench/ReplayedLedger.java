package org.followerassay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.Warehouse;

/** The ledger of many daily snapshots at once, then of one more. Arguments: a folder, days, and the ties of each. */
final class ReplayedLedger {
    /** Of what was measured, in the folder. */
    static final String AT_ONCE = "at-once.json";

    static final String NEXT_DAY = "next-day.json";

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int days = Integer.parseInt(args[1]);
        MadeUpSnapshots snapshots = new MadeUpSnapshots(Long.parseLong(args[2]));
        try (SparkSession session = HeldSession.open()) {
            Warehouse warmUp = OurLedger.warehouse(session, folder.resolve("warm-up"));
            OurLedger.addDays(session, warmUp, new MadeUpSnapshots(10_000), 0, 3);
            OurLedger.ledger(session, warmUp);
            Warehouse warehouse = OurLedger.warehouse(session, folder.resolve("replayed"));
            OurLedger.addDays(session, warehouse, snapshots, 0, days);
            measure(session, warehouse, folder.resolve(AT_ONCE));
            OurLedger.addDays(session, warehouse, snapshots, days, days + 1);
            measure(session, warehouse, folder.resolve(NEXT_DAY));
            long changes = warehouse.published().rows("follow_changes");
            long made = 2L * days * snapshots.changes();
            if (changes != made) {
                throw new IllegalStateException("the ledger holds " + changes + " changes, and " + made + " were made");
            }
        }
    }

    private static void measure(SparkSession session, Warehouse warehouse, Path to) throws Exception {
        Measurement measured = Measurement.of(
                () -> OurLedger.ledger(session, warehouse), () -> OurLedger.written(warehouse.published()));
        Files.writeString(to, Json.line(measured));
    }

    private ReplayedLedger() {}
}
