package org.followerassay.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.ingest.Ingest;
import org.followerassay.ingest.IngestOptions;
import org.followerassay.table.ChurnTables;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a made-up world through its export to the ledger: what came and went is there, between the right snapshots, and no more. */
@ExtendWith(SparkTest.class)
class SimulatedLedgerTest {
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);
    private static final String LAST_STEP = "follow changes";
    private static final Set<String> KINDS = Set.of("follow", "unfollow", "block-like", "prune", "unknown");

    /** Accounts at an end of some tie, by snapshot. */
    private final Map<Long, Set<Long>> present = new HashMap<>();

    @Test
    void theLedgerHoldsWhatHappenedBetweenSnapshots(SparkSession session, @TempDir Path folder) throws IOException {
        World world = World.of(SimulateOptions.demo(folder.toString()));
        org.apache.hadoop.fs.Path export = new org.apache.hadoop.fs.Path(folder + "/export");
        new ExportWriter(world, FileSystem.getLocal(new Configuration()), export).write();
        TreeSet<String> expected = new TreeSet<>();
        for (AuditedAccount account : world.audited()) {
            for (Audience.Tie tie : account.audience().inOrder()) {
                expect(expected, tie.follower().id(), account.id(), tie::seenAt);
            }
        }
        for (FolloweeList list : world.followeeLists()) {
            for (FolloweeList.Follow follow : list.follows()) {
                expect(expected, list.owner(), follow.followee().id(), follow::seenAt);
            }
        }

        Inputs tables = ledger(session, folder);
        assertEquals(0, tables.rows(ChurnTables.SUSPECT_SNAPSHOTS));
        TreeSet<String> found = new TreeSet<>();
        Map<String, Integer> kinds = new TreeMap<>();
        for (Row change : tables.of(ChurnTables.FOLLOW_CHANGES).collectAsList()) {
            Timestamp earliest = change.getAs("earliest");
            Timestamp latest = change.getAs("latest");
            boolean there = change.getAs("there_after");
            String tie = change.getAs("follower") + " " + change.getAs("followee");
            assertTrue(found.add(line(tie, there, earliest.getTime() / 1000, latest.getTime() / 1000)), tie);
            kinds.merge(judged(change, latest.getTime() / 1000), 1, Integer::sum);
        }
        assertTrue(expected.size() > 10_000, expected.size() + " changes");
        assertEquals(expected, found);
        assertTrue(kinds.getOrDefault("unknown", 0) > 0, "lists of followers can't tell all: " + kinds);
        assertTrue(kinds.getOrDefault("prune", 0) > 4_000, "two accounts dropped thousands: " + kinds);
        assertTrue(KINDS.containsAll(kinds.keySet()), kinds.toString());
    }

    /** The kind of a change, or what is wrong with it: an account that no list shows any more has perhaps not unfollowed. */
    private String judged(Row change, long latest) {
        String kind = change.getAs("change");
        boolean followerSeen = present.get(latest).contains(change.<Long>getAs("follower"));
        boolean followeeSeen = present.get(latest).contains(change.<Long>getAs("followee"));
        boolean bothSeen = followerSeen && followeeSeen;
        if (!bothSeen && (kind.equals("unfollow") || kind.equals("block-like"))) {
            return "named though an end is not seen";
        }
        if (bothSeen && kind.equals("unknown")) {
            return "unknown though both ends are seen";
        }
        return kind;
    }

    private void expect(TreeSet<String> changes, long follower, long followee, LongPredicate seenAt) {
        for (LocalDate day : Timeline.SNAPSHOTS) {
            long snapshot = Timeline.seconds(day);
            if (seenAt.test(snapshot)) {
                present.computeIfAbsent(snapshot, unseen -> new HashSet<>()).addAll(List.of(follower, followee));
            }
        }
        for (int later = 1; later < Timeline.SNAPSHOTS.size(); later++) {
            long before = Timeline.seconds(Timeline.SNAPSHOTS.get(later - 1));
            long after = Timeline.seconds(Timeline.SNAPSHOTS.get(later));
            if (seenAt.test(before) != seenAt.test(after)) {
                changes.add(line(follower + " " + followee, seenAt.test(after), before, after));
            }
        }
    }

    private static String line(String tie, boolean there, long earliest, long latest) {
        return tie + (there ? " came " : " left ") + earliest + ".." + latest;
    }

    private static Inputs ledger(SparkSession session, Path folder) {
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse").toString(), new Configuration());
        IngestOptions options =
                IngestOptions.of(List.of(folder.resolve("export").toString()), Optional.empty());
        List<Derivation> all = ChurnSteps.steps(ChurnOptions.defaults());
        int last = all.stream().map(Derivation::name).toList().indexOf(LAST_STEP);
        warehouse.publish(session, RUN, draft -> {
            Ingest.into(draft, options, said -> {});
            Pipeline.of(all.subList(0, last + 1)).run(draft, Progress.SILENT);
        });
        return warehouse.tables(session, warehouse.published());
    }
}
