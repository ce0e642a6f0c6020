package org.followerassay.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retention: how long earlier states of a warehouse are kept. */
@Command(
        name = "purge",
        description = {
            "Delete earlier states of the warehouse, the files that only they name, and what broken runs left. The current state,"
                    + " which all other commands read, stays as it is."
        },
        footer = {
            "",
            "Example, once a month:",
            "  assay purge --warehouse warehouse --keep-days 90",
            "",
            "Every run that changes something leaves the state before it in place, with its",
            "tables, rejected lines and names. An export that was replaced by a newer one",
            "of the same subject is only gone from disk once those states are. To erase",
            "single accounts, use 'assay forget'."
        })
final class PurgeCommand extends AssayCommand {
    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "keep states that were published in the last N days; ${DEFAULT-VALUE} if left out")
    private int keepDays;

    @Option(names = "--dry-run", description = "only say what would be deleted")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (keepDays < 0) {
            throw AssayException.usage("--keep-days must be 0 or more, was " + keepDays);
        }
        try (OpenSession open = session()) {
            Instant before = Instant.now().minus(Duration.ofDays(keepDays));
            History.Purged purged = warehouse.open(open.session()).history().purge(before, dryRun);
            out().printf(
                            Locale.ROOT,
                            "%s %d earlier %s, published before %s, and %,d folders of tables with %,d bytes; %d %s kept%n",
                            dryRun ? "would delete" : "deleted",
                            purged.states(),
                            purged.states() == 1 ? "state" : "states",
                            before,
                            purged.folders(),
                            purged.bytes(),
                            purged.kept(),
                            purged.kept() == 1 ? "is" : "are");
            out().flush();
            return 0;
        }
    }
}
