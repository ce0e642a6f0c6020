package org.followerassay.ingest.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Lines;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;

/**
 * One list of a TikTok export in text form. A record is a run of lines such as {@code Date: 2026-01-05 09:00:00 UTC} and
 * {@code Username: ann}; a blank line, or a key that the record has already, begins the next.
 */
final class TikTokText implements RowReader {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "Username";
    private static final String TIME = "Date";

    private final String direction;

    TikTokText(String direction) {
        this.direction = direction;
    }

    static boolean looksLikeIt(Entry text) {
        List<String> lines = text.lines();
        return lines.stream().anyMatch(line -> line.startsWith(NAME + ":"))
                && lines.stream().anyMatch(line -> line.startsWith(TIME + ":"));
    }

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    @Override
    public Records open(InputStream in, RowSink rows) {
        return new Pairs(new Lines(in), rows);
    }

    private record Line(String text, RejectReason problem) {}

    private final class Pairs implements Records {
        private final Lines lines;
        private final RowSink rows;
        private Line ahead;

        Pairs(Lines lines, RowSink rows) {
            this.lines = lines;
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            Line line = fetch();
            while (line != null && line.text().isBlank()) {
                line = fetch();
            }
            if (line == null) {
                return false;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> texts = new ArrayList<>();
            RejectReason problem = null;
            while (line != null && !line.text().isBlank()) {
                String[] cell = line.text().split(":", 2);
                if (cells.containsKey(cell[0].strip())) {
                    ahead = line;
                    break;
                }
                cells.put(cell[0].strip(), cell.length == 1 ? "" : cell[1]);
                texts.add(line.text());
                problem = problem == null ? line.problem() : problem;
                line = fetch();
            }
            rows.record(() -> String.join("\n", texts));
            judge(cells, problem);
            return true;
        }

        private void judge(Map<String, String> cells, RejectReason problem) {
            if (problem != null) {
                rows.reject(problem, problem.about());
            } else if (!cells.containsKey(NAME)) {
                rows.reject(RejectReason.BAD_RECORD, "the record has no line that begins with Username:");
            } else {
                rows.listed(direction)
                        .name(Owner.otherEnd(direction), cells.get(NAME))
                        .time("followed_at", cells.get(TIME))
                        .keep();
            }
        }

        /** The next line, or null at the end; one that is no text leaves its record without use. */
        private Line fetch() throws IOException {
            if (ahead != null) {
                Line line = ahead;
                ahead = null;
                return line;
            }
            if (!lines.next()) {
                return null;
            }
            if (lines.tooLong()) {
                return new Line(lines.rawText(), RejectReason.TOO_LONG);
            }
            return lines.text() == null
                    ? new Line(lines.rawText(), RejectReason.BAD_ENCODING)
                    : new Line(lines.text(), null);
        }
    }
}
