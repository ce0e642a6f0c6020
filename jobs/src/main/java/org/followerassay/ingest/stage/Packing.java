package org.followerassay.ingest.stage;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.ingest.format.LineReader;
import org.followerassay.ingest.format.Stretch;

/** How files are shared out among tasks: long texts in blocks, small files together. */
public final class Packing {
    /** What a file costs beside its bytes: finding and opening it. */
    private static final long OPENING = 128 << 10;

    /** Rows that are not worth a second task. */
    public static final long FEW_ROWS = 200_000;

    private static final long SMALLEST_TASK = 4L << 20;
    private static final long LARGEST_TASK = 64L << 20;
    private static final int TASKS_PER_CORE = 3;

    /** The unit as it is, or its blocks, numbered on from the unit's own number. */
    public static List<Unit> blocks(Unit unit, long blockBytes) {
        Stretch file = unit.stretch();
        boolean inBlocks = unit.reader() instanceof LineReader && file.seekable() && file.bytes() > blockBytes;
        if (!inBlocks) {
            return List.of(unit);
        }
        long blocks = (file.bytes() + blockBytes - 1) / blockBytes;
        long step = (file.bytes() + blocks - 1) / blocks;
        List<Unit> cut = new ArrayList<>();
        for (long start = 0; start < file.bytes(); start += step) {
            cut.add(new Unit(
                    unit.input(),
                    unit.number() + cut.size(),
                    file,
                    unit.reader(),
                    unit.platform(),
                    unit.owner(),
                    start,
                    Math.min(file.bytes(), start + step)));
        }
        return cut;
    }

    /** Bytes of a block or task, so that every core has some, and none too many to be done again. */
    public static long taskBytes(long allBytes, int cores) {
        return Math.max(SMALLEST_TASK, Math.min(LARGEST_TASK, allBytes / ((long) cores * TASKS_PER_CORE) + 1));
    }

    /** Units in their order, together as long as they fit into a task. */
    public static List<List<Unit>> tasks(List<Unit> units, long taskBytes) {
        List<List<Unit>> tasks = new ArrayList<>();
        List<Unit> task = new ArrayList<>();
        long filled = 0;
        for (Unit unit : units) {
            long bytes = unit.bytes() + OPENING;
            if (!task.isEmpty() && filled + bytes > taskBytes) {
                tasks.add(List.copyOf(task));
                task.clear();
                filled = 0;
            }
            task.add(unit);
            filled += bytes;
        }
        if (!task.isEmpty()) {
            tasks.add(List.copyOf(task));
        }
        return tasks;
    }

    private Packing() {}
}
