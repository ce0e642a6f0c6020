package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.INPUT_FILES;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;

/**
 * Which inputs hold rows in place of each other. A tie in two inputs is stored with one of them; if that one is replaced,
 * the other must be read again, or the tie is lost.
 *
 * <p>Kept in the key of each input's part of input_files: its own key and those of the inputs it shares rows with.
 */
final class Links {
    private static final String WITH = " with ";

    static String partKey(String key, SortedSet<String> shared) {
        return shared.isEmpty() ? key : key + WITH + String.join(" ", shared);
    }

    /** Keys of the inputs that must be read again if one is; that one included. */
    static Set<String> of(Draft draft, String key) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Manifest.Part part : draft.parts(INPUT_FILES)) {
            int with = part.key().indexOf(WITH);
            if (with >= 0) {
                Arrays.stream(part.key().substring(with + WITH.length()).split(" "))
                        .forEach(other -> {
                            neighbours
                                    .computeIfAbsent(part.name(), any -> new HashSet<>())
                                    .add(other);
                            neighbours
                                    .computeIfAbsent(other, any -> new HashSet<>())
                                    .add(part.name());
                        });
            }
        }
        Set<String> reached = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(key));
        while (!waiting.isEmpty()) {
            String next = waiting.pop();
            if (reached.add(next)) {
                waiting.addAll(neighbours.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** Links found while a run reads several inputs, known by their numbers. */
    static final class Found {
        private final SortedMap<Integer, String> keys;
        private final Map<Integer, SortedSet<String>> shared = new HashMap<>();

        Found(SortedMap<Integer, String> keys) {
            this.keys = keys;
        }

        void add(int source, String key) {
            shared.computeIfAbsent(source, any -> new TreeSet<>()).add(key);
        }

        void add(int source, int other) {
            add(source, keys.get(other));
        }

        void addAll(Found others) {
            others.shared.forEach((source, found) -> found.forEach(key -> add(source, key)));
        }

        SortedSet<String> of(int source) {
            return shared.getOrDefault(source, new TreeSet<>());
        }
    }

    private Links() {}
}
