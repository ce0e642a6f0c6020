package org.followerassay.signature.spike;

import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SpikeTables.ARRIVAL_COHORTS;
import static org.followerassay.table.SpikeTables.BURST_DECAY;
import static org.followerassay.table.SpikeTables.GROWTH_INTERVALS;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Daily follower lists of some accounts: account, then day, then who follows. */
record Histories(Map<Long, List<Set<Long>>> lists) {
    static final int DAYS = 12;
    static final long GIVEAWAY = 1;
    static final long VIRAL = 2;
    static final long BOUGHT = 3;
    static final int BURST_DAY = 4;
    static final int PURGE_DAY = 8;

    /**
     * Ten accounts with bursts of 200 at three of them on the fifth day: of a giveaway's crowd half leave at once and few
     * later, of bought followers a fifth a day, of a viral post's as many as of any. The seventh day is a good one for
     * everybody, the ninth a purge of a tenth of everybody's followers. Some who leave come back.
     */
    static Histories of(long seed) {
        Random random = new Random(seed);
        Map<Long, List<Set<Long>>> lists = new TreeMap<>();
        long next = 1_000;
        for (long account = 1; account <= 10; account++) {
            List<Set<Long>> days = new ArrayList<>();
            Set<Long> list = new TreeSet<>();
            Set<Long> crowd = new TreeSet<>();
            Set<Long> left = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                int hurry = account == GIVEAWAY ? (day == BURST_DAY + 1 ? 50 : 2) : account == BOUGHT ? 20 : 1;
                for (long follower : List.copyOf(list)) {
                    int percent = day == PURGE_DAY ? 10 : crowd.contains(follower) ? hurry : 1;
                    if (random.nextInt(100) < percent) {
                        list.remove(follower);
                        left.add(follower);
                    }
                }
                for (long follower : List.copyOf(left)) {
                    if (random.nextInt(100) < 3) {
                        left.remove(follower);
                        list.add(follower);
                    }
                }
                int gained = (10 + random.nextInt(4)) * (day == 6 ? 5 : 1);
                for (int i = 0; i < gained; i++) {
                    list.add(next++);
                }
                for (int i = 0; i < (day == BURST_DAY && account <= BOUGHT ? 200 : 0); i++) {
                    crowd.add(next);
                    list.add(next++);
                }
                days.add(new TreeSet<>(list));
            }
            lists.put(account, days);
        }
        return new Histories(lists);
    }

    /** As published, with everything that is measured from it. */
    TestInputs inputs(Drawings draw, int partitions) {
        List<Row> follows = new ArrayList<>();
        List<Row> coverage = new ArrayList<>();
        List<Row> pairs = new ArrayList<>();
        lists.forEach((account, days) -> {
            for (int day = 0; day < DAYS; day++) {
                for (long follower : days.get(day)) {
                    follows.add(RowFactory.create(at(day), account, follower, null, null));
                }
                long listed = days.get(day).size();
                coverage.add(RowFactory.create(at(day), account, "followers", listed, null, true, null));
                if (day > 0) {
                    long before = days.get(day - 1).size();
                    pairs.add(RowFactory.create(
                            account, "followers", at(day - 1), at(day), 1.0, before, listed, true, null));
                }
            }
        });
        Collections.shuffle(follows, new Random(partitions));
        return measured(new TestInputs(draw.session())
                .with(
                        FOLLOWS,
                        draw.rows(FOLLOWS, follows).repartition(partitions).localCheckpoint())
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(SNAPSHOT_PAIRS, draw.rows(SNAPSHOT_PAIRS, pairs)));
    }

    static TestInputs measured(TestInputs inputs) {
        SpikeOptions options = SpikeOptions.defaults();
        inputs.with(ARRIVAL_COHORTS, new ArrivalCohorts().derive(inputs).localCheckpoint());
        inputs.with(
                GROWTH_INTERVALS, new GrowthIntervals(options).derive(inputs).localCheckpoint());
        return inputs.with(BURST_DECAY, new BurstDecay(options).derive(inputs).localCheckpoint());
    }

    static Timestamp at(int day) {
        return Timestamp.from(Instant.parse("2026-04-01T00:00:00Z").plus(Duration.ofDays(day)));
    }

    /** Of those who are new on a day, who are still there on a later one without a gap. */
    Set<Long> still(long account, int day, int later) {
        Set<Long> cohort = new TreeSet<>(lists.get(account).get(day));
        cohort.removeAll(lists.get(account).get(day - 1));
        for (int d = day; d <= later; d++) {
            cohort.retainAll(lists.get(account).get(d));
        }
        return cohort;
    }
}
