package org.followerassay.ingest.edges;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Entry;

/**
 * How a graph is packed, as its file of properties says.
 *
 * @param nodes numbered from 0
 * @param window how many lists back a list may be described by another
 * @param zetaK of the zeta code
 * @param leastInterval shortest run of successive numbers that is noted as one; 0 if none is
 */
record BvCodes(
        int nodes,
        long arcs,
        int window,
        int zetaK,
        int leastInterval,
        Code outdegrees,
        Code blocks,
        Code residuals,
        Code references,
        Code blockCounts)
        implements Serializable {
    private static final int WIDEST_WINDOW = 1_000;
    private static final int LARGEST_K = 16;

    /** A code for whole numbers. */
    enum Code {
        GAMMA,
        DELTA,
        UNARY,
        ZETA,
        NIBBLE
    }

    /** @throws AssayException if the graph is packed in a way that is not read */
    static BvCodes of(Entry file) {
        Properties said = new Properties();
        try {
            said.load(new StringReader(file.text()));
        } catch (IOException | IllegalArgumentException damaged) {
            throw unknown(file, "it is damaged");
        }
        String kind = said.getProperty("graphclass", "");
        if (!kind.endsWith(".BVGraph")) {
            throw unknown(file, "it is of the class '" + kind + "'");
        }
        if (!said.getProperty("version", "0").strip().equals("0")) {
            throw unknown(file, "it is of version " + said.getProperty("version"));
        }
        return new BvCodes(
                (int) number(file, said, "nodes", null, Integer.MAX_VALUE),
                number(file, said, "arcs", null, Long.MAX_VALUE),
                (int) number(file, said, "windowsize", "7", WIDEST_WINDOW),
                (int) Math.max(1, number(file, said, "zetak", "3", LARGEST_K)),
                (int) number(file, said, "minintervallength", "4", Integer.MAX_VALUE),
                code(file, said, "OUTDEGREES", Code.GAMMA),
                code(file, said, "BLOCKS", Code.GAMMA),
                code(file, said, "RESIDUALS", Code.ZETA),
                code(file, said, "REFERENCES", Code.UNARY),
                code(file, said, "BLOCK_COUNT", Code.GAMMA));
    }

    private static long number(Entry file, Properties said, String name, String otherwise, long most) {
        String text = said.getProperty(name, otherwise);
        long number = text == null
                ? -1
                : EdgeCells.number(text.strip(), 0, text.strip().length());
        if (number < 0 || number > most) {
            throw unknown(file, name + " is '" + text + "'");
        }
        return number;
    }

    private static Code code(Entry file, Properties said, String what, Code otherwise) {
        Matcher flag =
                Pattern.compile("(?:^|[^A-Z_])" + what + "_([A-Z]+)").matcher(said.getProperty("compressionflags", ""));
        if (!flag.find()) {
            return otherwise;
        }
        for (Code code : Code.values()) {
            if (code.name().equals(flag.group(1))) {
                return code;
            }
        }
        throw unknown(file, "its " + what + " are written in " + flag.group(1) + " code");
    }

    private static AssayException unknown(Entry file, String why) {
        return AssayException.badInput(file.shown() + " describes no graph that is read here: " + why
                + "; write the graph again with WebGraph's BVGraph, or as an edge list");
    }
}
