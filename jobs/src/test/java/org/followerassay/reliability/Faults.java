package org.followerassay.reliability;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.Path;

/** Which operation of {@link FaultyFileSystem} goes wrong, and how. One plan for the whole process. */
final class Faults {
    /** What becomes of the chosen operation. */
    enum Way {
        /** It is not done, and fails. The job may clean up. */
        REFUSED,
        /** It is done, but fails: the answer is lost. The job may clean up. */
        REPLY_LOST,
        /** Half of it is written, if it writes; from then on nothing works, as after the end of the process. */
        DEAD
    }

    interface Operation<T> {
        T run() throws IOException;
    }

    private static final ThreadLocal<Boolean> WITHIN = ThreadLocal.withInitial(() -> false);
    private static final AtomicLong DONE = new AtomicLong();
    private static final AtomicBoolean OVER = new AtomicBoolean();
    private static volatile long chosen;
    private static volatile Way way = Way.REFUSED;
    private static volatile String hit;

    /** Counts anew; the operation of this number, counted from 1, goes wrong; none if it is 0. */
    static void plan(long number, Way how) {
        chosen = number;
        way = how;
        hit = null;
        OVER.set(false);
        DONE.set(0);
    }

    /** All is well again. @return how many operations were tried meanwhile */
    static long end() {
        long done = DONE.get();
        plan(0, Way.REFUSED);
        return done;
    }

    /** The operation that went wrong, with its path; null if the job was done before its turn. */
    static String hit() {
        return hit;
    }

    static <T> T during(String operation, Path path, Operation<T> work) throws IOException {
        return during(operation, path, work, () -> {});
    }

    /** @param half what is left of the operation if the process ends within it */
    static <T> T during(String operation, Path path, Operation<T> work, IoRunnable half) throws IOException {
        if (WITHIN.get()) {
            return work.run();
        }
        WITHIN.set(true);
        try {
            if (OVER.get()) {
                throw new IOException("nothing works any more");
            }
            if (DONE.incrementAndGet() != chosen) {
                return work.run();
            }
            hit = operation + " " + path.toUri().getPath();
            if (way == Way.REPLY_LOST) {
                work.run();
            } else if (way == Way.DEAD) {
                OVER.set(true);
                half.run();
            }
            throw new IOException("planned: " + operation + " went wrong");
        } finally {
            WITHIN.set(false);
        }
    }

    interface IoRunnable {
        void run() throws IOException;
    }

    private Faults() {}
}
