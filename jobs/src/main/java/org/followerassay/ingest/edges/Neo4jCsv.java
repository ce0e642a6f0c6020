package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.RowReader;

/**
 * Tables for Neo4j's bulk import, whose headers carry types: {@code :START_ID(Account),:END_ID(Account),:TYPE} for
 * relationships, {@code accountId:ID(Account),…,:LABEL} for nodes.
 *
 * <p>The start of a relationship follows its end, but only where its type says so: a table also holds posts, likes and
 * {@code FOLLOWED_BY}, which runs the other way. Nodes are read only if they are labelled as accounts, since posts have a
 * creation time, too.
 */
public final class Neo4jCsv implements ExportFormat {
    @Override
    public String name() {
        return "neo4j-csv";
    }

    @Override
    public String about() {
        return "tables for Neo4j's bulk import, with headers such as :START_ID,:END_ID,:TYPE or accountId:ID,:LABEL";
    }

    @Override
    public String tiers() {
        return "E T P";
    }

    @Override
    public String direction() {
        return "the start follows the end in relationships of type FOLLOWS, which --reversed turns; other types are left out";
    }

    @Override
    public String limits() {
        return "the header must be the file's first line, not a file of its own; cells that go on over lines are rejected";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile()) {
            return Optional.empty();
        }
        List<String> lines = FirstLines.of(place.file());
        String line = lines.isEmpty() ? "" : lines.get(0);
        CellSplitter splitter = CellSplitter.of(line);
        List<String> cells = line.contains(":") ? splitter.cells(line) : null;
        if (cells == null || splitter.separator() == ' ') {
            return Optional.empty();
        }
        Neo4jHeader header = Neo4jHeader.of(cells);
        String file = place.file().name().toLowerCase(Locale.ROOT);
        Export export = Export.of(this, place, "graph");
        if (header.place("START_ID") >= 0 && header.place("END_ID") >= 0) {
            boolean isNamed = file.contains("follow") && !file.contains("followed_by");
            if (header.place("TYPE") < 0 && !isNamed && !asked.forced()) {
                return Optional.empty();
            }
            if (header.place("TYPE") < 0) {
                export.note("no column :TYPE says what a relationship is: all are read as follows");
            }
            if (asked.reversed()) {
                export.followeeFirst();
            }
            RowReader reader = new Neo4jRelationships(splitter, header, asked.reversed());
            return Optional.of(export.what("relationships for Neo4j")
                    .part(Part.of(place.file(), reader))
                    .whole());
        }
        if (header.place("ID") < 0) {
            return Optional.empty();
        }
        RowReader reader = new Neo4jNodes(splitter, header);
        return Optional.of(export.what("nodes for Neo4j")
                .part(Part.of(place.file(), reader))
                .whole());
    }
}
