package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.Manifest;
import org.followerassay.flow.Warehouse;

/** The ledger of many daily snapshots at once, then of one more. Arguments: a folder, days, and the ties of each. */
final class ReplayedLedger {
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int days = Integer.parseInt(args[1]);
        MadeUpSnapshots snapshots = new MadeUpSnapshots(Long.parseLong(args[2]));
        try (SparkSession session = HeldSession.open()) {
            Warehouse warmUp = OurLedger.warehouse(session, folder.resolve("warm-up"));
            OurLedger.addDays(session, warmUp, new MadeUpSnapshots(10_000), 0, 3);
            OurLedger.ledger(session, warmUp);
            Warehouse warehouse = OurLedger.warehouse(session, folder.resolve("replayed"));
            OurLedger.addDays(session, warehouse, snapshots, 0, days);
            say("%,d days of %,d ties at once", days, snapshots.ties(), session, warehouse);
            OurLedger.addDays(session, warehouse, snapshots, days, days + 1);
            say("day %,d alone, of %,d ties", days + 1, snapshots.ties(), session, warehouse);
        }
    }

    private static void say(String what, int days, long ties, SparkSession session, Warehouse warehouse) {
        long start = System.nanoTime();
        Manifest manifest = OurLedger.ledger(session, warehouse);
        double seconds = (System.nanoTime() - start) / 1e9;
        double compared = manifest.steps().stream()
                .filter(step ->
                        step.table().equals("changed_ties") || step.table().equals("account_signs"))
                .mapToDouble(Manifest.Step::seconds)
                .sum();
        System.out.printf(
                Locale.ROOT,
                what + ": %.1f s, of which %.1f s read ties; %,d changes in the ledger%n",
                days,
                ties,
                seconds,
                compared,
                manifest.rows("follow_changes"));
    }

    private ReplayedLedger() {}
}
