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
            description =
                    "what to read: a file, a folder or .zip of one export, or an inbox folder of many; repeat for more")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--snapshot",
            paramLabel = "DAY",
            description =
                    "when all the exports were taken, whatever an archive says of itself; rows that state a time keep"
                            + " it: 2026-10-31 or 2026-10-31T12:00:00Z")
    private String snapshot;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description =
                    "read every input as this format instead of telling it by the content; 'assay ingest --formats'"
                            + " lists the names")
    private String format;

    @Option(
            names = "--columns",
            paramLabel = "THEIRS=OURS",
            split = ",",
            description = "what columns mean whose names are not known, such as fan=follower,star=followee")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "id or name of the account whose export it is, where the export does not say")
    private String account;

    @Option(
            names = "--direction",
            paramLabel = "WHICH",
            description = "followers or followees: what a bare list holds, where its name does not say")
    private String direction;

    @Option(
            names = "--reversed",
            description =
                    "turn the ties round: whom the format takes for the follower ('assay ingest --formats') is followed")
    private boolean reversed;

    @Option(names = "--no-identities", description = "do not keep the names behind ids (table identities)")
    private boolean noIdentities;

    @Option(names = "--pseudonymise", description = "replace numeric ids, too, by keyed hashes; needs --key-file")
    private boolean pseudonymise;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "file with the secret key of the hashes, 16 bytes or more; names are hashed with it, too")
    private String keyFile;

    @Option(
            names = "--strict",
            description =
                    "fail if a single row is rejected, or a single file of an inbox can't be read; without it they are"
                            + " reported and left out")
    private boolean strict;

    @Option(
            names = "--max-entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "most files in one folder or .zip; ${DEFAULT-VALUE} if left out")
    private long maxEntries;

    @Option(
            names = "--max-ratio",
            paramLabel = "N",
            defaultValue = "400",
            description = "most bytes that a packed byte may unpack to; ${DEFAULT-VALUE} if left out")
    private long maxRatio;

    @Option(
            names = "--max-unpacked-bytes",
            paramLabel = "N",
            defaultValue = "1099511627776",
            description = "most bytes that a .zip or packed file may unpack to; ${DEFAULT-VALUE} if left out")
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
