package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.table.ChurnTables.ACTORS;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.ChurnTables.SOCIAL_CAPITALISTS;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.churn.ChurnOptions.Behaviour;
import org.followerassay.churn.ChurnOptions.Capital;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts of each kind over 90 days of a ledger, with those that look alike and are not. */
@ExtendWith(SparkTest.class)
class ActorsTest {
    private static final int OF_EACH = 20;
    private static final int DAYS = 90;
    private static final int NEVER = 10_000;
    private static final List<String> COLUMNS =
            List.of("follower", "followee", "earliest", "latest", "change", "there_after", "follower_alive");

    private final Random random = new Random(5);
    private final List<Object[]> changes = new ArrayList<>();
    private final Map<Long, String> kinds = new TreeMap<>();
    private long nextFollowee = 1_000_000;

    @Test
    void plantedActorsAreFoundAndThoseWhoLookAlikeAreNot(Drawings draw) {
        plant();
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOW_CHANGES, draw.rows(FOLLOW_CHANGES, COLUMNS, changes.toArray(Object[][]::new)));
        Ledger.after(
                inputs,
                new FollowEpisodes(),
                new Actors(Behaviour.defaults()),
                new ActorFindings(Behaviour.defaults()));
        Map<String, TreeSet<Long>> found = new TreeMap<>();
        for (Row finding : inputs.of(FINDINGS).collectAsList()) {
            found.computeIfAbsent(finding.getAs("signature"), unseen -> new TreeSet<>())
                    .add(finding.getAs("account"));
        }

        assertFinds("churner", found.get("follow churning"), List.of("robot"));
        assertFinds("fisher", found.get("follow-back fishing"), List.of());
        assertFinds("mass follower", found.get("mass following"), List.of());
        assertFinds("robot", found.get("software rhythm"), List.of());
        found.forEach((signature, accounts) -> accounts.forEach(account ->
                assertTrue(!kinds.get(account).startsWith("innocent"), signature + ": " + kinds.get(account))));
    }

    /** Precision and recall of at least 0.95, other planted kinds that may show the same set aside. */
    private void assertFinds(String kind, TreeSet<Long> found, List<String> alsoRight) {
        long hits = found.stream()
                .filter(account -> kinds.get(account).equals(kind))
                .count();
        long wrong = found.stream()
                .filter(account -> !kinds.get(account).equals(kind) && !alsoRight.contains(kinds.get(account)))
                .count();
        assertTrue(hits >= 0.95 * OF_EACH, kind + ": " + hits + " of " + OF_EACH);
        assertTrue(hits >= 0.95 * (hits + wrong), kind + ": " + wrong + " others");
    }

    private void plant() {
        for (int i = 0; i < OF_EACH; i++) {
            long account = i + 1;
            churner(account);
            fisher(account + 100);
            massFollower(account + 200);
            robot(account + 300);
            conferenceGoer(account + 400);
            journalist(account + 500);
            newUser(account + 600);
            cleaner(account + 700);
            popular(account + 800);
        }
    }

    /** Follows 20 to 60 a day for a month and drops most of them within weeks, whether they follow back or not. */
    private void churner(long account) {
        kinds.put(account, "churner");
        for (int day = 1; day <= 30; day++) {
            for (int i = 20 + random.nextInt(40); i > 0; i--) {
                boolean back = random.nextInt(20) == 0;
                // Those few who follow back are kept.
                episode(account, day, !back && random.nextInt(10) > 0 ? day + 5 + random.nextInt(30) : NEVER, back);
            }
        }
    }

    /** Follows few at a time, keeps those who don't follow back, and drops those who do. */
    private void fisher(long account) {
        kinds.put(account, "fisher");
        for (int day = 1; day <= 60; day++) {
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                boolean back = random.nextInt(10) < 4;
                episode(account, day, back && random.nextInt(10) > 0 ? day + 10 + random.nextInt(15) : NEVER, back);
            }
        }
    }

    /** Follows 450 to 700 in a day, twice, and keeps them. */
    private void massFollower(long account) {
        kinds.put(account, "mass follower");
        for (int day : List.of(5, 40)) {
            for (int i = 450 + random.nextInt(250); i > 0; i--) {
                episode(account, day, NEVER, random.nextInt(10) == 0);
            }
        }
    }

    /** Follows 40 every day and drops each after thirty days, as a queue. */
    private void robot(long account) {
        kinds.put(account, "robot");
        for (int day = 1; day <= 45; day++) {
            for (int i = 0; i < 40; i++) {
                episode(account, day, day + 30, false);
            }
        }
    }

    /** 250 in three days, of whom a tenth are dropped in the weeks after. */
    private void conferenceGoer(long account) {
        kinds.put(account, "innocent conference-goer");
        for (int i = 0; i < 250; i++) {
            int day = 10 + random.nextInt(3);
            episode(
                    account,
                    day,
                    random.nextInt(10) == 0 ? day + 5 + random.nextInt(40) : NEVER,
                    random.nextInt(3) == 0);
        }
    }

    /** 1 to 25 on most days, for the stories of the day; a quarter is dropped at some time. */
    private void journalist(long account) {
        kinds.put(account, "innocent journalist");
        for (int day = 1; day <= DAYS; day++) {
            for (int i = random.nextInt(25); i > 0; i--) {
                int lost = random.nextInt(4) == 0 ? day + 1 + random.nextInt(80) : NEVER;
                episode(account, day, lost, random.nextInt(8) == 0);
            }
        }
    }

    /** 150 on the first day, as the platform suggests, few later. */
    private void newUser(long account) {
        kinds.put(account, "innocent new user");
        for (int i = 0; i < 200; i++) {
            int day = i < 150 ? 1 : 2 + random.nextInt(DAYS - 2);
            episode(
                    account,
                    day,
                    random.nextInt(12) == 0 ? day + 3 + random.nextInt(60) : NEVER,
                    random.nextInt(6) == 0);
        }
    }

    /** 150 new ones over the time, and 600 old ones dropped in an evening, which the ledger never saw followed. */
    private void cleaner(long account) {
        kinds.put(account, "innocent spring cleaner");
        for (int i = 0; i < 150; i++) {
            int day = 1 + random.nextInt(DAYS);
            episode(account, day, day < 60 && random.nextInt(3) == 0 ? 60 : NEVER, random.nextInt(3) == 0);
        }
        for (int i = 0; i < 600; i++) {
            change(account, nextFollowee++, 60, "prune");
        }
    }

    /** Followed back by nearly all whom it follows, and hardly ever drops one. */
    private void popular(long account) {
        kinds.put(account, "innocent popular account");
        for (int day = 1; day <= DAYS; day++) {
            for (int i = random.nextInt(6); i > 0; i--) {
                episode(account, day, random.nextInt(20) == 0 ? day + 10 : NEVER, random.nextInt(10) < 9);
            }
        }
    }

    private void episode(long account, int followDay, int dropDay, boolean back) {
        long followee = nextFollowee++;
        change(account, followee, followDay, "follow");
        if (back) {
            change(followee, account, followDay + 2, "follow");
        }
        if (dropDay <= DAYS + 60) {
            change(account, followee, dropDay, "unfollow");
        }
    }

    /** Between the snapshots of a day and the day after. */
    private void change(long follower, long followee, int day, String kind) {
        kinds.putIfAbsent(follower, "followee");
        boolean there = kind.equals("follow");
        changes.add(new Object[] {follower, followee, day(day), day(day + 1), kind, there, there ? null : true});
    }

    @Test
    void aReturnBeforeTheFollowOrAfterTheDropIsNoAnswer(Drawings draw) {
        nextFollowee = 10;
        change(1, 10, 5, "follow");
        change(1, 10, 8, "unfollow");
        change(10, 1, 6, "follow");
        change(1, 11, 5, "follow");
        change(1, 11, 8, "unfollow");
        change(11, 1, 9, "follow");
        change(1, 12, 5, "follow");
        change(12, 1, 3, "follow");
        change(1, 13, 5, "follow");
        change(13, 1, 6, "follow");
        change(13, 1, 7, "unfollow");
        change(1, 13, 8, "unfollow");
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOW_CHANGES, draw.rows(FOLLOW_CHANGES, COLUMNS, changes.toArray(Object[][]::new)));
        Ledger.after(inputs, new FollowEpisodes(), new Actors(Behaviour.defaults()));

        assertTable("""
                account  follows  drops  dropped_soon  reciprocated  dropped_returned  dropped_returned_share  drop_days
                1        4        3      3             2             1         0.5            1
                """, inputs.of(ACTORS).where("account = 1"), draw);
    }

    @Test
    void socialCapitalistsHaveManyOnBothSidesAndWholeLists(Drawings draw) {
        Object[][] degrees = {
            {day(1), 1L, 900L, 1_000L, 850L, 0.94},
            {day(1), 2L, 1_000L, 900L, 850L, 0.94},
            {day(1), 3L, 150L, 150L, 149L, 0.99},
            {day(1), 4L, 900L, 900L, 300L, 0.33},
            {day(1), 5L, 900L, 900L, 890L, 0.99}
        };
        List<Row> coverage = new ArrayList<>();
        for (long account = 1; account <= 5; account++) {
            for (String direction : List.of("followers", "followees")) {
                boolean whole = account < 5 || direction.equals("followers");
                coverage.add(RowFactory.create(day(1), account, direction, 900L, null, whole, null));
            }
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(DEGREES, draw.rows(DEGREES, List.of(DEGREES.schema().fieldNames()), degrees))
                .with(COVERAGE, draw.rows(COVERAGE, coverage));
        Ledger.after(inputs, new SocialCapitalists(Capital.defaults()), new SocialCapitalistFindings());

        assertTable("""
                account  strategy  overlap_index
                1        IFYFM     0.94
                2        FMIFY     0.94
                """, inputs.of(SOCIAL_CAPITALISTS), draw);
        assertEquals(
                2,
                inputs.of(FINDINGS)
                        .where("axis = 'behaviour' and tier = 'weak'")
                        .count());
    }
}
