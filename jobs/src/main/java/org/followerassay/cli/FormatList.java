package org.followerassay.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.followerassay.ingest.FormatFamily;
import org.followerassay.ingest.Ingest;
import org.followerassay.ingest.format.ExportFormat;

/** The formats, as {@code assay ingest --formats} shows them. */
final class FormatList {
    private static final int WIDTH = 100;
    private static final String INDENT = " ".repeat(20);

    static void print(PrintWriter out) {
        out.println("An export is told by its content, in a file, a folder or a .zip; --format NAME says it instead.");
        out.println("Tiers, what it tells: E ties, O the order of each list, T times, P profiles, I interactions.");
        for (FormatFamily family : Ingest.families()) {
            out.println();
            out.println(family.name());
            for (ExportFormat format : family.formats()) {
                out.println();
                out.printf("  %-17s %s%n", format.name(), "tiers " + format.tiers());
                wrapped(out, format.about());
                wrapped(out, "direction: " + format.direction());
                wrapped(out, "limits: " + format.limits());
            }
        }
    }

    private static void wrapped(PrintWriter out, String text) {
        List<String> line = new ArrayList<>();
        int length = 0;
        for (String word : text.split(" ")) {
            if (length + word.length() > WIDTH - INDENT.length()) {
                out.println(INDENT + String.join(" ", line));
                line.clear();
                length = 0;
            }
            line.add(word);
            length += word.length() + 1;
        }
        out.println(INDENT + String.join(" ", line));
    }

    private FormatList() {}
}
