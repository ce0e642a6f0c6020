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
        description =
                "Read exports into the warehouse: says what each was read as, and what became of each of its rows.",
        footer = {
            "",
            "Formats are told by the content: 'assay ingest --formats' lists them.",
            "An inbox may hold any of them, mixed, in folders and .zip files.",
            "Limits (--max-...) keep a packed file from filling the machine.",
            "",
            "Example, the archive of one account as downloaded:",
            "  assay ingest --input twitter-archive.zip --warehouse warehouse",
            "Example, an inbox of many exports:",
            "  assay ingest --input inbox/ --warehouse warehouse",
            "Example, an edge list in which the followed account comes first:",
            "  assay ingest --input edges.txt.gz --reversed --warehouse warehouse",
            "Example, a table with other names of columns:",
            "  assay ingest --input lists.csv --columns fan=follower,star=followee \\",
            "      --warehouse warehouse",
            "",
            "Read again: what is unchanged is kept; the same path, or an archive of the same",
            "account and time, replaces what was read before.",
            "",
            "Rejected rows and files that were not read:",
            "  assay sql --warehouse warehouse \"select * from rejects\""
        })
final class IngestCommand extends AssayCommand {
    @Mixin
    private IngestArgs exports;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "folder of the published tables (any Hadoop URI)")
    private String warehouse;

    @Option(names = "--formats", description = "list the formats that are read, and exit")
    private boolean formats;

    @Override
    public Integer call() {
        if (formats) {
            FormatList.print(out());
            return 0;
        }
        if (warehouse == null) {
            throw AssayException.usage("a folder for the tables is needed: name it after --warehouse");
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
