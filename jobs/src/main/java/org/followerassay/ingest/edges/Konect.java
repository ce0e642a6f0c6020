package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * A network of KONECT (Kunegis, WWW Companion 2013): {@code out.<name>}, whose first line says whether ties have a
 * direction and what weights mean.
 *
 * <p>The first account follows the second; numbers begin with 1. {@code sym} has no direction. {@code bip} numbers two
 * kinds of things apart, so that 1 on the left is not 1 on the right: it is refused. In a set of changes
 * ({@code dynamic}) weight 1 says that a tie began at the time given and -1 that it ended; whoever took all lines for ties
 * would count the ended ones.
 */
public final class Konect implements ExportFormat {
    private static final Pattern FIRST_LINE = Pattern.compile("%\\s*(sym|asym|bip)\\s+([a-z]+)\\s*");
    private static final Pattern COUNTS =
            Pattern.compile("%\\s*([0-9]{1,18})\\s+([0-9]{1,18})(?:\\s+([0-9]{1,18}))?\\s*");
    private static final Pattern BESIDE = Pattern.compile("(?:meta|README|ent|rel)[._].*|README|out\\..*");
    private static final Pattern NETWORK = Pattern.compile("out\\..*");

    @Override
    public String name() {
        return "konect";
    }

    @Override
    public String about() {
        return "a network of KONECT, out.NAME by itself or in its folder: from, to, weight and time in seconds, below a"
                + " line such as % asym unweighted";
    }

    @Override
    public String tiers() {
        return "E T";
    }

    @Override
    public String direction() {
        return "the first account follows the second (asym), or each the other (sym); --reversed turns it";
    }

    @Override
    public String limits() {
        return "no profiles; a set of changes tells when ties began and ended, but not which stood before its first line";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        Optional<Entry> file = place.isFile() ? Optional.of(place.file()) : network(place);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = FirstLines.of(file.get());
        Matcher first = FIRST_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        return first.matches()
                ? Optional.of(export(place, file.get(), first.group(1), first.group(2), lines, asked))
                : Optional.empty();
    }

    /** The one network in a folder that holds nothing else but what KONECT packs beside it. */
    private static Optional<Entry> network(Place folder) {
        List<Entry> networks = folder.matching(NETWORK);
        boolean isOne = networks.size() == 1
                && folder.entries().stream()
                        .allMatch(entry -> BESIDE.matcher(entry.path()).matches());
        return isOne ? Optional.of(networks.get(0)) : Optional.empty();
    }

    private Export export(Place place, Entry file, String ends, String weights, List<String> lines, Asked asked) {
        if (ends.equals("bip")) {
            throw AssayException.badInput(file.shown() + " is a network of two kinds of things (bip), which number them"
                    + " apart and holds no follows: take one whose first line says asym or sym");
        }
        boolean undirected = ends.equals("sym");
        boolean changes = weights.equals("dynamic")
                || file.name().toLowerCase(Locale.ROOT).contains("link-dynamic");
        Export export = Export.of(this, place, "graph")
                .what(changes ? "KONECT network of changes" : "KONECT network")
                .part(Part.of(file, new KonectLine(asked.reversed(), undirected, changes)));
        Matcher counts = COUNTS.matcher(lines.size() > 1 ? lines.get(1) : "");
        if (counts.matches()) {
            export.statesTies(Long.parseLong(counts.group(1)));
            export.statesAccounts(Long.parseLong(counts.group(2)));
        }
        if (changes) {
            export.note("its lines are changes: weight 1 is a follow, -1 an unfollow; no list of a day is in it");
        } else if (weights.equals("signed") || weights.equals("multisigned")) {
            export.note("weights are signs: a line with a negative one says distrust, and is rejected");
        }
        if (undirected) {
            export.undirected();
        } else if (asked.reversed()) {
            export.followeeFirst();
        }
        return export.whole();
    }
}
