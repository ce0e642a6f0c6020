package org.followerassay.signature.lockstep;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Invented accounts whose followers' times are known, with and without crowds that were sent. */
public final class Deliveries {
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int YEAR_HOURS = 365 * 24;
    private static final Timestamp SNAPSHOT = Drawings.at("2026-01-01T00:00:00Z");

    /** A tie's ends. */
    public record Tie(long account, long follower) {}

    private final Random random;
    private final Map<Tie, Instant> ties = new HashMap<>();
    private final Map<Long, Boolean> posts = new TreeMap<>();
    private final Map<String, Set<Tie>> planted = new TreeMap<>();
    private long nextFollower = 1_000_000;

    public Deliveries(long seed) {
        random = new Random(seed);
    }

    /** Followers of one to six of the accounts, at any time of two years; a third follow two of them in one sitting. */
    public Deliveries organic(List<Long> accounts, int followersEach) {
        for (int ties = 0; ties < accounts.size() * followersEach; ) {
            long follower = follower(random.nextInt(10) > 0);
            Instant first = sometime();
            int followees = 1 + random.nextInt(6);
            for (int i = 0; i < followees; i++) {
                boolean sameSitting = i == 1 && random.nextInt(3) == 0;
                follow(any(accounts), follower, sameSitting ? first.plus(minutes(30)) : i == 0 ? first : sometime());
            }
            ties += followees;
        }
        return this;
    }

    /** A pool of accounts delivered to each customer, spread over a time, one customer after the other. */
    public Deliveries delivered(String name, List<Long> customers, int pool, Duration spread, boolean active) {
        List<Long> followers = new ArrayList<>();
        for (int i = 0; i < pool; i++) {
            followers.add(follower(active));
        }
        for (long customer : customers) {
            Instant begin = sometime();
            for (long follower : followers) {
                plant(name, customer, follower, begin.plus(minutes((int) spread.toMinutes())));
            }
        }
        return this;
    }

    /** A broadcast: new and known followers come to all of the accounts in one evening. */
    public Deliveries broadcast(String name, List<Long> accounts, int audience) {
        Instant evening = sometime();
        for (int i = 0; i < audience; i++) {
            long follower = follower(random.nextInt(10) > 0);
            for (long account : accounts) {
                plant(name, account, follower, evening.plus(minutes(120)));
            }
        }
        return this;
    }

    /** One post goes round: many come to one account, each of whom follows another one at another time. */
    public Deliveries viral(String name, long account, List<Long> others, int audience) {
        Instant evening = sometime();
        for (int i = 0; i < audience; i++) {
            long follower = follower(random.nextInt(10) > 0);
            plant(name, account, follower, evening.plus(minutes(120)));
            for (int other = 0; other < 3; other++) {
                follow(any(others), follower, sometime());
            }
        }
        return this;
    }

    /** Newcomers follow all accounts of a list that the platform suggests, in one sitting, for half a year. */
    public Deliveries suggested(String name, List<Long> accounts, int newcomers) {
        Instant begin = START.plus(Duration.ofDays(200));
        for (int i = 0; i < newcomers; i++) {
            long follower = follower(random.nextInt(10) > 5);
            Instant sitting = begin.plus(minutes(180 * 24 * 60));
            for (long account : accounts) {
                plant(name, account, follower, sitting.plus(minutes(10)));
            }
        }
        return this;
    }

    public Map<String, Set<Tie>> planted() {
        return planted;
    }

    public Map<Tie, Instant> ties() {
        return ties;
    }

    /** Lists, times and, if wanted, profiles; rows in an order of the seed. */
    public TestInputs inputs(Drawings draw, boolean profiles, long shuffle, int partitions) {
        List<Row> follows = new ArrayList<>();
        Map<Long, Long> listed = new TreeMap<>();
        ties.forEach((tie, at) -> {
            follows.add(RowFactory.create(SNAPSHOT, tie.account(), tie.follower(), null, Timestamp.from(at)));
            listed.merge(tie.account(), 1L, Long::sum);
        });
        Collections.shuffle(follows, new Random(shuffle));
        List<Row> coverage = new ArrayList<>();
        listed.forEach((account, count) ->
                coverage.add(RowFactory.create(SNAPSHOT, account, "followers", count, null, true, null)));
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(partitions))
                .with(COVERAGE, draw.rows(COVERAGE, coverage));
        if (profiles) {
            List<Object[]> accounts = new ArrayList<>();
            posts.forEach((id, active) -> accounts.add(new Object[] {SNAPSHOT, id, active ? 20L : 0L}));
            inputs.with(
                    ACCOUNTS,
                    draw.rows(ACCOUNTS, List.of("snapshot", "account", "posts"), accounts.toArray(Object[][]::new)));
        }
        return inputs;
    }

    public void follow(long account, long follower, Instant at) {
        ties.putIfAbsent(new Tie(account, follower), at);
    }

    private void plant(String name, long account, long follower, Instant at) {
        follow(account, follower, at);
        planted.computeIfAbsent(name, none -> new HashSet<>()).add(new Tie(account, follower));
    }

    private long follower(boolean active) {
        posts.put(nextFollower, active);
        return nextFollower++;
    }

    private Instant sometime() {
        return START.plus(minutes(2 * YEAR_HOURS * 60 - 100 * 24 * 60));
    }

    private Duration minutes(int below) {
        return Duration.ofSeconds(random.nextInt(below * 60));
    }

    private long any(List<Long> accounts) {
        return accounts.get(random.nextInt(accounts.size()));
    }
}
