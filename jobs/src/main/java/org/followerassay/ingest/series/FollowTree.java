package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Json;

/**
 * The live records of an account's repository, in the order of their keys.
 *
 * <p>A CAR file may hold blocks that nothing leads to any more, such as deleted records. So the search tree (MST) is walked
 * from the commit at the root. Only its nodes and the follow records are kept in memory, the latter as two texts each.
 */
final class FollowTree {
    /** One live record; of any but a follow only that it is there. */
    record Live(String key, boolean isFollow, Follow follow) {}

    /** What a follow record says; null where it does not. */
    record Follow(String subject, String createdAt) {}

    /** A step through a node: down a link, to a follow, or over records of other kinds. */
    private record Step(String below, String key, String record, int others) {}

    private static final String KEYS = BlueskyJetstream.FOLLOWS + "/";

    private final Map<String, List<Step>> nodes = new HashMap<>();
    private final Map<String, Follow> follows = new HashMap<>();
    private final Deque<Iterator<Step>> path = new ArrayDeque<>();
    private int others;

    /** Reads all blocks to their end. */
    FollowTree(CarBlocks blocks) throws IOException {
        String data = null;
        while (blocks.next()) {
            JsonNode value = blocks.value();
            if (value.path("e").isArray() && !value.has("$type")) {
                nodes.put(blocks.cid(), steps(value));
            } else if (BlueskyJetstream.FOLLOWS.equals(Json.text(value, "$type"))) {
                follows.put(blocks.cid(), new Follow(Json.text(value, "subject"), Json.text(value, "createdAt")));
            }
            if (blocks.cid().equals(blocks.root())) {
                data = CarBlocks.link(value.path("data"));
            }
        }
        descend(data);
    }

    /** The next live record, or null after the last. */
    Live next() throws IOException {
        while (true) {
            if (others > 0) {
                others--;
                return new Live("", false, null);
            }
            if (path.isEmpty()) {
                return null;
            }
            if (!path.peek().hasNext()) {
                path.pop();
                continue;
            }
            Step step = path.peek().next();
            if (step.below() != null) {
                descend(step.below());
            } else if (step.key() != null) {
                return new Live(step.key(), true, follows.get(step.record()));
            } else {
                others = step.others();
            }
        }
    }

    /** A node is met once: a tree in which two links lead to one place could be walked for ever. */
    private void descend(String node) throws IOException {
        List<Step> steps = nodes.remove(node);
        if (steps == null) {
            throw new IOException("a part of the repository is missing, as in exports of what changed since an earlier"
                    + " one: export the repository whole");
        }
        path.push(steps.iterator());
    }

    /** Keys are written without what they share with the one before. */
    private static List<Step> steps(JsonNode node) throws IOException {
        List<Step> steps = new ArrayList<>();
        addBelow(steps, node.path("l"));
        byte[] key = {};
        int others = 0;
        for (JsonNode entry : node.path("e")) {
            byte[] rest = entry.path("k").binaryValue();
            int shared = entry.path("p").asInt(-1);
            if (rest == null || shared < 0 || shared > key.length) {
                throw new IOException("a node of the repository's tree is not built as such nodes are");
            }
            key = Arrays.copyOf(key, shared + rest.length);
            System.arraycopy(rest, 0, key, shared, rest.length);
            String text = new String(key, StandardCharsets.UTF_8);
            String below = CarBlocks.link(entry.path("t"));
            if (text.startsWith(KEYS)) {
                others = flush(steps, others);
                steps.add(new Step(null, text.substring(KEYS.length()), CarBlocks.link(entry.path("v")), 0));
            } else {
                others++;
            }
            if (below != null) {
                others = flush(steps, others);
                steps.add(new Step(below, null, null, 0));
            }
        }
        flush(steps, others);
        return List.copyOf(steps);
    }

    private static void addBelow(List<Step> steps, JsonNode left) throws IOException {
        String below = CarBlocks.link(left);
        if (below != null) {
            steps.add(new Step(below, null, null, 0));
        }
    }

    private static int flush(List<Step> steps, int others) {
        if (others > 0) {
            steps.add(new Step(null, null, null, others));
        }
        return 0;
    }
}
