package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The crawl of all of Twitter in 2009 (Kwak, Lee, Park and Moon, WWW 2010) with the ids that Twitter gave.
 *
 * <p>A line is an account, a tab and one of its followers: the followee comes first. The file is told by its name only,
 * for pairs of numbers look like any edge list.
 */
public final class Kwak implements ExportFormat {
    private static final Pattern NAME = Pattern.compile("twitter_rv(?:[._-].*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "kwak";
    }

    @Override
    public String about() {
        return "twitter_rv.net, the Twitter crawl of 2009 by Kwak and others: account, tab, follower";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "the second account follows the first; --reversed turns it";
    }

    @Override
    public String limits() {
        return "told by its name, twitter_rv; real ids of 2009, no times, no profiles";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        boolean isNamed = place.isFile()
                && (asked.forced() || NAME.matcher(place.file().name()).matches());
        if (!isNamed) {
            return Optional.empty();
        }
        List<String> lines = asked.forced() ? place.file().lines() : FirstLines.of(place.file());
        EdgeHeader header = EdgeHeader.of(place.file(), lines);
        if (header.tie() == null || !EdgeList.isTie(header.tie())) {
            return Optional.empty();
        }
        boolean followeeFirst = !asked.reversed();
        Export export = Export.of(this, place, "x")
                .what("Twitter crawl of 2009")
                .part(Part.of(place.file(), new EdgeLine(header.headerLines(), followeeFirst, false, false)))
                .note(
                        followeeFirst
                                ? "a line is an account and one of its followers: the second follows the first"
                                : "--reversed turns the order of this set, so that the first account is read as the follower");
        return Optional.of((followeeFirst ? export.followeeFirst() : export).whole());
    }
}
