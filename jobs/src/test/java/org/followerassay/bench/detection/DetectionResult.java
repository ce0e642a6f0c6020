package org.followerassay.bench.detection;

import java.util.List;
import java.util.SortedMap;
import org.followerassay.bench.Machine;
import org.followerassay.bench.detection.score.Quality;

/**
 * What every detector found in one world, as it is kept in the file of results.
 *
 * @param session when the command was started: its rows belong together
 * @param commit of our code; ends in "+" if files were changed since
 * @param wallSeconds of everything, the baselines included
 * @param cpuSeconds of all threads in that time
 * @param stepSeconds of each step of our signatures, by its name
 * @param qualities of our signatures, of all of them together, and of the baselines
 * @param kinds what was flagged in lists of each kind, by all signatures together
 */
public record DetectionResult(
        String session,
        String commit,
        Machine machine,
        SortedMap<String, String> versions,
        String part,
        Facts facts,
        long seed,
        int lists,
        int ties,
        double wallSeconds,
        double cpuSeconds,
        SortedMap<String, Double> stepSeconds,
        List<Quality> qualities,
        List<Kind> kinds) {

    /**
     * Lists of one kind.
     *
     * @param flagged ties at the operating point
     * @param published those of them that a report names
     * @param strong lists with a strong finding
     */
    public record Kind(String kind, int lists, int ties, int flagged, int published, int strong) {}

    Quality quality(String detector) {
        return qualities.stream()
                .filter(quality -> quality.detector().equals(detector))
                .findFirst()
                .orElse(null);
    }
}
