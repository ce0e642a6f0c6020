package org.followerassay.ingest.edges;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.StagedRow;

/** What the attributes of nodes and edges mean, by the names that crawlers of social networks give them. */
final class NodeFacts {
    /** A staged column, and what its cells hold. */
    record Fact(String column, CellKind kind) implements Serializable {}

    private static final Map<String, Fact> BY_NAME = new HashMap<>();
    private static final Set<String> SINCE = Set.of("since", "followedat", "createdat", "timestamp", "time", "date");

    static {
        add("followers", CellKind.COUNT, "followers", "followerscount", "followercount");
        add("followees", CellKind.COUNT, "followees", "friendscount", "followingcount");
        add("posts", CellKind.COUNT, "posts", "postscount", "statusescount", "tweetcount");
        add("likes", CellKind.COUNT, "favouritescount", "favoritescount", "likescount");
        add("listed", CellKind.COUNT, "listedcount");
        add("created_at", CellKind.TIME, "createdat", "accountcreatedat");
        add("verified", CellKind.FLAG, "verified", "isverified");
        add("is_private", CellKind.FLAG, "protected", "private", "isprivate");
        add("handle", CellKind.TEXT, "handle", "screenname", "username", "login");
    }

    private static void add(String column, CellKind kind, String... names) {
        for (String name : names) {
            BY_NAME.put(name, new Fact(column, kind));
        }
    }

    /** What an attribute of an account says, or null; case and underscores make no difference. */
    static Fact of(String attribute) {
        return BY_NAME.get(plain(attribute));
    }

    /** True if an attribute of an edge says when it began. */
    static boolean isSince(String attribute) {
        return SINCE.contains(plain(attribute));
    }

    static Set<String> columns(Collection<Fact> facts) {
        Set<String> columns = new TreeSet<>(Set.of("account"));
        facts.forEach(fact -> columns.add(fact.column()));
        return columns;
    }

    static Set<String> columns() {
        return columns(BY_NAME.values());
    }

    /** Puts a node at one end of a row: a number is an id, anything else a name. */
    static StagedRow put(StagedRow row, String column, String node) {
        String text = node == null ? "" : node.strip();
        boolean isNumber = !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? row.account(column, text) : row.name(column, text);
    }

    private static String plain(String attribute) {
        return attribute.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s-]+", "");
    }

    private NodeFacts() {}
}
