package org.followerassay.reliability;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an edge list says, by README's words and none of the program's code: ties of two decimal ids, and the lines to be rejected.
 *
 * @param ties each once, "follower followee"
 * @param rejected numbers of lines, counted from 1
 */
record EdgeOracle(Set<String> ties, Set<Long> rejected) {
    private static final Pattern ID = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    static EdgeOracle of(byte[] file) {
        EdgeOracle said = new EdgeOracle(new TreeSet<>(), new TreeSet<>());
        long number = 0;
        int from = 0;
        while (from < file.length) {
            int end = from;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            said.line(Arrays.copyOfRange(file, from, end), ++number);
            from = end + 1;
        }
        return said;
    }

    private void line(byte[] bytes, long number) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            rejected.add(number);
            return;
        }
        String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        List<String> cells = new ArrayList<>(Arrays.asList(line.split("[ \t,]+")));
        cells.removeIf(String::isEmpty);
        if (line.isBlank() || (!cells.isEmpty() && cells.get(0).matches("(?s)[#%].*"))) {
            return;
        }
        if (cells.size() < 2
                || (cells.size() > 2 && cells.get(2).startsWith("-"))
                || !isId(cells.get(0))
                || !isId(cells.get(1))) {
            rejected.add(number);
        } else if (!cells.get(0).equals(cells.get(1))) {
            ties.add(cells.get(0) + " " + cells.get(1));
        }
    }

    private static boolean isId(String cell) {
        return ID.matcher(cell).matches() && new BigInteger(cell).compareTo(LARGEST) <= 0;
    }
}
