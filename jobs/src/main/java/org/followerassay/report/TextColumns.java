package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;

/** Lines whose cells stand under each other on a terminal; a line of one cell is a heading and widens nothing. */
final class TextColumns {
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    void add(List<String> cells) {
        lines.add(cells);
        for (int i = 0; i < cells.size() && cells.size() > 1; i++) {
            if (widths.size() == i) {
                widths.add(0);
            }
            widths.set(i, Math.max(widths.get(i), length(cells.get(i))));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                line.append(cells.get(i));
                if (i < cells.size() - 1) {
                    line.append(" ".repeat(widths.get(i) - length(cells.get(i)) + 2));
                }
            }
            text.append(line.toString().stripTrailing()).append("\n");
        }
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
