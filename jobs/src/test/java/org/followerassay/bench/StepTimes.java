package org.followerassay.bench;

import java.util.SortedMap;

/**
 * How long each step of a job took on a made-up platform.
 *
 * @param session when the command was started: its lines belong together
 * @param commit of our code; ends in "+" if files were changed since
 * @param ties of the platform, about
 * @param rows ties that were ingested
 * @param wallSeconds of the command, steps and all between them
 * @param peakBytes the most memory that the process ever held
 * @param steps seconds, by the step's name
 * @param command of the job: signatures or run
 * @param shuffled bytes written for other tasks, by the step's name; null where that was not counted yet
 */
record StepTimes(
        String session,
        String commit,
        Machine machine,
        long ties,
        long rows,
        double wallSeconds,
        long peakBytes,
        SortedMap<String, Double> steps,
        String command,
        SortedMap<String, Long> shuffled) {
    /** Bytes that a step wrote for other tasks. */
    long shuffledBy(String step) {
        return shuffled == null ? 0 : shuffled.getOrDefault(step, 0L);
    }

    long allShuffled() {
        return shuffled == null
                ? 0
                : shuffled.values().stream().mapToLong(Long::longValue).sum();
    }
}
