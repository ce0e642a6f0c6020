package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Times;

/**
 * Friends who share their name, told apart by the time since when they are friends.
 *
 * <p>The one who has been a friend for longest goes by the name alone, and so does whoever has no namesake: only so is a
 * removed friend, of whom the export says the name and the time of the removal, the same account as the friend in an
 * earlier export. Rows that repeat name and time are the same person: files overlap where one ends and the next begins.
 *
 * @param oldest for each shared name, since when the oldest friend of that name is one, in microseconds
 */
record Namesakes(Map<String, Long> oldest) implements Serializable {

    /** Reads the lists of friends, which Facebook limits to 5,000. */
    static Namesakes among(List<Entry> friends) {
        Map<String, Long> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Entry file : friends) {
            JsonNode list = file.json();
            String key = MetaText.key(file);
            for (JsonNode friend : key.isEmpty() ? list : list.path(key)) {
                FacebookPerson person = FacebookPerson.of(friend);
                OptionalLong since = person.time() == null ? OptionalLong.empty() : Times.parse(person.time());
                if (person.name() == null || since.isEmpty()) {
                    continue;
                }
                Long known = first.get(person.name());
                if (known != null && known != since.getAsLong()) {
                    shared.add(person.name());
                }
                first.merge(person.name(), since.getAsLong(), Math::min);
            }
        }
        first.keySet().retainAll(shared);
        return new Namesakes(first);
    }

    /** The time if it is needed to tell a friend from one of the same name, or null. */
    Long telling(String name, long since) {
        Long longest = oldest.get(name);
        return longest == null || longest == since ? null : since;
    }
}
