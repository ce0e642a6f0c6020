package org.followerassay.signature.shared;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

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

/** Followers and the accounts that each follows, in the rows of an export; accounts are numbered from 1. */
final class Crowds {
    static final long FIRST_FOLLOWER = 1_000;

    private final Random random;
    private final List<Set<Long>> followees = new ArrayList<>();

    Crowds(long seed) {
        random = new Random(seed);
    }

    /** Followers who each follow 1 to {@code most} of the accounts up to {@code accounts}, the first ones more often. */
    Crowds organic(int followers, int most, int accounts) {
        for (int i = 0; i < followers; i++) {
            int many = 1 + (int) (most * Math.pow(random.nextDouble(), 3));
            Set<Long> chosen = new TreeSet<>();
            while (chosen.size() < many) {
                chosen.add(1 + (long) (accounts * Math.pow(random.nextDouble(), 1.5)));
            }
            followees.add(chosen);
        }
        return this;
    }

    /** Followers who each follow {@code reuse} of the customers and nobody else. */
    Crowds pool(int followers, List<Long> customers, int reuse) {
        for (int i = 0; i < followers; i++) {
            List<Long> chosen = new ArrayList<>(customers);
            Collections.shuffle(chosen, random);
            followees.add(new TreeSet<>(chosen.subList(0, reuse)));
        }
        return this;
    }

    /** Each follower's accounts, by follower. */
    Map<Long, Set<Long>> followees() {
        Map<Long, Set<Long>> byFollower = new TreeMap<>();
        followees.forEach(chosen -> byFollower.put(FIRST_FOLLOWER + byFollower.size(), chosen));
        return byFollower;
    }

    TestInputs inputs(Drawings draw) {
        return inputs(draw, 2, false);
    }

    TestInputs inputs(Drawings draw, int partitions, boolean shuffled) {
        List<Row> follows = new ArrayList<>();
        Map<Long, Long> listed = new TreeMap<>();
        followees()
                .forEach((follower, accounts) -> accounts.forEach(account -> {
                    follows.add(RowFactory.create(Drawings.DAY_1, account, follower, null, null));
                    listed.merge(account, 1L, Long::sum);
                }));
        List<Row> coverage = new ArrayList<>();
        listed.forEach((account, followers) ->
                coverage.add(RowFactory.create(Drawings.DAY_1, account, "followers", followers, null, true, null)));
        if (shuffled) {
            Collections.shuffle(follows, random);
            Collections.shuffle(coverage, random);
        }
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(partitions))
                .with(COVERAGE, draw.rows(COVERAGE, coverage).repartition(partitions));
    }
}
