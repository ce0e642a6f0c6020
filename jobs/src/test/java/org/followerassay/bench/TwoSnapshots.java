package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;

/** Makes up a warehouse with two snapshots. Arguments: its folder, and the ties of each. */
final class TwoSnapshots {
    public static void main(String[] args) throws IOException {
        try (SparkSession session = HeldSession.open()) {
            OurLedger.addDays(
                    session,
                    OurLedger.warehouse(session, Path.of(args[0])),
                    new MadeUpSnapshots(Long.parseLong(args[1])),
                    0,
                    2);
        }
    }

    private TwoSnapshots() {}
}
