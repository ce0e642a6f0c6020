package org.followerassay.evaluate;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;

/**
 * Makes up a platform on which it is known who bought followers, and writes an export of it.
 *
 * <p>One process builds it in memory: about 300 bytes per tie, two seconds for the demo.
 */
public final class Simulation {
    /** Writes {@code export/} and {@code truth/}, replacing those of an earlier run; tells what was written. */
    public static String write(SparkSession session, SimulateOptions options) {
        World world = World.of(options);
        Path out = new Path(options.out());
        try {
            FileSystem fileSystem = out.getFileSystem(session.sparkContext().hadoopConfiguration());
            long ties = new ExportWriter(world, fileSystem, new Path(out, "export")).write();
            new TruthWriter(world, fileSystem, new Path(out, "truth")).write();
            return account(world, options, ties);
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "can't write the simulated export to " + options.out() + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private static String account(World world, SimulateOptions options, long ties) {
        long followers = world.audited().stream()
                .mapToLong(account -> account.audience().listedNow())
                .sum();
        long bought = world.audited().stream()
                .mapToLong(account -> account.audience().boughtNow())
                .sum();
        return String.format(
                Locale.ROOT,
                "Wrote the lists of %d audited accounts in %d monthly snapshots (%,d ties in all) to %s/export: %d accounts"
                        + " that bought followers, %d that followed thousands and dropped them again, %d innocent ones that"
                        + " look like either, %d ordinary ones. In the newest snapshot they have %,d followers, of whom %,d"
                        + " were bought; who is who stands in %s/truth, which the analysis must not read. Seed %d.",
                world.audited().size(),
                Timeline.SNAPSHOTS.size(),
                ties,
                options.out(),
                count(world, Label.CUSTOMER),
                count(world, Label.ACTOR),
                count(world, Label.LOOK_ALIKE),
                count(world, Label.CLEAN),
                followers,
                bought,
                options.out(),
                options.seed());
    }

    private static long count(World world, String role) {
        return world.audited().stream()
                .filter(account -> account.label().role().equals(role))
                .count();
    }

    private Simulation() {}
}
