package org.followerassay.signature.lots;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.LOTS;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Follower lists of invented accounts, grown by simple rules, with or without a lot. */
public final class Lists {
    static final Instant START = Instant.parse("2016-01-01T00:00:00Z");
    private static final Timestamp SNAPSHOT = Drawings.at("2026-01-01T00:00:00Z");

    private final Random random;
    private final Map<Long, List<Long>> lists = new TreeMap<>();
    private final Map<Long, Instant> created = new HashMap<>();
    private final Map<Long, Boolean> posts = new HashMap<>();
    private long nextId = 1_000_000;

    public Lists(long seed) {
        random = new Random(seed);
    }

    /** Followers of mixed age who arrive one by one: every six hours, created up to ten years before. */
    public Lists organic(long account, int followers) {
        return organic(account, followers, 1);
    }

    /** The same, so many of ten of whom have never posted. */
    public Lists organic(long account, int followers, int silent) {
        Instant now = START;
        for (int i = 0; i < followers; i++) {
            now = now.plus(Duration.ofHours(6));
            follow(account, newAccount(now.minus(age()), random.nextInt(10) >= silent));
        }
        return this;
    }

    /** A lot in the middle of the list: accounts created within some days, delivered one after the other. */
    public Lists lot(long account, int followers, Instant createdFrom, int days, boolean active) {
        List<Long> list = lists.get(account);
        int middle = list.size() / 2;
        for (int i = 0; i < followers; i++) {
            long id = newAccount(createdFrom.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60))), active);
            list.add(middle, id);
        }
        return this;
    }

    /** The same lot in the middle of several lists. */
    public Lists sharedLot(List<Long> accounts, int followers, Instant createdFrom, int days) {
        for (int i = 0; i < followers; i++) {
            long id = newAccount(createdFrom.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60))), false);
            for (long account : accounts) {
                lists.get(account).add(lists.get(account).size() / 2, id);
            }
        }
        return this;
    }

    /** A batch that trickled in, spread over the whole list. */
    public Lists drip(long account, int followers, Instant createdFrom, int days, boolean active) {
        List<Long> list = lists.get(account);
        for (int i = 0; i < followers; i++) {
            long id = newAccount(createdFrom.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60))), active);
            list.add(random.nextInt(list.size()), id);
        }
        return this;
    }

    /** The same followers for several accounts, spread over each list. */
    public Lists pool(List<Long> accounts, int followers, boolean active) {
        for (int i = 0; i < followers; i++) {
            long id = newAccount(START.minus(age()), active);
            for (long account : accounts) {
                List<Long> list = lists.get(account);
                list.add(random.nextInt(list.size()), id);
            }
        }
        return this;
    }

    /** Everything the signatures read, up to the lots. */
    public TestInputs inputs(Drawings draw, LotOptions options) {
        List<Row> follows = new ArrayList<>();
        List<Row> coverage = new ArrayList<>();
        lists.forEach((account, followers) -> {
            for (int position = 0; position < followers.size(); position++) {
                follows.add(RowFactory.create(SNAPSHOT, account, followers.get(position), (long) position, null));
            }
            coverage.add(RowFactory.create(SNAPSHOT, account, "followers", (long) followers.size(), null, true, null));
        });
        List<Object[]> accounts = new ArrayList<>();
        created.forEach(
                (id, at) -> accounts.add(new Object[] {SNAPSHOT, id, Timestamp.from(at), posts.get(id) ? 20L : 0L}));
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(COVERAGE, draw.rows(COVERAGE, coverage))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "created_at", "posts"),
                                accounts.toArray(Object[][]::new)));
        inputs.with(ARRIVALS, new Arrivals().derive(inputs).localCheckpoint());
        return inputs.with(LOTS, new Lots(options).derive(inputs).localCheckpoint());
    }

    private Duration age() {
        return Duration.ofMinutes(random.nextInt(10 * 365 * 24 * 60));
    }

    private void follow(long account, long follower) {
        lists.computeIfAbsent(account, none -> new ArrayList<>()).add(follower);
    }

    private long newAccount(Instant at, boolean active) {
        created.put(nextId, at);
        posts.put(nextId, active);
        return nextId++;
    }
}
