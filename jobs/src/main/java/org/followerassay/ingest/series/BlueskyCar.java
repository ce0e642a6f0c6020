package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Json;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/**
 * An account's own repository on Bluesky (AT Protocol) as a CAR file: among posts and likes, whom it follows.
 *
 * <p>It is a state: what was unfollowed is gone, and only records that the tree leads to count. The commit at its root says
 * whose it is, and by its revision when it last changed.
 */
public final class BlueskyCar implements ExportFormat {
    private static final Pattern NAME = Pattern.compile(".*\\.car(?:\\.gz|\\.zst)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "bluesky-car";
    }

    @Override
    public String about() {
        return "an account's repository on Bluesky or any AT Protocol server, a .car file";
    }

    @Override
    public String tiers() {
        return "E T";
    }

    @Override
    public String direction() {
        return "the repository's owner follows the subject of each follow record";
    }

    @Override
    public String limits() {
        return "whom the owner follows, not who follows the owner; followed_at is createdAt as the owner's program claims"
                + " it, or, where that is no time, the time in the record's key; a file of up to 1 GiB";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) throws IOException {
        if (!place.isFile()
                || !(asked.forced() || NAME.matcher(place.fileName()).matches())) {
            return Optional.empty();
        }
        Entry file = place.file();
        JsonNode commit;
        try {
            commit = commit(file);
        } catch (IOException damaged) {
            if (!asked.forced()) {
                // Other programs name other things .car, too.
                return Optional.empty();
            }
            throw AssayException.badInput(
                    file.shown() + " is no repository in a CAR file (" + damaged.getMessage() + "): download it again",
                    damaged);
        }
        String did = Json.text(commit, "did");
        if (did == null) {
            throw AssayException.badInput(
                    file.shown()
                            + " is a CAR file, but not the repository of an account, or its commit is missing: download it again");
        }
        refuseTooLarge(file);
        Owner owner = asked.givenOwner(BlueskyJetstream.PLATFORM)
                .orElseGet(() -> asked.owner(BlueskyJetstream.PLATFORM, did, "its commit"));
        Export export = Export.of(this, place, BlueskyJetstream.PLATFORM)
                .what("Bluesky repository of one account")
                .ownedBy(owner)
                .holds(Owner.FOLLOWEES)
                .part(Part.of(file, new BlueskyCarReader()));
        String revision = Json.text(commit, "rev");
        OptionalLong changed = revision == null ? OptionalLong.empty() : Tid.micros(revision);
        changed.ifPresent(micros -> export.takenAt(Times.instant(micros), "when the repository last changed"));
        return Optional.of(export.whole());
    }

    private static JsonNode commit(Entry file) throws IOException {
        try (CarBlocks blocks = new CarBlocks(file.open())) {
            while (blocks.next()) {
                if (blocks.cid().equals(blocks.root())) {
                    return blocks.value();
                }
            }
            return Json.NOTHING;
        }
    }

    private static void refuseTooLarge(Entry file) {
        if (file.bytes() > CarBlocks.LARGEST_FILE) {
            throw AssayException.badInput(
                    file.shown() + " is larger than 1 GiB, which no repository of one account is: name its own file");
        }
    }
}
