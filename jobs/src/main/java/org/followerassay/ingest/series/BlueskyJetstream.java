package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * What Bluesky's Jetstream says, kept as lines of JSON: every follow and unfollow on the network as it happens.
 *
 * <p>An unfollow is the deletion of a record and names only the record's key: whom it ended is known if its creation is in
 * the same export ({@link RecordKeys}). Programs that reconnect write some lines twice.
 */
public final class BlueskyJetstream implements ExportFormat {
    static final String PLATFORM = "bluesky";
    static final String FOLLOWS = "app.bsky.graph.follow";

    @Override
    public String name() {
        return "bluesky-jetstream";
    }

    @Override
    public String about() {
        return "Bluesky's Jetstream as lines of JSON, a file or a folder of rotated ones, also .gz and .zst:"
                + " {\"did\":…,\"time_us\":…,\"kind\":\"commit\",…}";
    }

    @Override
    public String tiers() {
        return "T P";
    }

    @Override
    public String direction() {
        return "did follows the record's subject; stated by the protocol";
    }

    @Override
    public String limits() {
        return "what changed while it was written down, never the whole list; an unfollow whose follow came earlier names"
                + " nobody; a deleted or suspended account ends all its ties without a line for each; createdAt is a"
                + " claim and is not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> files = RotatedFiles.of(place, FirstRecords::mayBeJsonLines, BlueskyJetstream::isOurs);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, PLATFORM).what("Bluesky Jetstream lines");
        files.forEach(file -> export.part(Part.of(file, new BlueskyJetstreamLines())));
        return Optional.of(export.whole());
    }

    private static boolean isOurs(Entry entry) {
        JsonNode first = FirstRecords.object(entry);
        String did = Json.text(first, "did");
        return did != null && did.startsWith("did:") && first.path("time_us").isIntegralNumber();
    }
}
