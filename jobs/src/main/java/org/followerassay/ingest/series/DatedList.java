package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.followerassay.ingest.format.CsvReader;
import org.followerassay.ingest.format.JsonArrayReader;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;

/**
 * One file with one whole list. An empty file is a list of nobody, which may be true or a failed download: it is said to be
 * not complete.
 */
final class DatedList implements RowReader {
    private static final long serialVersionUID = 1L;

    private final ListForm form;
    private final String direction;
    private final long snapshot;

    DatedList(ListForm form, String direction, long snapshot) {
        this.form = form;
        this.direction = direction;
        this.snapshot = snapshot;
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "snapshot", "account", "stated", "complete", "reason");
    }

    @Override
    public Records open(InputStream in, RowSink rows) throws IOException {
        Listing listing = new Listing(form, direction, snapshot);
        Records records = reader(listing).open(in, rows);
        return new Records() {
            private boolean over;

            @Override
            public boolean next() throws IOException {
                boolean more = records.next();
                if (!more && !over) {
                    over = true;
                    listing.end(rows);
                }
                return more;
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }

    private RowReader reader(Listing listing) {
        return switch (form.kind()) {
            case PLAIN -> new PlainList(listing);
            case TABLE -> new TableList(listing, form.header());
            case JSON -> new JsonList(listing);
        };
    }

    /** What all forms have in common, and whether anybody was listed. */
    private static final class Listing implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ListForm form;
        private final String direction;
        private final long snapshot;
        private long listed;

        Listing(ListForm form, String direction, long snapshot) {
            this.form = form;
            this.direction = direction;
            this.snapshot = snapshot;
        }

        void take(String account, RowSink rows) {
            listed++;
            StagedRow tie = rows.listed(direction).micros("snapshot", snapshot);
            String end = Owner.otherEnd(direction);
            (form.holdsNames() ? tie.name(end, account) : tie.account(end, account)).keep();
        }

        void reject(RejectReason reason, String explanation, RowSink rows) {
            listed++;
            rows.reject(reason, explanation);
        }

        void end(RowSink rows) {
            if (listed == 0) {
                rows.ofOwner(Kind.LIST)
                        .text("direction", direction)
                        .micros("snapshot", snapshot)
                        .count("stated", 0)
                        .flag("complete", false)
                        .text("reason", "the list is empty")
                        .keep();
            }
        }
    }

    /** One account a line. */
    private static final class PlainList extends LineReader {
        private static final long serialVersionUID = 1L;

        private final Listing listing;

        PlainList(Listing listing) {
            super(0);
            this.listing = listing;
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        protected void line(String line, RowSink rows) {
            String account = line.strip();
            if (account.startsWith("#")) {
                rows.header();
            } else if (account.matches(".*[\\s,;].*")) {
                listing.reject(RejectReason.WRONG_CELL_COUNT, "the line holds more than one account", rows);
            } else {
                listing.take(account, rows);
            }
        }
    }

    /** One account a row, in one of its cells. */
    private static final class TableList extends CsvReader {
        private static final long serialVersionUID = 1L;

        private final Listing listing;
        private final int cell;
        private final int width;

        TableList(Listing listing, CsvHeader header) {
            super(header.splitter().separator(), 1);
            this.listing = listing;
            this.cell = header.place(listing.form.key());
            this.width = header.names().size();
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        protected void row(List<String> cells, RowSink rows) {
            if (cells.size() == width) {
                listing.take(cells.get(cell), rows);
            } else {
                listing.reject(
                        RejectReason.WRONG_CELL_COUNT, cells.size() + " cells where the header has " + width, rows);
            }
        }
    }

    /** One account an element of the array that the file is. */
    private static final class JsonList extends JsonArrayReader {
        private static final long serialVersionUID = 1L;

        private final Listing listing;

        JsonList(Listing listing) {
            super(List.of(""));
            this.listing = listing;
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        protected void element(String array, JsonNode element, RowSink rows) {
            String key = listing.form.key();
            JsonNode account = key.isEmpty() ? element : element.path(key);
            if (account.isTextual() || account.isIntegralNumber()) {
                listing.take(account.asText(), rows);
            } else {
                listing.reject(RejectReason.MISSING_CELL, "the element names no account", rows);
            }
        }
    }
}
