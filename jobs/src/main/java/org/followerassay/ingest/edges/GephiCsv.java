package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The table of edges that Gephi writes and reads: {@code Source,Target,Type,Id,Label,Weight}.
 *
 * <p>The source follows the target. Each row says in {@code Type} whether it has a direction; {@code Undirected} and
 * {@code Mutual} ones are read both ways, and an empty cell means Directed, as in Gephi itself. Small letters without a
 * Type are somebody else's table: there {@code target} may be anything.
 */
public final class GephiCsv implements ExportFormat {
    @Override
    public String name() {
        return "gephi-csv";
    }

    @Override
    public String about() {
        return "a table of edges with the header Source,Target,Type,Weight, as Gephi writes it";
    }

    @Override
    public String tiers() {
        return "E T";
    }

    @Override
    public String direction() {
        return "Source follows Target, which --reversed turns; rows of type Undirected are read both ways";
    }

    @Override
    public String limits() {
        return "a time only from a column such as Timestamp, and only its first; the table of nodes is not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile()) {
            return Optional.empty();
        }
        List<String> lines = FirstLines.of(place.file());
        String header = lines.isEmpty() ? "" : lines.get(0);
        CellSplitter splitter = CellSplitter.of(header);
        List<String> headers = splitter.cells(header);
        if (headers == null || splitter.separator() == ' ' || !isGephi(headers, asked.forced())) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, "graph")
                .what("edges of Gephi")
                .part(Part.of(place.file(), new GephiEdges(splitter.separator(), headers, asked.reversed())));
        return Optional.of((asked.reversed() ? export.followeeFirst() : export).whole());
    }

    private static boolean isGephi(List<String> headers, boolean forced) {
        List<String> exact = headers.stream().map(String::strip).toList();
        List<String> lower =
                exact.stream().map(header -> header.toLowerCase(Locale.ROOT)).toList();
        return (exact.contains("Source") && exact.contains("Target"))
                || (lower.contains("source") && lower.contains("target") && (forced || lower.contains("type")));
    }
}
