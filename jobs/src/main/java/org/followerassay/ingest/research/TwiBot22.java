package org.followerassay.ingest.research;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * TwiBot-22 (Feng and others, 2022): a graph of accounts, tweets, lists and hashtags, with many kinds of edges.
 *
 * <p>{@code following} runs from the follower; {@code followers} runs from the followee, so the same words in the same
 * columns mean the opposite tie.
 */
public final class TwiBot22 implements ExportFormat {
    private static final Pattern HEADER = Pattern.compile("\"?source_id\"?,\"?relation\"?,\"?target_id\"?");
    private static final Pattern ACCOUNT = Pattern.compile("\"id\"\\s*:\\s*\"u[0-9]+\"");

    @Override
    public String name() {
        return "twibot-22";
    }

    @Override
    public String about() {
        return "the labelled set TwiBot-22: a folder with edge.csv and user.json (or node.json)";
    }

    @Override
    public String tiers() {
        return "E P";
    }

    @Override
    public String direction() {
        return "relation 'following': the source follows the target; 'followers': the target follows the source";
    }

    @Override
    public String limits() {
        return "accounts were reached by crawling from a few, and their lists cut; no time of collection (say --snapshot),"
                + " none of ties; other relations, labels and splits are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        Optional<Entry> edges = place.entry("edge.csv").filter(TwiBot22::hasEdges);
        Optional<Entry> users = place.entry("user.json").filter(TwiBot22::hasAccounts);
        Optional<Entry> nodes = place.entry("node.json").filter(TwiBot22::hasAccounts);
        if (edges.isEmpty() && users.isEmpty() && nodes.isEmpty()) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, "x")
                .what("labelled set TwiBot-22")
                .partial("the set holds what a crawl from a few accounts reached, with lists cut");
        users.or(() -> nodes).ifPresent(entry -> export.part(Part.of(entry, new TwiBot22Accounts())));
        edges.ifPresent(entry -> export.part(Part.of(entry, new TwiBot22Edges())));
        if (users.isPresent() && nodes.isPresent()) {
            export.note("node.json repeats the accounts of user.json and is not read");
        }
        return Optional.of(export.whole());
    }

    private static boolean hasEdges(Entry entry) {
        List<String> lines = entry.lines();
        return !lines.isEmpty() && HEADER.matcher(lines.get(0).strip()).matches();
    }

    private static boolean hasAccounts(Entry entry) {
        return entry.startsWith("[") && ACCOUNT.matcher(entry.start()).find();
    }
}
