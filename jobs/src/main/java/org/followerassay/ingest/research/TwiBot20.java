package org.followerassay.ingest.research;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * TwiBot-20 (Feng and others, 2021): accounts with profile and tweets, and a few of their neighbours.
 *
 * <p>Neighbours were drawn at random, so no list of it is whole, and no place in one means anything.
 */
public final class TwiBot20 implements ExportFormat {
    private static final Pattern PART = Pattern.compile("(?:train|dev|test|support)\\.json");
    private static final Pattern JSON = Pattern.compile("[^/]+\\.json");
    private static final Pattern FIRST_ACCOUNT =
            Pattern.compile("\\s*\\[\\s*\\{\\s*\"ID\"\\s*:\\s*\"[0-9]+ ?\"\\s*,\\s*\"profile\"\\s*:.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "twibot-20";
    }

    @Override
    public String about() {
        return "the labelled set TwiBot-20: train.json, dev.json, test.json, support.json, or a file like them";
    }

    @Override
    public String tiers() {
        return "E P";
    }

    @Override
    public String direction() {
        return "neighbor.following are whom the account follows, neighbor.follower who follows it";
    }

    @Override
    public String limits() {
        return "neighbours are a random sample, so no list is whole; no time of collection (say --snapshot), none of"
                + " ties; tweets and labels are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> files = place.matching(place.isFile() ? JSON : PART).stream()
                .filter(entry -> FIRST_ACCOUNT.matcher(entry.start()).matches())
                .toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Export export =
                Export.of(this, place, "x").what("labelled set TwiBot-20").partial(TwiBot20Accounts.SAMPLE);
        files.forEach(entry -> export.part(Part.of(entry, new TwiBot20Accounts())));
        return Optional.of(export.whole());
    }
}
