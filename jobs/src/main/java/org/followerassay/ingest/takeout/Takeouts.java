package org.followerassay.ingest.takeout;

import java.util.List;
import org.followerassay.ingest.format.ExportFormat;

/** The formats of platforms' takeouts, in the order in which they are tried. */
public final class Takeouts {
    public static final List<ExportFormat> ALL =
            List.of(new XArchive(), new Instagram(), new Facebook(), new LinkedIn(), new TikTok(), new Mastodon());

    private Takeouts() {}
}
