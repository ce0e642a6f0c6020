package org.followerassay.ingest;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/**
 * Formats that come from the same kind of place, as they are shown to people.
 *
 * @param name the place in a few words, such as "graphs as they are published"
 */
public record FormatFamily(String name, List<ExportFormat> formats) {
    public FormatFamily {
        formats = List.copyOf(formats);
    }
}
