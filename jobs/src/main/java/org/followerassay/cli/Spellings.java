package org.followerassay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How some accounts stand in text, as regular expressions: it depends on whose words the text is.
 *
 * <p>A small id is also a number like others. "10 of 200 stated ties" and {@code follows-2026-10-31.csv} are not about account
 * 10, so that more is asked of it than to be a word.
 *
 * @param inRows raw text of exports, in which any word may be meant
 * @param inPaths names of inputs: a name, a long id, or a short one that is all of a folder's or a file's name
 * @param inQueries the program's own words, which name accounts as "account = …" or "account …"; a long id is no other number
 *     there, since counts are written in groups of three digits
 */
record Spellings(String inRows, String inPaths, String inQueries) {
    /** Of so many digits, a number in a path is an id; a year, a day or a counter has fewer. */
    private static final int LONG_ID_DIGITS = 6;

    private static final String EXTENSION = "(?:\\.[A-Za-z][A-Za-z0-9]*)";

    static Spellings of(List<Long> ids, Set<String> names) {
        Set<String> numbers = new TreeSet<>();
        ids.forEach(id -> numbers.add(Long.toString(id)));
        Set<String> all = new TreeSet<>(names);
        all.addAll(numbers);
        return new Spellings(word(all), path(all), query(numbers));
    }

    private static String word(Iterable<String> words) {
        return "(?iu)(?<![\\p{L}\\p{N}_])" + any(words) + "(?![\\p{L}\\p{N}_])";
    }

    private static boolean isShortId(String name) {
        return name.matches("[0-9]{1," + (LONG_ID_DIGITS - 1) + "}");
    }

    private static String path(Set<String> all) {
        List<String> telling = all.stream().filter(name -> !isShortId(name)).toList();
        List<String> shortIds = all.stream().filter(Spellings::isShortId).toList();
        List<String> ways = new ArrayList<>();
        if (!telling.isEmpty()) {
            ways.add(word(telling));
        }
        if (!shortIds.isEmpty()) {
            String id = any(shortIds);
            ways.add("(?<=^|[/!\\\\\\[])" + id + "(?=" + EXTENSION + "*(?:$|[/!\\\\\\],]))");
            // What an input is a statement of: "format of account at time: [path, path]".
            ways.add("(?<=, )" + id + "(?=" + EXTENSION + "+[\\],]|/)");
            ways.add("(?<= of )" + id + "(?= at )");
        }
        return String.join("|", ways);
    }

    private static String query(Set<String> numbers) {
        Set<String> columns = new TreeSet<>(Mentions.ACCOUNT_COLUMNS);
        columns.add(Mentions.CLUSTER);
        String named =
                "(?<=\\b(?:(?:" + String.join("|", columns) + ") = |account ))" + any(numbers) + "(?![\\p{L}\\p{N}_])";
        List<String> longIds =
                numbers.stream().filter(number -> !isShortId(number)).toList();
        return longIds.isEmpty() ? named : named + "|" + word(longIds);
    }

    private static String any(Iterable<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add(Pattern.quote(word)));
        return "(?:" + String.join("|", quoted) + ")";
    }
}
