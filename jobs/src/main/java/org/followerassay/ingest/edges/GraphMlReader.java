package org.followerassay.ingest.edges;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/**
 * Reads the nodes and edges of a GraphML document as they come, each a record. A record begins once its element is read
 * to its end, so that none is left without a verdict where the document breaks off.
 */
final class GraphMlReader implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 4_000;

    private final boolean reversed;

    GraphMlReader(boolean reversed) {
        this.reversed = reversed;
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>(NodeFacts.columns());
        columns.addAll(Set.of("follower", "followee", "followed_at"));
        return columns;
    }

    @Override
    public Records open(InputStream in, RowSink rows) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Elements(factory.createXMLStreamReader(in), rows);
        } catch (XMLStreamException damaged) {
            throw damage(damaged);
        }
    }

    private static IOException damage(XMLStreamException why) {
        return new IOException(
                "line " + why.getLocation().getLineNumber() + " is not XML as expected, or the file is cut short", why);
    }

    private final class Elements implements Records {
        private final XMLStreamReader xml;
        private final RowSink rows;
        private final Map<String, NodeFacts.Fact> facts = new HashMap<>();
        private final Set<String> since = new HashSet<>();
        private final Deque<Boolean> directed = new ArrayDeque<>();

        Elements(XMLStreamReader xml, RowSink rows) {
            this.xml = xml;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            try {
                while (xml.hasNext()) {
                    if (isRecord(xml.next())) {
                        return true;
                    }
                }
                return false;
            } catch (XMLStreamException damaged) {
                throw damage(damaged);
            }
        }

        private boolean isRecord(int event) throws XMLStreamException, IOException {
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("it has a document type or an entity of its own, which can draw in other files");
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("graph")) {
                directed.pop();
            }
            return event == XMLStreamConstants.START_ELEMENT && isRecord(xml.getLocalName());
        }

        private boolean isRecord(String element) throws XMLStreamException {
            switch (element) {
                case "key" -> key();
                case "graph" -> directed.push(!"undirected".equals(attribute("edgedefault")));
                case "node" -> node();
                case "edge" -> edge();
                case "hyperedge" -> {
                    rows.record(() -> "<hyperedge>");
                    rows.other();
                }
                default -> {}
            }
            return element.equals("node") || element.equals("edge") || element.equals("hyperedge");
        }

        private void key() {
            String id = attribute("id");
            String name = attribute("attr.name");
            String on = attribute("for");
            if (id == null || name == null) {
                return;
            }
            boolean isOfBoth = on == null || on.equals("all");
            NodeFacts.Fact fact = NodeFacts.of(name);
            if (fact != null && (isOfBoth || on.equals("node"))) {
                facts.put(id, fact);
            }
            if (NodeFacts.isSince(name) && (isOfBoth || on.equals("edge"))) {
                since.add(id);
            }
        }

        private void node() throws XMLStreamException {
            String id = attribute("id");
            Map<NodeFacts.Fact, String> said = new LinkedHashMap<>();
            data("node").forEach((key, value) -> {
                if (facts.containsKey(key)) {
                    said.put(facts.get(key), value);
                }
            });
            rows.record(() -> "<node id=\"" + id + "\">");
            if (id == null || id.isBlank()) {
                rows.reject(RejectReason.MISSING_CELL, "the node has no id");
            } else if (said.isEmpty()) {
                rows.other();
            } else {
                StagedRow profile = NodeFacts.put(rows.profile(), "account", id);
                said.forEach((fact, value) -> profile.cell(fact.column(), fact.kind(), value));
                profile.keep();
            }
        }

        private void edge() throws XMLStreamException {
            String source = attribute("source");
            String target = attribute("target");
            String said = attribute("directed");
            boolean isDirected = said == null ? directed.isEmpty() || directed.peek() : !said.equals("false");
            String time = data("edge").entrySet().stream()
                    .filter(data -> since.contains(data.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            rows.record(() -> "<edge source=\"" + source + "\" target=\"" + target + "\">");
            if (source == null || target == null || source.isBlank() || target.isBlank()) {
                rows.reject(RejectReason.MISSING_CELL, "the edge has no source or no target");
                return;
            }
            tie(reversed ? target : source, reversed ? source : target, time);
            if (!isDirected && !source.equals(target)) {
                tie(reversed ? source : target, reversed ? target : source, time);
            }
        }

        private void tie(String follower, String followee, String time) {
            NodeFacts.put(NodeFacts.put(rows.tie(), "follower", follower), "followee", followee)
                    .time("followed_at", time)
                    .keep();
        }

        /** The values inside an element, by key; a graph within a node ends them and is read after it. */
        private Map<String, String> data(String element) throws XMLStreamException {
            Map<String, String> values = new LinkedHashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                boolean isEnd = event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(element);
                if (isEnd) {
                    return values;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("graph")) {
                        directed.push(!"undirected".equals(attribute("edgedefault")));
                        return values;
                    }
                    if (name.equals("data")) {
                        values.put(String.valueOf(attribute("key")), text());
                    }
                }
            }
            return values;
        }

        /** The text of the data element at hand, as far as a value goes; whatever elements are in it. */
        private String text() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (xml.isCharacters() && text.length() < LONGEST_VALUE) {
                    text.append(xml.getText());
                }
            }
            return text.toString();
        }

        private String attribute(String name) {
            return xml.getAttributeValue(null, name);
        }

        @Override
        public void close() throws IOException {
            try {
                xml.close();
            } catch (XMLStreamException unclosed) {
                throw damage(unclosed);
            }
        }
    }
}
