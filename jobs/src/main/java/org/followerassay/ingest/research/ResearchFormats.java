package org.followerassay.ingest.research;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/** The formats of studies' data sets, in the order in which they are tried. */
public final class ResearchFormats {
    public static final List<ExportFormat> ALL = List.of(new Cresci(), new TwiBot20(), new TwiBot22(), new Honeypot());

    private ResearchFormats() {}
}
