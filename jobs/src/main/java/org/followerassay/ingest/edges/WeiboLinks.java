package org.followerassay.ingest.edges;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * The daily links of 1.8 million Weibo accounts from 2012-09-28 to 2012-10-29, as one binary file.
 *
 * <p>As its publisher describes it: the numbers of nodes and edges, for each node its id and how many it follows, for each
 * edge the other id, how many days are noted, and the days on which the edge came or went. Assumed, for want of the file:
 * numbers are little-endian, each node's edges come right after it, the node is the follower, and day 0 is the first of
 * the crawl. An edge whose first day is 0 was there when the crawl began, so it is a tie of that day; any other day is a
 * change, at first a follow, then in turn.
 */
public final class WeiboLinks implements ExportFormat {
    private static final int LEAST_BYTES = 16;

    /** An edge takes 6 bytes at least: the other id, the number of days, one day. */
    private static final int LEAST_EDGE = 6;

    /** Any four letters are a larger number. */
    private static final int MOST_NODES = 1 << 27;

    @Override
    public String name() {
        return "weibo-links";
    }

    @Override
    public String about() {
        return "the link dynamics of Weibo in 2012, one binary file: nodes, their edges, the days on which each changed";
    }

    @Override
    public String tiers() {
        return "E T";
    }

    @Override
    public String direction() {
        return "the node whose block it is follows the other, which --reversed turns";
    }

    @Override
    public String limits() {
        return "the layout follows its description, not the file: little-endian, edges after their node, day 0 is"
                + " 2012-09-28; told by the word weibo in its name, or by --format; changes are known to the day";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        boolean isNamed =
                place.isFile() && place.file().name().toLowerCase(Locale.ROOT).contains("weibo");
        if (!place.isFile() || !(isNamed || asked.forced())) {
            return Optional.empty();
        }
        if (!isPlausible(place.file())) {
            if (asked.forced()) {
                throw AssayException.badInput(place.name()
                        + " does not begin with plausible numbers of nodes and edges in little-endian order:"
                        + " leave --format out");
            }
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(place.file().head()).order(ByteOrder.LITTLE_ENDIAN);
        Export export = Export.of(this, place, "graph")
                .what("link dynamics of Weibo")
                .statesAccounts(numbers.getInt(0))
                .statesTies(numbers.getInt(4))
                .note("read as little-endian, each node followed by its edges, day 0 = 2012-09-28: as described by its"
                        + " publisher, not checked on the file itself")
                .part(Part.of(place.file(), new WeiboReader(asked.reversed())));
        return Optional.of((asked.reversed() ? export.followeeFirst() : export).whole());
    }

    /** True if the first numbers can be what they are said to be, and are no letters. */
    private static boolean isPlausible(Entry file) {
        byte[] head = file.head();
        if (head.length < LEAST_BYTES) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long nodes = numbers.getInt(0);
        long edges = numbers.getInt(4);
        long follows = numbers.getInt(12);
        boolean fits =
                file.stretch().compression() != Compression.NONE || 8 + 8 * nodes + LEAST_EDGE * edges <= file.bytes();
        return fits
                && nodes > 0
                && nodes < MOST_NODES
                && edges >= 0
                && numbers.getInt(8) >= 0
                && follows >= 0
                && follows <= edges;
    }
}
