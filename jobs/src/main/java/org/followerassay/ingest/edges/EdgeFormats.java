package org.followerassay.ingest.edges;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/** The formats of published graphs, in the order in which they are tried. */
public final class EdgeFormats {
    public static final List<ExportFormat> ALL = List.of(
            new SnapEgo(),
            new WebGraph(),
            new Pokec(),
            new Kwak(),
            new MatrixMarket(),
            new Konect(),
            new GraphMl(),
            new Neo4jCsv(),
            new GephiCsv(),
            new WeiboLinks(),
            new EdgeList());

    private EdgeFormats() {}
}
