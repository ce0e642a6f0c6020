package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * A graph as the entries of its adjacency matrix, in the exchange format of NIST (Boisvert and others, 1996).
 *
 * <p>The row follows the column, as graph collections write it; the format itself says nothing of follows. Numbers begin
 * with 1. The line of sizes holds two or three numbers and looks like a tie. {@code symmetric} holds one triangle of the
 * matrix: direction is lost, and each entry is read both ways.
 */
public final class MatrixMarket implements ExportFormat {
    private static final String BANNER = "%%matrixmarket";
    private static final Pattern SIZES = Pattern.compile("\\s*([0-9]{1,18})\\s+([0-9]{1,18})\\s+([0-9]{1,18})\\s*");
    private static final int WORDS = 5;

    @Override
    public String name() {
        return "matrix-market";
    }

    @Override
    public String about() {
        return "a text that begins with %%MatrixMarket matrix coordinate, as SuiteSparse and Network Repository publish"
                + " graphs (.mtx)";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "the row follows the column, which --reversed turns; symmetric matrices have lost the direction and are"
                + " read both ways";
    }

    @Override
    public String limits() {
        return "no times, no profiles; values only tell whether there is a tie: 0 or less is none";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        if (!place.isFile() || !place.file().start().toLowerCase(Locale.ROOT).startsWith(BANNER)) {
            return Optional.empty();
        }
        Entry file = place.file();
        List<String> lines = FirstLines.of(file);
        boolean symmetric = isSymmetric(file, lines.isEmpty() ? "" : lines.get(0));
        int sizes = sizeLine(file, lines);
        Matcher size = SIZES.matcher(lines.get(sizes));
        size.matches();
        if (!size.group(1).equals(size.group(2))) {
            throw AssayException.badInput(file.shown() + " has " + size.group(1) + " rows but " + size.group(2)
                    + " columns: rows and columns are then different things, and no follows among accounts");
        }
        long accounts = Long.parseLong(size.group(1));
        Export export = Export.of(this, place, "graph")
                .what(symmetric ? "symmetric matrix of a graph" : "matrix of a graph")
                .statesTies(Long.parseLong(size.group(3)))
                .statesAccounts(accounts)
                .part(Part.of(file, new MatrixLine(sizes + 1L, accounts, asked.reversed(), symmetric)));
        if (symmetric) {
            export.undirected()
                    .note("the matrix is symmetric: who follows whom is lost, and each entry is read as two ties");
        } else if (asked.reversed()) {
            export.followeeFirst().note("the column is read as following the row, because of --reversed");
        } else {
            export.note("the format does not say what an entry means: the row is read as following the column");
        }
        return Optional.of(export.whole());
    }

    private static boolean isSymmetric(Entry file, String banner) {
        List<String> words = List.of(banner.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.size() != WORDS || !words.get(1).equals("matrix")) {
            throw AssayException.badInput(file.shown() + " has an incomplete first line: it must say"
                    + " %%MatrixMarket matrix coordinate, then pattern, integer or real, then general or symmetric");
        }
        if (!words.get(2).equals("coordinate")) {
            throw AssayException.badInput(file.shown() + " writes its matrix as '" + words.get(2)
                    + "': only coordinate lists ties, so save it in that form");
        }
        if (!List.of("pattern", "integer", "real").contains(words.get(3))) {
            throw AssayException.badInput(file.shown() + " holds values of kind '" + words.get(3)
                    + "': a graph has pattern, integer or real ones, so take another file");
        }
        if (!List.of("general", "symmetric").contains(words.get(4))) {
            throw AssayException.badInput(file.shown() + " is '" + words.get(4)
                    + "', which no graph of follows is: take a general or symmetric matrix");
        }
        return words.get(4).equals("symmetric");
    }

    private static int sizeLine(Entry file, List<String> lines) {
        int line = 0;
        while (line < lines.size()
                && (lines.get(line).isBlank() || lines.get(line).startsWith("%"))) {
            line++;
        }
        if (line == lines.size() || !SIZES.matcher(lines.get(line)).matches()) {
            throw AssayException.badInput(file.shown() + " has no line with rows, columns and entries below its"
                    + " comments (the first 200 lines are looked at): download it again");
        }
        return line;
    }
}
