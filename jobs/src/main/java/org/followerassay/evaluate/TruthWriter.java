package org.followerassay.evaluate;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes what was planted, for the scorer and for nobody else. */
final class TruthWriter {
    private final World world;
    private final FileSystem fileSystem;
    private final Path folder;

    TruthWriter(World world, FileSystem fileSystem, Path folder) {
        this.world = world;
        this.fileSystem = fileSystem;
        this.folder = folder;
    }

    void write() throws IOException {
        List<AuditedAccount> audited = world.audited().stream()
                .sorted(Comparator.comparingLong(AuditedAccount::id))
                .toList();
        accounts(audited);
        followers(audited);
    }

    private void accounts(List<AuditedAccount> audited) throws IOException {
        Path path = new Path(folder, Truth.ACCOUNTS_FILE);
        try (CsvFile csv =
                CsvFile.create(fileSystem, path, "account", "role", "kind", "planted_share", "pattern", "vendor")) {
            for (AuditedAccount account : audited) {
                Label label = account.label();
                csv.row(
                        account.id(),
                        label.role(),
                        label.kind(),
                        String.format(Locale.ROOT, "%.6f", account.plantedShare()),
                        label.pattern(),
                        label.vendor());
            }
        }
    }

    private void followers(List<AuditedAccount> audited) throws IOException {
        Path path = new Path(folder, Truth.FOLLOWERS_FILE);
        try (CsvFile csv = CsvFile.create(fileSystem, path, "followee", "follower", "label", "lot")) {
            for (AuditedAccount account : audited) {
                for (Audience.Tie tie : account.audience().inOrder()) {
                    boolean organic = tie.lot() == Audience.ORGANIC;
                    csv.row(
                            account.id(),
                            tie.follower().id(),
                            organic ? Truth.ORGANIC : Truth.BOUGHT,
                            organic ? "" : tie.lot());
                }
            }
        }
    }
}
