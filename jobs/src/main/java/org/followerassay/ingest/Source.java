package org.followerassay.ingest;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Times;

/**
 * One input before it is read: the file or archive, and when it was taken as far as the user or its name says.
 *
 * @param name as on the command line; below a folder, that and the way to the file
 * @param snapshot microseconds; empty if rows say it, or nobody does
 * @param snapshotFrom who said so, in words
 */
record Source(
        String name, String sha256, long bytes, ExportFormat format, Optional<Long> snapshot, String snapshotFrom) {

    static Source of(InputFile file, ExportFormat format, IngestOptions options, Configuration hadoop) {
        Optional<Long> given = options.snapshot().map(Times::micros);
        Optional<Long> inName = Times.dayIn(file.fileName()).map(Times::micros);
        return new Source(
                file.name(),
                file.sha256(hadoop),
                file.bytes(),
                format,
                given.or(() -> inName),
                given.isPresent() ? "from --snapshot" : "from the file's name");
    }

    AssayException damaged(String why) {
        return AssayException.badInput(name + " is damaged or cut short" + (why == null ? "" : " (" + why + ")")
                + ": copy or export it again");
    }
}
