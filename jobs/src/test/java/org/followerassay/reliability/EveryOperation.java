package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.Calls;

/**
 * R1: each operation on files that a command does goes wrong once, in each of three ways. A reader must find the old state or
 * the new one, and the command, run again, must give the new one.
 */
final class EveryOperation {
    /** What is disturbed: it takes the warehouse from one month to the next. */
    interface Job {
        Calls run(String month) throws IOException;
    }

    /** The last operations make the new state visible: each of them goes wrong, however few others do. */
    private static final int LAST = 8;

    private final Path work;
    private final String name;
    private final Job job;
    private final Path warehouse;
    private final Path old;
    private final TreeSet<String> kinds = new TreeSet<>();
    private final List<String> missed = new ArrayList<>();
    private SortedMap<String, String> before;
    private SortedMap<String, String> after;
    private long operations;
    private long tried;

    private EveryOperation(Path work, String name, Job job, SparkSession session) {
        this.work = work;
        this.name = name;
        this.job = job;
        this.warehouse = work.resolve("warehouse");
        this.old = work.resolve("old");
        FaultyFileSystem.register(session.sparkContext().hadoopConfiguration());
    }

    /** Of the least job that writes in each of the ways that a run has. */
    static EveryOperation ofPublishing(Path work, SparkSession session) {
        String warehouse = FaultyFileSystem.ROOT + work.resolve("warehouse");
        return new EveryOperation(work, "publishing", new PublishedTwice(session, warehouse), session);
    }

    /** Of a command that reads the second month, {@code ingest} or {@code run}. */
    static EveryOperation ofCommand(Path work, String command, SmallWorld world, SparkSession session)
            throws IOException {
        world.month(work.resolve("january"), "2026-01-31", false);
        world.aMonthPasses();
        world.month(work.resolve("february"), "2026-02-28", false);
        Files.createDirectories(work.resolve("report"));
        return new EveryOperation(work, command, month -> Calls.of(args(work, command, month)), session);
    }

    private static String[] args(Path work, String command, String month) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--quiet",
                "--input",
                FaultyFileSystem.ROOT + work.resolve(month),
                "--warehouse",
                FaultyFileSystem.ROOT + work.resolve("warehouse")));
        if (command.equals("run")) {
            args.addAll(List.of("--out", FaultyFileSystem.ROOT + work.resolve("report")));
        }
        return args.toArray(String[]::new);
    }

    /** @param most operations that go wrong in each way, spread evenly over all of them */
    Outcome outcome(int most) throws IOException {
        undisturbed();
        long step = Math.max(1, (operations + most - 1) / most);
        for (Faults.Way way : Faults.Way.values()) {
            for (long number = 1; number <= operations; number++) {
                boolean publishes = number > operations - LAST;
                if (publishes || number % step == way.ordinal() % step) {
                    attempt(number, way);
                }
            }
        }
        return new Outcome(
                tried,
                missed,
                String.format(
                        "%s: %,d of its %,d operations on files, in three ways; %d kinds: %s",
                        name, tried / Faults.Way.values().length, operations, kinds.size(), kinds));
    }

    private void undisturbed() throws IOException {
        Faults.plan(0, Faults.Way.REFUSED);
        expectDone(job.run("january"));
        Folders.copy(warehouse, old);
        before = PublishedRows.in(old);
        Faults.plan(0, Faults.Way.REFUSED);
        expectDone(job.run("february"));
        operations = Faults.end();
        after = PublishedRows.in(warehouse);
        if (before.equals(after)) {
            throw new IllegalStateException("the second month changes nothing");
        }
    }

    private static void expectDone(Calls call) {
        if (call.code() != 0) {
            throw new IllegalStateException("an undisturbed run failed: " + call.err());
        }
    }

    private void attempt(long number, Faults.Way way) throws IOException {
        Folders.delete(warehouse);
        Folders.copy(old, warehouse);
        Faults.plan(number, way);
        Calls call = job.run("february");
        String hit = Faults.hit();
        Faults.end();
        if (hit == null) {
            return;
        }
        tried++;
        kinds.add(hit.substring(0, hit.indexOf(' ')));
        String wrong = wrong(call);
        if (!wrong.isEmpty()) {
            missed.add(way + " at " + number + ", " + hit.replace(work.toString(), "") + ": " + wrong);
        }
    }

    /** What a reader finds amiss, or a second attempt; empty if nothing. */
    private String wrong(Calls call) {
        try {
            SortedMap<String, String> found = PublishedRows.in(warehouse);
            if (!found.equals(before) && !found.equals(after)) {
                return "neither the old state nor the new: " + PublishedRows.differences(after, found);
            }
            if (call.code() == 0 && !found.equals(after)) {
                return "it said that it was done, and was not: " + call.err();
            }
            if (call.err().contains("\tat ")) {
                return "a stack trace in place of a sentence";
            }
            Calls again = job.run("february");
            SortedMap<String, String> repaired = PublishedRows.in(warehouse);
            return again.code() == 0 && repaired.equals(after)
                    ? ""
                    : "run again, it ends with " + again.code() + ": " + again.err()
                            + PublishedRows.differences(after, repaired);
        } catch (IOException | RuntimeException unreadable) {
            return "can't be read: " + unreadable;
        }
    }
}
