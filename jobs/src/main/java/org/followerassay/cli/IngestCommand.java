package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.IngestOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The first stage alone. */
@Command(
        name = "ingest",
        description = "Read exports into the warehouse: what each was read as, and every row accounted for.",
        footer = {
            "",
            "Example, follower lists with another header:",
            "  assay ingest --input lists.csv.gz --columns src=follower,dst=followee --warehouse warehouse",
            "",
            "Rejected rows: assay sql --warehouse warehouse \"select * from rejects\""
        })
final class IngestCommand extends AssayCommand {
    @Mixin
    private IngestArgs exports;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "folder of the published tables (any Hadoop URI)")
    private String warehouse;

    @Option(names = "--formats", description = "list the formats and exit")
    private boolean formats;

    @Override
    public Integer call() {
        if (formats) {
            FormatList.print(out());
            return 0;
        }
        if (warehouse == null) {
            throw AssayException.usage("a folder for the tables is needed: name one after --warehouse");
        }
        IngestOptions options = exports.options();
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            new Assay(this, session, WarehouseOption.at(warehouse, session))
                    .publish(Optional.of(options), Optional.empty(), false);
            return 0;
        }
    }
}
