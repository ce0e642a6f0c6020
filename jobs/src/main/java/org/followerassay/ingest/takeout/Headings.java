package org.followerassay.ingest.takeout;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.ingest.format.CellSplitter;
import org.followerassay.ingest.format.Entry;

/**
 * The header of a CSV file that may have a preamble: the first line whose first cell is the one looked for.
 *
 * @param line its number, counted from 1
 * @param columns how many cells each row must have
 * @param places the place of each column by its name
 */
record Headings(int line, int columns, Map<String, Integer> places) implements Serializable {

    static Optional<Headings> of(Entry file, String firstCell) {
        List<String> lines = file.lines();
        for (int line = 0; line < lines.size(); line++) {
            List<String> cells = new CellSplitter(',').cells(lines.get(line));
            if (cells != null && cells.get(0).strip().equalsIgnoreCase(firstCell)) {
                Map<String, Integer> places = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    places.putIfAbsent(cells.get(i).strip(), i);
                }
                return Optional.of(new Headings(line + 1, cells.size(), places));
            }
        }
        return Optional.empty();
    }

    /** The cell of a row without blanks around it; empty if the file has no such column. */
    String cell(List<String> cells, String column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}
