package org.followerassay.ingest.edges;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a table for Neo4j: a cell reads {@code name:type(space)}, each part of which may be missing.
 *
 * @param names of properties, in lower case
 * @param types in upper case
 * @param spaces whose ids they are, in lower case; empty if nothing is said
 */
record Neo4jHeader(List<String> names, List<String> types, List<String> spaces) implements Serializable {
    private static final Pattern CELL =
            Pattern.compile("([^:]*)(?::([A-Za-z_]+)(?:\\[\\])?(?:\\{[^}]*\\})?(?:\\(([^)]*)\\))?(?:\\{[^}]*\\})?)?");

    /** Words by which data sets call accounts. */
    private static final Pattern ACCOUNTS =
            Pattern.compile(".*(?:account|user|person|people|profile|member).*", Pattern.CASE_INSENSITIVE);

    static Neo4jHeader of(List<String> cells) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> spaces = new ArrayList<>();
        for (String cell : cells) {
            Matcher parts = CELL.matcher(cell.strip());
            boolean isKnown = parts.matches();
            names.add(isKnown ? parts.group(1).strip().toLowerCase(Locale.ROOT) : cell.toLowerCase(Locale.ROOT));
            types.add(isKnown && parts.group(2) != null ? parts.group(2).toUpperCase(Locale.ROOT) : "");
            spaces.add(
                    isKnown && parts.group(3) != null ? parts.group(3).strip().toLowerCase(Locale.ROOT) : "");
        }
        return new Neo4jHeader(List.copyOf(names), List.copyOf(types), List.copyOf(spaces));
    }

    /** The place of the column of this type, or -1. */
    int place(String type) {
        return types.indexOf(type);
    }

    /** The space of the column of this type. */
    String space(String type) {
        return place(type) < 0 ? "" : spaces.get(place(type));
    }

    /** True if a space or label is one of accounts. */
    static boolean isAccounts(String word) {
        return ACCOUNTS.matcher(word).matches();
    }
}
