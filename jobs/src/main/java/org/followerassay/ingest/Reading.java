package org.followerassay.ingest;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Hashes;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Times;

/**
 * An export that is about to be read.
 *
 * @param key of the same content and the same options: the same key is the same input
 * @param sha256 of the file; of several files, of their paths and contents
 * @param snapshot microseconds; empty if rows say it, or nobody does
 * @param snapshotFrom who said so, in words
 */
record Reading(Export export, String key, String sha256, Optional<Long> snapshot, String snapshotFrom) {
    /** Raised when the same input would be read into other rows than before. */
    private static final int READER = 3;

    static Reading of(Export export, IngestOptions options, Ids ids) {
        Optional<Long> given = options.snapshot().map(Times::micros);
        Optional<Long> inName = Times.dayIn(export.place().fileName()).map(Times::micros);
        Optional<Long> snapshot = given.or(export::snapshot).or(() -> inName);
        String sha256 = contentHash(export);
        String key = Hashes.of(
                READER,
                sha256,
                export.format().name(),
                export.owner().toString(),
                // The same lists a month later are another snapshot: nothing changed, which is a finding, too.
                snapshot.toString(),
                export.stated().toString(),
                export.parts().stream()
                        .map(part -> part.reader().toString().replaceAll("@[0-9a-f]+$", ""))
                        .distinct()
                        .toList(),
                options.reading(),
                ids.fingerprint());
        return new Reading(
                export,
                key,
                sha256,
                snapshot,
                given.isPresent()
                        ? "from --snapshot"
                        : export.snapshot().isPresent() ? export.snapshotFrom() : "from its name");
    }

    String name() {
        return export.place().name();
    }

    long bytes() {
        return export.parts().stream().mapToLong(part -> part.entry().bytes()).sum();
    }

    /** What the export is a statement of: another one with the same subject replaces it. */
    Optional<String> subject() {
        boolean takeout = !export.lists().isEmpty() && snapshot.isPresent();
        return export.owner()
                .filter(owner -> takeout)
                .map(owner -> export.format().name() + " of " + owner.account() + " at " + Times.words(snapshot.get())
                        + ": "
                        + export.parts().stream()
                                .map(part -> part.entry().path())
                                .sorted()
                                .toList());
    }

    private static String contentHash(Export export) {
        List<Part> parts = export.parts();
        var whole = Hashes.sha256();
        if (parts.size() == 1 && export.place().isFile()) {
            parts.get(0).entry().digest(whole);
            return HexFormat.of().formatHex(whole.digest());
        }
        for (Part part : parts) {
            var one = Hashes.sha256();
            part.entry().digest(one);
            whole.update(part.entry().path().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            whole.update(one.digest());
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    AssayException damaged(String file, String why) {
        return AssayException.badInput(file + " is damaged or cut short" + (why == null ? "" : " (" + why + ")")
                + ": copy or export it again");
    }
}
