package org.followerassay.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.followerassay.ingest.edges.EdgeFormats;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.research.ResearchFormats;
import org.followerassay.ingest.series.SeriesFormats;
import org.followerassay.ingest.takeout.Takeouts;

/** Every format that can be read, in the order in which they are tried: the first that recognises a place reads it. */
final class Formats {
    static final List<ExportFormat> ALL = Stream.of(
                    Takeouts.ALL, SeriesFormats.ALL, ResearchFormats.ALL, EdgeFormats.ALL)
            .flatMap(List::stream)
            .toList();

    private Formats() {}
}
