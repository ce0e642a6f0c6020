package org.followerassay.ingest.edges;

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
 * The social network Pokec as SNAP publishes it (Takac and Zabovsky, 2012): relationships and profiles.
 *
 * <p>A line {@code a b} is a friendship that a declared: a follows b. Of the profiles only what has a meaning here is
 * read: when the account was registered, and whether all its friendships are public. Where they are not, its list of
 * followees is not whole. The last login is no post, and what people wrote of themselves is not looked at.
 */
public final class Pokec implements ExportFormat {
    private static final Pattern RELATIONSHIPS = Pattern.compile("soc-pokec-relationships.*\\.txt(?:\\.gz|\\.zst)?");
    private static final Pattern PROFILES = Pattern.compile("soc-pokec-profiles.*\\.txt(?:\\.gz|\\.zst)?");

    @Override
    public String name() {
        return "pokec";
    }

    @Override
    public String about() {
        return "soc-pokec-relationships.txt and soc-pokec-profiles.txt of SNAP, plain or .gz, together or alone";
    }

    @Override
    public String tiers() {
        return "E P";
    }

    @Override
    public String direction() {
        return "the first account declared the friendship, so it follows the second; --reversed turns it";
    }

    @Override
    public String limits() {
        return "of profiles only the registration and whether friendships are public; told by the names of the files";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        List<Entry> relationships = place.matching(RELATIONSHIPS);
        List<Entry> profiles = place.matching(PROFILES);
        if (relationships.size() + profiles.size() == 0 || relationships.size() > 1 || profiles.size() > 1) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, "graph").what("social network Pokec");
        for (Entry file : relationships) {
            export.part(Part.of(file, new EdgeLine(0, asked.reversed(), false, false)));
        }
        for (Entry file : profiles) {
            export.part(Part.of(file, new PokecProfile()));
        }
        return Optional.of((asked.reversed() ? export.followeeFirst() : export).whole());
    }
}
