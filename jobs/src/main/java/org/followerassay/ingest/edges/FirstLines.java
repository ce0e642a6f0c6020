package org.followerassay.ingest.edges;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Lines;

/**
 * The first lines of a file that may be no text at all: unlike {@link Entry#lines} this refuses nothing, for formats that
 * only ask whether a file is theirs.
 */
final class FirstLines {
    private static final int MOST = 200;

    /** At most 200 lines, without those cut short by the end of what is looked at; of other than UTF-8, none. */
    static List<String> of(Entry entry) {
        byte[] head = entry.head();
        List<String> lines = new ArrayList<>();
        try (Lines read = new Lines(new ByteArrayInputStream(head))) {
            while (lines.size() < MOST && read.next()) {
                String line = read.text();
                if (line == null || line.indexOf('\0') >= 0) {
                    return List.of();
                }
                if (read.ended() || lines.isEmpty() || isWhole(entry)) {
                    lines.add(line);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lines;
    }

    /** True if the first bytes are all there is of the file. */
    static boolean isWhole(Entry entry) {
        return entry.head().length < Entry.HEAD;
    }

    private FirstLines() {}
}
