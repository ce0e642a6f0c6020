package org.followerassay.signature.profile;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class AudienceProfilesTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final Timestamp LATER = Drawings.at("2026-02-01T00:00:00Z");

    @Test
    void sharesAreOfTheFollowersOfWhomTheTraitIsKnown(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.follows("ann <- bob cat dan eve"))
                .with(COVERAGE, coverage(draw, new Object[] {DAY, draw.id("ann"), "followers", 4L, true}))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "posts", "followers", "followees"),
                                new Object[] {DAY, draw.id("bob"), 0L, 2L, 200L},
                                new Object[] {DAY, draw.id("cat"), 7L, 30L, 1_499L},
                                new Object[] {DAY, draw.id("dan"), null, 0L, 60L}));

        assertTable("""
                account  trait            known  followers  share
                ann      few_followers    3      2          0.6667
                ann      follows_50_to_1  3      2          0.6667
                ann      mass_follower    3      0          0
                ann      never_posted     2      1          0.5
                """, profiles(inputs), draw);
    }

    @Test
    void theNewestStatementCounts(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.follows("ann <- bob"))
                .with(COVERAGE, coverage(draw, new Object[] {DAY, draw.id("ann"), "followers", 1L, true}))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "posts", "has_bio", "last_post_at"),
                                new Object[] {DAY, draw.id("bob"), 0L, false, Drawings.at("2025-12-31T00:00:00Z")},
                                new Object[] {LATER, draw.id("bob"), 3L, null, Drawings.at("2025-10-01T00:00:00Z")}));

        assertTable("""
                trait           followers
                never_posted    0
                no_bio          1
                silent_90_days  1
                """, profiles(inputs), draw);
    }

    @Test
    void intervalsAreWilsons(Drawings draw) {
        // 10 of 50: Wilson's interval is 11.24 % to 33.04 %.
        assertTable("""
                account  known  followers  share  share_low  share_high
                1        50     10         0.2    0.1124     0.3304
                """, profiles(audiences(draw, new int[] {10}, 50)), draw);
    }

    @Test
    void anAudienceFarFromItsPeersIsAWeakFinding(Drawings draw) {
        TestInputs inputs = audiences(draw, new int[] {5, 6, 5, 7, 6, 5, 4, 6, 5, 6, 5, 60}, 100);
        inputs.with(AUDIENCE_PROFILES, new AudienceProfiles().derive(inputs));

        assertTable(
                """
                account  signature         axis      tier  support  evidence
                12       audience profile  audience  weak  60       60 of 100 followers with a known profile have never posted: 60.0 %, against a median of 5.5 % among 12 accounts of its size.
                """,
                FINDINGS.conform(new AudienceProfileFindings(AudienceProfileOptions.defaults()).derive(inputs)), draw);
    }

    /** Accounts 1, 2, … with so many followers each, some of whom never posted. */
    private static TestInputs audiences(Drawings draw, int[] neverPosted, int followers) {
        List<Row> follows = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        List<Object[]> lists = new ArrayList<>();
        for (int i = 0; i < neverPosted.length; i++) {
            long account = i + 1L;
            lists.add(new Object[] {DAY, account, "followers", (long) followers, true});
            for (int j = 0; j < followers; j++) {
                long follower = account * 1_000 + j;
                follows.add(RowFactory.create(DAY, account, follower, null, null));
                accounts.add(new Object[] {DAY, follower, j < neverPosted[i] ? 0L : 9L});
            }
        }
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(COVERAGE, coverage(draw, lists.toArray(Object[][]::new)))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS, List.of("snapshot", "account", "posts"), accounts.toArray(Object[][]::new)));
    }

    private static Dataset<Row> coverage(Drawings draw, Object[]... lists) {
        return draw.rows(COVERAGE, List.of("snapshot", "account", "direction", "listed", "complete"), lists);
    }

    private static Dataset<Row> profiles(TestInputs inputs) {
        return AUDIENCE_PROFILES.conform(new AudienceProfiles().derive(inputs));
    }
}
