package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.evaluate.platform.Moments.NEWEST;
import static org.followerassay.evaluate.platform.Moments.SNAPSHOTS;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;

/** Makes up a platform of any size and writes an export of it, with the truth beside. */
public final class PlatformSimulation {
    private static final String SCRATCH = "_ties";

    /**
     * Writes {@code export/} and {@code truth/} into a folder, in place of those of an earlier run; tells what was written.
     *
     * <p>The ties are made once and kept beside until everything is written: about 50 bytes each.
     */
    public static String write(SparkSession session, PlatformOptions options, ExportForm form, String out) {
        Plan plan = new Plan(options);
        Path folder = new Path(out);
        Path scratch = new Path(folder, SCRATCH);
        try {
            FileSystem fileSystem = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
            fileSystem.delete(new Path(folder, "export"), true);
            fileSystem.delete(new Path(folder, "truth"), true);
            try {
                new Platform(plan, session).ties().write().mode("overwrite").parquet(scratch.toString());
                Dataset<Row> ties = session.read().parquet(scratch.toString());
                new PlatformExport(plan, session, ties, new Path(folder, "export")).write(form);
                new PlatformTruth(plan, session, ties, form == ExportForm.BLUESKY).write(new Path(folder, "truth"));
                return account(plan, form, out, ties);
            } finally {
                fileSystem.delete(scratch, true);
            }
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "can't write the simulated platform to " + out + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private static String account(Plan plan, ExportForm form, String out, Dataset<Row> ties) {
        Row counts = Platform.seen(ties, NEWEST)
                .agg(count(lit(1)), count_if(col("label").equalTo("bought")))
                .first();
        return String.format(
                Locale.ROOT,
                "Made a platform of %,d accounts and %,d ties on %s, %,d of them bought by %d customers from %d vendors."
                        + " %s/export holds it as %s, %s/truth says of %d audited accounts who follows them for which reason."
                        + " Seed %d.",
                plan.accounts,
                counts.getLong(0),
                SNAPSHOTS.get(SNAPSHOTS.size() - 1),
                counts.getLong(1),
                plan.customers().count(),
                plan.vendors.size(),
                out,
                form.word(),
                out,
                plan.audited.size(),
                plan.options.seed());
    }

    private PlatformSimulation() {}
}
