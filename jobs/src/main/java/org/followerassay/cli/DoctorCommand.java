package org.followerassay.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether this machine can run the job. */
@Command(
        name = "doctor",
        description = "Check Java, Spark, memory and, if one is named, a warehouse.",
        footer = {"", "Example:", "  assay doctor --warehouse hdfs:///assay/warehouse"})
final class DoctorCommand extends AssayCommand {
    /** Newest release that Spark and Hadoop of this build were run on. */
    private static final int NEWEST_JAVA = 25;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "a warehouse to check (any Hadoop URI)")
    private String warehouse;

    @Override
    public Integer call() {
        int java = Runtime.version().feature();
        line("Java", Runtime.version() + (java > NEWEST_JAVA ? " (newer than was tried: " + NEWEST_JAVA + ")" : ""));
        line(
                "memory",
                String.format(
                        Locale.ROOT,
                        "%,d MB for the driver",
                        Runtime.getRuntime().maxMemory() >> 20));
        line("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            line("Spark", session.version() + " on " + session.sparkContext().master());
            line("Hadoop", VersionInfo.getVersion());
            long sum = session.range(1_000).selectExpr("sum(id) as sum").first().getLong(0);
            line("a small job", sum == 499_500 ? "works" : "gives " + sum + " instead of 499500");
            if (warehouse != null) {
                check(WarehouseOption.at(warehouse, session), session);
            }
            out().flush();
            return 0;
        }
    }

    /** Writes what no manifest names, so that a reader never sees it. */
    private void check(Warehouse published, SparkSession session) {
        line("warehouse", published.root().toString());
        line(
                "published",
                published
                        .current()
                        .map(state -> "state " + state.number() + " of " + state.publishedAt())
                        .orElse("nothing yet"));
        published.publish(session, run(new TreeMap<>(), false), draft -> {});
        try {
            published
                    .root()
                    .getFileSystem(session.sparkContext().hadoopConfiguration())
                    .access(new Path(published.root(), "tables"), FsAction.READ_WRITE);
            line("writable", "yes");
        } catch (IOException denied) {
            throw AssayException.failed(
                    "the warehouse " + published.root() + " can't be written: " + denied.getMessage());
        }
    }

    private void line(String what, String value) {
        out().printf("%-12s %s%n", what, value);
    }
}
