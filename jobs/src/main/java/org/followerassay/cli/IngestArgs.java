package org.followerassay.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.IngestOptions;
import org.followerassay.ingest.format.Limits;
import picocli.CommandLine.Option;

/** How exports are read. */
final class IngestArgs {
    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "an export: a file, a folder or an archive; repeat for several")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--snapshot",
            paramLabel = "DAY",
            description = "when the exports were taken, for those that do not say: 2026-10-31 or 2026-10-31T12:00:00Z")
    private String snapshot;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "read every input as this format ('assay ingest --formats')")
    private String format;

    @Option(
            names = "--columns",
            paramLabel = "THEIRS=OURS",
            split = ",",
            description = "names of columns, where the header differs from ours, such as src=follower,dst=followee")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--account", paramLabel = "ID", description = "whose list an export is, where it does not say")
    private String account;

    @Option(
            names = "--direction",
            paramLabel = "WHICH",
            description = "followers or followees: what a bare list holds, where its name does not say")
    private String direction;

    @Option(names = "--reversed", description = "the first account of each tie is the one that is followed")
    private boolean reversed;

    @Option(names = "--no-identities", description = "do not keep handles and names")
    private boolean noIdentities;

    @Option(names = "--pseudonymise", description = "replace every id by a keyed hash; needs --key-file")
    private boolean pseudonymise;

    @Option(names = "--key-file", paramLabel = "FILE", description = "file with the secret key of the hashes")
    private String keyFile;

    @Option(
            names = "--strict",
            description = "fail if a single row is rejected, or a single export of a folder can't be read")
    private boolean strict;

    @Option(
            names = "--max-entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "most files in one folder or archive; ${DEFAULT-VALUE} if left out")
    private long maxEntries;

    @Option(
            names = "--max-ratio",
            paramLabel = "N",
            defaultValue = "400",
            description = "most unpacked bytes for one packed byte; ${DEFAULT-VALUE} if left out")
    private long maxRatio;

    @Option(
            names = "--max-unpacked-bytes",
            paramLabel = "N",
            defaultValue = "1099511627776",
            description = "most unpacked bytes of one archive; ${DEFAULT-VALUE} if left out")
    private long maxUnpackedBytes;

    IngestOptions options() {
        return new IngestOptions(
                inputs,
                Optional.ofNullable(format),
                Optional.ofNullable(snapshot).map(IngestArgs::instant),
                columns,
                Optional.ofNullable(account),
                Optional.ofNullable(direction),
                reversed,
                !noIdentities,
                pseudonymise,
                Optional.ofNullable(keyFile),
                strict,
                new Limits(maxEntries, maxRatio, maxUnpackedBytes));
    }

    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException unclear) {
            throw AssayException.usage(
                    "--snapshot must be a day like 2026-10-31 or a time like 2026-10-31T12:00:00Z, was '" + text + "'");
        }
    }
}
