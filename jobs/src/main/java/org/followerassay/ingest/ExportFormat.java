package org.followerassay.ingest;

import java.util.List;
import java.util.stream.Collectors;
import org.followerassay.flow.AssayException;

/**
 * A form in which platforms, researchers or this program write accounts and ties.
 *
 * @param name as after {@code --format}
 * @param about what such an export looks like, in one line
 */
public record ExportFormat(String name, String about) {
    static final ExportFormat COLUMNS = new ExportFormat(
            "columns",
            "a table with a header line (CSV or TSV, plain, .gz or .zst) or a Parquet file: ties, lists, accounts,"
                    + " changes, interactions or coverage, told apart by the names of the columns");
    static final ExportFormat EDGELIST = new ExportFormat(
            "edgelist",
            "one tie per line, follower then followee, separated by blanks or tabs, comments after # or %"
                    + " (SNAP, KONECT)");
    static final ExportFormat X_ARCHIVE = new ExportFormat(
            "x-archive", "the archive that X (Twitter) hands to an account's owner, as a folder or .zip");

    static final List<ExportFormat> ALL = List.of(COLUMNS, EDGELIST, X_ARCHIVE);

    static String names() {
        return ALL.stream().map(ExportFormat::name).collect(Collectors.joining(", "));
    }

    static ExportFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AssayException.usage(
                        "--format must be one of " + names() + ", was '" + name + "': correct it, or leave it out"));
    }
}
