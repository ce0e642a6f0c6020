package org.followerassay.bench;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.cli.Main;

/** Makes up a platform and ingests it. Arguments: a folder, ties, and the form of its export. */
final class Platform {
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        String world = folder.resolve("world").toString();
        SparkSession session = HeldSession.open();
        try {
            Main.main(new String[] {"simulate", "--ties", args[1], "--as", args[2], "--out", world});
            Main.main(new String[] {
                "ingest",
                "--input",
                world + "/export",
                "--warehouse",
                warehouse(folder).toString()
            });
        } finally {
            session.stop();
        }
    }

    static Path warehouse(Path folder) {
        return folder.resolve("warehouse");
    }

    private Platform() {}
}
