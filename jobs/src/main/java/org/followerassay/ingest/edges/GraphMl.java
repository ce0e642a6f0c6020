package org.followerassay.ingest.edges;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * A graph as XML (GraphML), as NetworkX, igraph, Gephi and yEd write it.
 *
 * <p>An edge's source follows its target. {@code edgedefault} says whether edges have a direction, each edge may say
 * otherwise for itself; one without is read both ways. A document type can draw in other files or unfold without end, so
 * it is refused.
 */
public final class GraphMl implements ExportFormat {
    private static final Pattern GRAPH = Pattern.compile("<(?:[A-Za-z]+:)?graph\\s[^>]*>");
    private static final Pattern DEFAULT = Pattern.compile("edgedefault\\s*=\\s*[\"'](directed|undirected)[\"']");
    private static final Pattern NODES = Pattern.compile("parse\\.nodes\\s*=\\s*[\"']([0-9]{1,18})[\"']");
    private static final Pattern EDGES = Pattern.compile("parse\\.edges\\s*=\\s*[\"']([0-9]{1,18})[\"']");
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z]+:)?graphml[\\s>]");

    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public String about() {
        return "a graph as XML: graphml, graph, node and edge, as NetworkX, igraph and Gephi write it";
    }

    @Override
    public String tiers() {
        return "E T P";
    }

    @Override
    public String direction() {
        return "an edge's source follows its target, which --reversed turns; edges that are undirected are read both ways";
    }

    @Override
    public String limits() {
        return "times and counts only from attributes with a known name, such as since or followers_count; hyperedges,"
                + " ports and default values are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile() || !ROOT.matcher(place.file().start()).find()) {
            return Optional.empty();
        }
        String start = new String(place.file().head(), StandardCharsets.UTF_8);
        if (start.contains("<!DOCTYPE")) {
            throw AssayException.badInput(place.name()
                    + " has a document type (<!DOCTYPE), which can draw in other files: take that line out");
        }
        Matcher found = GRAPH.matcher(start);
        String graph = found.find() ? found.group() : "";
        Matcher ends = DEFAULT.matcher(graph);
        String isDirected = ends.find() ? ends.group(1) : "";
        Export export = Export.of(this, place, "graph")
                .what("GraphML graph")
                .part(Part.of(place.file(), new GraphMlReader(asked.reversed())));
        Matcher nodes = NODES.matcher(graph);
        Matcher edges = EDGES.matcher(graph);
        if (nodes.find()) {
            export.statesAccounts(Long.parseLong(nodes.group(1)));
        }
        if (edges.find()) {
            export.statesTies(Long.parseLong(edges.group(1)));
        }
        if (isDirected.isEmpty()) {
            export.note("it does not say whether edges have a direction (edgedefault): they are read as directed");
        }
        if (isDirected.equals("undirected")) {
            export.undirected();
        } else if (asked.reversed()) {
            export.followeeFirst();
        }
        return Optional.of(export.whole());
    }
}
