package org.followerassay.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.columns.ColumnsFormat;
import org.followerassay.ingest.columns.SparkTable;
import org.followerassay.ingest.edges.EdgeFormats;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.research.ResearchFormats;
import org.followerassay.ingest.series.SeriesFormats;
import org.followerassay.ingest.takeout.Takeouts;

/** Every format that can be read. */
final class Formats {
    private static final ExportFormat COLUMNS = new ColumnsFormat();

    /** In the order in which they are tried: the first that recognises a place reads it. */
    static final List<ExportFormat> ALL = Stream.of(
                    List.of(SparkTable.DELTA, SparkTable.ICEBERG),
                    Takeouts.ALL,
                    SeriesFormats.ALL,
                    ResearchFormats.ALL,
                    EdgeFormats.ALL,
                    List.of(SparkTable.PARQUET, COLUMNS))
            .flatMap(List::stream)
            .toList();

    /** The same, as a reader looks for them. */
    static final List<FormatFamily> FAMILIES = List.of(
            new FormatFamily("What a platform hands to the owner of an account", Takeouts.ALL),
            new FormatFamily("What changes over time", SeriesFormats.ALL),
            new FormatFamily("Labelled sets that studies published", ResearchFormats.ALL),
            new FormatFamily("Graphs as they are published", EdgeFormats.ALL),
            new FormatFamily(
                    "Tables whose columns say what they are",
                    List.of(COLUMNS, SparkTable.PARQUET, SparkTable.DELTA, SparkTable.ICEBERG)));

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

    private Formats() {}
}
