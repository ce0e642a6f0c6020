package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.Times;

/**
 * A plain edge list, as SNAP and many others publish graphs: two numbers a line, comments after # or %.
 *
 * <p>The first account follows the second. twitter-2010 of SNAP runs the other way ("an edge from i to j indicates that j
 * is a follower of i") and is told by its name or header. Copies on the way lose the comments, gain a line of counts, a
 * third column, commas or carriage returns; none of that is taken for a tie.
 *
 * <p>SNAP writes "Directed graph (each unordered pair of nodes is saved once)" above sets that are directed and above sets
 * that are not, so only the word "undirected" counts.
 */
public final class EdgeList implements ExportFormat {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern ID = Pattern.compile("[0-9]+");
    private static final Pattern FOLLOWEE_FIRST =
            Pattern.compile("twitter[-_]?2010|twitter_rv|\\bj is a follower of i\\b|\\bj follows i\\b");
    private static final String LOST_DIRECTION = "soc-twitter-follows-mun";
    private static final int MOST_CELLS = 4;

    @Override
    public String name() {
        return "edgelist";
    }

    @Override
    public String about() {
        return "a text with one tie per line, two numbers parted by blanks, tabs or commas, comments after # or % (SNAP),"
                + " plain, .gz, .bz2 or .zst";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "the first account follows the second, but in SNAP's twitter-2010 the second follows the first; --reversed"
                + " turns either";
    }

    @Override
    public String limits() {
        return "no times and no profiles, columns after the second are not read; numbers of more than 19 digits are"
                + " rejected; pairs of names are read with --format edgelist";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile()) {
            return Optional.empty();
        }
        List<String> lines = asked.forced() ? place.file().lines() : FirstLines.of(place.file());
        EdgeHeader header = EdgeHeader.of(place.file(), lines);
        boolean isEdges = header.tie() == null
                ? lines.stream().anyMatch(EdgeCells::isComment)
                : asked.forced() ? EdgeCells.count(header.tie()) >= 2 : isTie(header.tie());
        return isEdges ? Optional.of(export(place, header, asked)) : Optional.empty();
    }

    /** True for two ids and at most two other numbers; more numbers are a series or a table. */
    static boolean isTie(String line) {
        int cells = EdgeCells.count(line);
        boolean isTie = cells >= 2 && cells <= MOST_CELLS;
        for (int place = 0; isTie && place < cells; place++) {
            Pattern wanted = place < 2 ? ID : NUMBER;
            isTie = wanted.matcher(EdgeCells.cell(line, place)).matches();
        }
        return isTie;
    }

    private Export export(Place place, EdgeHeader header, Asked asked) {
        Entry file = place.file();
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean isLost = name.startsWith(LOST_DIRECTION);
        boolean undirected = isLost
                || header.comments().contains("undirected")
                || header.comments().startsWith("% sym");
        boolean isKnown = FOLLOWEE_FIRST.matcher(name).find()
                || FOLLOWEE_FIRST.matcher(header.comments()).find();
        boolean reversed = isKnown != asked.reversed();
        boolean named = header.tie() != null && !isTie(header.tie());
        Export export = Export.of(this, place, "graph")
                .what("edge list")
                .part(Part.of(file, new EdgeLine(header.headerLines(), reversed, undirected, named)));
        Times.dayIn(place.fileName()).ifPresent(day -> export.takenAt(day, "from the file's name"));
        header.ties().ifPresent(export::statesTies);
        header.accounts().ifPresent(export::statesAccounts);
        direction(export, isKnown, reversed, undirected);
        if (isLost) {
            export.note("the copy of this set is published without direction: who follows whom is lost,"
                    + " take the directed set of KONECT");
        }
        if (header.headerLines() > 0) {
            export.note("line " + header.headerLines() + " is read as counts, not as a tie");
        }
        if (header.tie() != null && EdgeCells.count(header.tie()) > 2) {
            export.note("only the first two columns are read; a line whose third is negative is rejected");
        }
        return export.whole();
    }

    private static void direction(Export export, boolean isKnown, boolean reversed, boolean undirected) {
        if (undirected) {
            export.undirected();
            return;
        }
        if (isKnown) {
            export.note("this set names the account that is followed first: an edge from i to j says that j follows i");
        }
        if (isKnown && !reversed) {
            export.note("--reversed turns that, so that the first account is read as the follower");
        }
        if (reversed) {
            export.followeeFirst();
        }
    }
}
