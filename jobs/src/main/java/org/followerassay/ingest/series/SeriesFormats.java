package org.followerassay.ingest.series;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/** The formats of streams and series, in the order in which they are tried. */
public final class SeriesFormats {
    public static final List<ExportFormat> ALL = List.of(
            new BlueskyJetstream(),
            new BlueskyCar(),
            new GhArchive(),
            new GhTorrent(),
            new StarScout(),
            new DatedLists(),
            new CountSeries());

    private SeriesFormats() {}
}
