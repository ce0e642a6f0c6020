package org.followerassay.ingest;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/** The formats in the order in which they are tried, for tests in other packages. */
public final class AllFormats {
    public static List<ExportFormat> list() {
        return Formats.ALL;
    }

    private AllFormats() {}
}
