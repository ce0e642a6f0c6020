package org.followerassay.ingest.series;

import com.fasterxml.jackson.core.JsonProcessingException;
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
 * GitHub's public events as GH Archive keeps them, a file an hour: follows up to 2013, stars since then and before.
 *
 * <p>Some early hours have no line feeds between the events. An unfollow and an unstar are no events at all.
 */
public final class GhArchive implements ExportFormat {
    static final String PLATFORM = "github";

    @Override
    public String name() {
        return "gharchive";
    }

    @Override
    public String about() {
        return "hours of GH Archive, a file such as 2013-01-01-0.json.gz or a folder of them: FollowEvent and WatchEvent of"
                + " 2011 and later";
    }

    @Override
    public String tiers() {
        return "T P I";
    }

    @Override
    public String direction() {
        return "the actor of a FollowEvent follows payload.target; stated by GitHub's event";
    }

    @Override
    public String limits() {
        return "what began, never what ended: no unfollow, no unstar; FollowEvent ended in December 2013; a WatchEvent is a"
                + " star, counted by the day; accounts go by login, so that a renamed one is two";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> files = RotatedFiles.of(place, FirstRecords::mayBeJsonLines, GhArchive::isOurs);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, PLATFORM).what("GH Archive events");
        files.forEach(
                file -> export.part(Part.of(file, isSequence(file) ? new GhArchiveSequence() : new GhArchiveLines())));
        return Optional.of(export.whole());
    }

    private static boolean isOurs(Entry entry) {
        JsonNode first = FirstRecords.object(entry);
        String type = Json.text(first, "type");
        return type != null
                && type.endsWith("Event")
                && first.has("created_at")
                && first.has("actor")
                && first.has("payload");
    }

    /** True if the first line holds more than one event, or never ends. */
    private static boolean isSequence(Entry entry) {
        List<String> lines = FirstRecords.lines(entry);
        if (lines.isEmpty()) {
            return entry.bytes() > 0 && FirstRecords.text(entry).indexOf('\n') < 0;
        }
        try {
            Json.of(lines.get(0));
            return false;
        } catch (JsonProcessingException moreOrDamaged) {
            return lines.get(0).contains("}{");
        }
    }
}
