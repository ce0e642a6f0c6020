package org.followerassay.ingest.edges;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * Ego networks as SNAP publishes them (McAuley and Leskovec, NIPS 2012): for each ego N the files N.edges, N.circles and
 * N.feat, up to thousands of them in one folder.
 *
 * <p>{@code a b} in N.edges says that a follows b. The ego is not in its own files: it is assumed to follow every node
 * that appears in them, so each is staged as a tie of N, in N's own list, which counts as whole on that assumption. The
 * lists of all others are not whole: only ties among one ego's nodes are there. The Facebook set looks the same but holds
 * friendships, in .edges both ways; only the ego's own would then lack their other half.
 *
 * <p>N.featnames and N.egofeat are not opened: they hold people's words.
 */
public final class SnapEgo implements ExportFormat {
    static final String PARTIAL = "ego networks hold only the ties among the nodes around each ego";
    private static final Pattern FILE = Pattern.compile("([0-9]{1,40})\\.(edges|circles|feat|egofeat|featnames)");

    @Override
    public String name() {
        return "snap-ego";
    }

    @Override
    public String about() {
        return "a folder of ego networks of SNAP: N.edges, N.circles, N.feat and others for each ego N";
    }

    @Override
    public String tiers() {
        return "E";
    }

    @Override
    public String direction() {
        return "in N.edges the first account follows the second, which --reversed turns; the ego N follows every node in"
                + " its files";
    }

    @Override
    public String limits() {
        return "that an ego follows every node in its files, and no others, is the set's own assumption; friendships"
                + " (ego-Facebook) cannot be told from follows; names of features are not read";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        Map<String, Map<String, Entry>> egos = new TreeMap<>();
        for (Entry entry : place.isFile() ? List.<Entry>of() : place.entries()) {
            Matcher file = FILE.matcher(entry.path());
            if (file.matches()) {
                egos.computeIfAbsent(file.group(1), ego -> new TreeMap<>()).put(file.group(2), entry);
            }
        }
        boolean isEgo = egos.values().stream()
                .anyMatch(files -> files.containsKey("edges") && (files.size() > 1 || asked.forced()));
        if (!isEgo) {
            return Optional.empty();
        }
        Export export = Export.of(this, place, "graph")
                .what("ego networks")
                .partial(PARTIAL)
                .note("each ego is taken to follow every node in its files, and nobody else, as the set assumes; if"
                        + " these are friendships, the other half of the egos' own is not staged");
        egos.forEach((ego, files) -> add(export, ego, files, asked.reversed()));
        long others = place.entries().stream()
                .filter(entry -> !FILE.matcher(entry.path()).matches())
                .count();
        if (others > 0) {
            export.note("other files in the folder are not read: " + others);
        }
        return Optional.of((asked.reversed() ? export.followeeFirst() : export).whole());
    }

    /** The first of an ego's files that is read says that its list is whole. */
    private static void add(Export export, String ego, Map<String, Entry> files, boolean reversed) {
        boolean isFirst = true;
        for (EgoFile.Content content : EgoFile.Content.values()) {
            Entry file = files.get(content.extension());
            if (file != null) {
                export.part(Part.of(file, new EgoFile(ego, content, isFirst, reversed)));
                isFirst = false;
            }
        }
    }
}
