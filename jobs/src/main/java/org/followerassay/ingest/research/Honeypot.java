package org.followerassay.ingest.research;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The social honeypots of Lee, Eoff and Caverlee (2011): profiles of content polluters and of others, without ties.
 *
 * <p>The files {@code …_followings.txt} look like adjacency lists and are none: after the account stand the lengths of its
 * list, one after the other as they were seen. When each was seen is not said, so no length can be given a time.
 */
public final class Honeypot implements ExportFormat {
    private static final String FOLDER = "(?:social_honeypot_icwsm_2011/)?";
    private static final String CLASS = "(?:content_polluters|legitimate_users)";
    private static final Pattern PROFILES = Pattern.compile(FOLDER + CLASS + "\\.txt");
    private static final Pattern LENGTHS = Pattern.compile(FOLDER + CLASS + "_followings\\.txt");

    @Override
    public String name() {
        return "honeypot";
    }

    @Override
    public String about() {
        return "the social honeypot set of Lee, Eoff and Caverlee (2011): content_polluters.txt and legitimate_users.txt";
    }

    @Override
    public String tiers() {
        return "P";
    }

    @Override
    public String direction() {
        return "no ties: the lists after an account in *_followings.txt are lengths of its list, not accounts";
    }

    @Override
    public String limits() {
        return "the lengths in *_followings.txt carry no dates, so they are counted but not kept; an account may stand in"
                + " both classes (44 do); tweets are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> profiles = place.matching(PROFILES).stream()
                .filter(entry -> entry.lines().stream().limit(1).anyMatch(line -> HoneypotAccounts.isOne(line)))
                .toList();
        List<Entry> lengths = place.matching(LENGTHS);
        if (profiles.isEmpty() && lengths.isEmpty()) {
            return Optional.empty();
        }
        if (profiles.isEmpty()) {
            throw AssayException.badInput(lengths.get(0).shown()
                    + " holds lengths of follow lists without dates, not ties: name the folder with content_polluters.txt"
                    + " and legitimate_users.txt");
        }
        Export export = Export.of(this, place, "x").what("social honeypot set of 2011");
        profiles.forEach(entry -> export.part(Part.of(entry, new HoneypotAccounts())));
        lengths.forEach(entry -> export.part(Part.of(entry, new HoneypotLengths())));
        if (!lengths.isEmpty()) {
            export.note("the series of list lengths (*_followings.txt) has no dates, so none of it is kept");
        }
        return Optional.of(export.whole());
    }
}
