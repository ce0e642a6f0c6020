package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.ContrastTables.GROUP_CONTRASTS;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.LockstepTables.DATED_TIES;
import static org.followerassay.testkit.TextTable.assertTable;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Accounts 1 and 2 with 100 followers each, 20 of them in both lists (the pool): none of the pool has a bio, of the others one in
 * ten has none. Account 3 has no list; 40 came to it by events, the pool among them.
 */
@ExtendWith(SparkTest.class)
class ProfileContrastsTest {
    private static final Timestamp SNAPSHOT = Drawings.at("2026-01-01T00:00:00Z");

    @Test
    void everySignatureIsComparedByItself(Drawings draw) {
        Profiled pool = looking("pool", true, "account in (1, 2, 3) and follower < 20");
        Profiled others = looking("others", false, "account = 1 and follower >= 20 and follower < 60");

        assertTable(
                """
                account  signature  trait   members  members_with  others  others_with  differs  told
                1        others     no_bio  40       4             60      24           false    true
                1        pool       no_bio  20       20            80      8            true     true
                2        pool       no_bio  20       20            80      8            true     true
                3        pool       no_bio  20       20            20      2            true     true
                """, PROFILE_CONTRASTS.conform(new ProfileContrasts(List.of(pool, others)).derive(world(draw))), draw);
    }

    /** Each of the pool counts once, and so does each of the 180 others. */
    @Test
    void aGroupIsComparedAsAWhole(Drawings draw) {
        Profiled pool = looking("pool", true, "account in (1, 2, 3) and follower < 20");
        Profiled others = looking("others", false, "account = 1 and follower >= 20 and follower < 60");

        assertTable("""
                signature  found_in  trait   members  members_with  others  others_with  differs  told
                pool       all       no_bio  20       20            180     18           true     true
                """, GROUP_CONTRASTS.conform(new GroupContrasts(List.of(pool, others)).derive(world(draw))), draw);
    }

    private static TestInputs world(Drawings draw) {
        List<Row> follows = new ArrayList<>();
        List<Row> dated = new ArrayList<>();
        List<Object[]> accounts = new ArrayList<>();
        for (long follower = 0; follower < 200; follower++) {
            accounts.add(new Object[] {SNAPSHOT, follower, follower >= 20 && follower % 10 != 0});
            if (follower < 100) {
                follows.add(RowFactory.create(SNAPSHOT, 1L, follower, null, null));
            }
            if (follower < 20 || follower >= 100 && follower < 180) {
                follows.add(RowFactory.create(SNAPSHOT, 2L, follower, null, null));
            }
            if (follower < 20 || follower >= 180) {
                dated.add(RowFactory.create(3L, follower, SNAPSHOT, 0L));
            }
        }
        Row event = RowFactory.create(0L, 3L, "follow", SNAPSHOT, SNAPSHOT);
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(DATED_TIES, draw.rows(DATED_TIES, dated))
                .with(FOLLOW_EVENTS, draw.rows(FOLLOW_EVENTS, List.of(event)))
                .with(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of(
                                        RowFactory.create(SNAPSHOT, 1L, "followers", 100L, null, true, null),
                                        RowFactory.create(SNAPSHOT, 2L, "followers", 100L, null, true, null))))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "has_bio"),
                                accounts.toArray(Object[][]::new)));
    }

    /** A signature that looks at the ties of lists and events for which a condition holds. */
    private static Profiled looking(String name, boolean inGroups, String condition) {
        return new Profiled() {
            @Override
            public Dataset<Row> profiled(Inputs inputs) {
                return KnownFollowers.of(inputs).where(condition).withColumn("found_in", lit("all"));
            }

            @Override
            public List<Table> profiledFrom() {
                return List.of();
            }

            @Override
            public boolean inGroups() {
                return inGroups;
            }

            @Override
            public Record options() {
                return new Derivation.None();
            }

            @Override
            public String signature() {
                return name;
            }
        };
    }
}
