package org.followerassay.rank;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.testkit.Drawings.DAY_1;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Follower lists with what is known of the followers, as the tables that an export of them becomes. */
final class Audiences {
    private final Drawings draw;
    private final List<Row> follows = new ArrayList<>();
    private final List<Row> coverage = new ArrayList<>();
    private final List<Object[]> accounts = new ArrayList<>();
    private final List<Row> matches = new ArrayList<>();

    Audiences(Drawings draw) {
        this.draw = draw;
    }

    Audiences followed(String account, String... followers) {
        return followedOn(DAY_1, account, followers);
    }

    Audiences followedOn(Timestamp snapshot, String account, String... followers) {
        for (String follower : followers) {
            follows.add(RowFactory.create(snapshot, draw.id(account), draw.id(follower), null, null));
        }
        coverage.add(
                RowFactory.create(snapshot, draw.id(account), "followers", (long) followers.length, null, true, null));
        return this;
    }

    Audiences lists(String account, String direction, long listed, boolean complete) {
        coverage.add(RowFactory.create(DAY_1, draw.id(account), direction, listed, null, complete, null));
        return this;
    }

    Audiences stated(String account, Integer followers, Integer followees) {
        return statedOn(
                DAY_1,
                account,
                followers == null ? null : Long.valueOf(followers),
                followees == null ? null : Long.valueOf(followees));
    }

    Audiences statedOn(Timestamp snapshot, String account, Long followers, Long followees) {
        accounts.add(new Object[] {snapshot, draw.id(account), followers, followees});
        return this;
    }

    Audiences matched(String followee, String follower) {
        matches.add(RowFactory.create(DAY_1, draw.id(followee), draw.id(follower), "lots", 1.0, "lot 1"));
        return this;
    }

    /** The ranking with rows in several partitions. */
    Dataset<Row> ranked() {
        return ranked(inputs());
    }

    TestInputs inputs() {
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(3))
                .with(COVERAGE, draw.rows(COVERAGE, coverage).repartition(3))
                .with(SIGNATURE_MATCHES, draw.rows(SIGNATURE_MATCHES, matches))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "followers", "followees"),
                                accounts.toArray(Object[][]::new)));
    }

    static Dataset<Row> ranked(TestInputs inputs) {
        return AUDIENCE_RANK.conform(new AudienceRank(RankOptions.defaults()).derive(inputs));
    }
}
