package org.followerassay.ingest.edges;

import java.util.ArrayList;
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
 * A graph of the Laboratory for Web Algorithmics, packed by WebGraph: NAME.graph and NAME.properties in one folder.
 *
 * <p>The format does not say what an arc means. It is read as follower → followee, but twitter-2010 runs the other way:
 * "there is an arc from x to y if y is a follower of x". A graph NAME-t beside NAME is the same with all arcs turned; only
 * NAME is read then. Nodes are numbers of the packed graph, not ids of the platform.
 *
 * <p>WebGraph's own library opens files on a local disk only and brings 24 MB of collections; exports also lie in zips and
 * on clusters, so the stream is unpacked here, and the tests compare with the library.
 */
public final class WebGraph implements ExportFormat {
    private static final String GRAPH = ".graph";
    private static final String PROPERTIES = ".properties";
    private static final String TRANSPOSED = "-t";

    /** Names of sets whose arcs run from the followee to its followers; -nat and -hc are other orders of the nodes. */
    private static final Pattern FOLLOWEE_FIRST = Pattern.compile("twitter-2010(?:-nat|-hc)*");

    @Override
    public String name() {
        return "webgraph";
    }

    @Override
    public String about() {
        return "a graph packed by WebGraph (BVGraph): a folder with NAME.graph and NAME.properties; NAME.offsets is not"
                + " needed";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "an arc runs from follower to followee, in twitter-2010 from followee to follower; --reversed turns either";
    }

    @Override
    public String limits() {
        return "numbers of nodes instead of ids, no times, no profiles; one task reads it, and labels are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (place.isFile()) {
            return refuseAlone(place, asked);
        }
        List<String> names = names(place);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> turned = names.stream()
                .filter(name -> name.endsWith(TRANSPOSED)
                        && names.contains(name.substring(0, name.length() - TRANSPOSED.length())))
                .toList();
        List<String> read =
                names.stream().filter(name -> !turned.contains(name)).toList();
        if (read.size() > 1) {
            throw AssayException.badInput(place.name() + " holds " + read.size()
                    + " packed graphs, which number their nodes apart: give each a folder, and name one");
        }
        String name = read.get(0);
        BvCodes codes = BvCodes.of(place.entry(name + PROPERTIES).orElseThrow());
        boolean followeeFirst = isFolloweeFirst(name) != asked.reversed();
        Entry graph = place.entry(name + GRAPH).orElseThrow();
        Export export = Export.of(this, place, "graph")
                .what("graph packed by WebGraph")
                .statesAccounts(codes.nodes())
                .statesTies(codes.arcs())
                .part(Part.of(graph, new BvGraphReader(codes, followeeFirst)));
        direction(export, name, asked.reversed());
        if (!turned.isEmpty()) {
            export.note(turned.get(0) + " is the same graph with all arcs turned, and is not read");
        }
        return Optional.of((followeeFirst ? export.followeeFirst() : export).whole());
    }

    private static void direction(Export export, String name, boolean reversed) {
        if (!FOLLOWEE_FIRST.matcher(bare(name)).matches()) {
            export.note("the format does not say what an arc means: it is read as running from "
                    + (reversed ? "the followee to the follower" : "the follower to the followee"));
            return;
        }
        export.note(
                isFolloweeFirst(name)
                        ? "an arc of twitter-2010 runs from x to y if y follows x, so the followee comes first"
                        : "this is twitter-2010 with its arcs turned: they run from the follower to the followee");
        if (reversed) {
            export.note("--reversed turns that");
        }
    }

    private static boolean isFolloweeFirst(String name) {
        return FOLLOWEE_FIRST.matcher(name).matches();
    }

    private static String bare(String name) {
        return name.endsWith(TRANSPOSED) ? name.substring(0, name.length() - TRANSPOSED.length()) : name;
    }

    /** The graphs directly in a folder, each with its properties. */
    private static List<String> names(Place place) {
        List<String> names = new ArrayList<>();
        for (Entry entry : place.entries()) {
            String path = entry.path();
            String name = path.endsWith(GRAPH) ? path.substring(0, path.length() - GRAPH.length()) : "/";
            if (name.indexOf('/') < 0 && place.entry(name + PROPERTIES).isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    /** METIS writes graphs as texts that end in .graph, too; those are left alone. */
    private static Optional<Export> refuseAlone(Place place, Asked asked) {
        boolean isPacked = place.file().name().endsWith(GRAPH)
                && FirstLines.of(place.file()).isEmpty()
                && place.file().bytes() > 0;
        if (isPacked || asked.forced()) {
            throw AssayException.badInput(
                    place.name() + " cannot be read by itself: name the folder that holds NAME.graph"
                            + " and NAME.properties, which says how the graph is packed");
        }
        return Optional.empty();
    }
}
