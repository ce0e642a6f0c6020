package org.followerassay.reliability.neighbours;

import java.util.PriorityQueue;

/** What is going to happen, done in the order of time; what would come after the snapshot never does. */
final class Agenda {
    private record Entry(long at, long number, Runnable happening) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long now = Timeline.FOUNDED;
    private long planned;

    long now() {
        return now;
    }

    /** @param at not before now; a time in the past is taken for now */
    void plan(long at, Runnable happening) {
        if (at < Timeline.SNAPSHOT) {
            entries.add(new Entry(Math.max(at, now), planned++, happening));
        }
    }

    void run() {
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            now = entry.at();
            entry.happening().run();
        }
    }
}
