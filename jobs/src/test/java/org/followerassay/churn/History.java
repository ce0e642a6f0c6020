package org.followerassay.churn;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.FOLLOW_EVENTS;
import static org.followerassay.table.IngestTables.LISTS;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.Derivation;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/** Lists of accounts over days, as the tables that an export of them becomes. Day n is n days after 2025-12-31. */
final class History {
    private final Drawings draw;
    private final List<Row> follows = new ArrayList<>();
    private final List<Row> coverage = new ArrayList<>();
    private final List<Row> lists = new ArrayList<>();
    private final List<Object[]> statuses = new ArrayList<>();
    private final List<Row> events = new ArrayList<>();

    History(Drawings draw) {
        this.draw = draw;
    }

    static Timestamp day(int number) {
        return new Timestamp(Drawings.DAY_1.getTime() + (number - 1) * 86_400_000L);
    }

    /** The followers of an account on a day, all of them. */
    History followers(int day, String account, String... names) {
        return list(day, account, "followers", true, names);
    }

    /** The accounts that an account follows on a day, all of them. */
    History followees(int day, String account, String... names) {
        return list(day, account, "followees", true, names);
    }

    History list(int day, String account, String direction, boolean complete, String... names) {
        for (String name : names) {
            long followee = draw.id(direction.equals("followers") ? account : name);
            long follower = draw.id(direction.equals("followers") ? name : account);
            follows.add(RowFactory.create(day(day), followee, follower, null, null));
        }
        return covered(day, account, direction, complete, names.length);
    }

    /** The followers of an account on a day, all of them, oldest first, with their places. */
    History ordered(int day, String account, String... oldestFirst) {
        for (int position = 0; position < oldestFirst.length; position++) {
            follows.add(RowFactory.create(
                    day(day), draw.id(account), draw.id(oldestFirst[position]), (long) position, null));
        }
        return covered(day, account, "followers", true, oldestFirst.length);
    }

    /** A list of which only the length is looked at. */
    History covered(int day, String account, String direction, boolean complete, long listed) {
        long id = draw.id(account);
        coverage.add(RowFactory.create(day(day), id, direction, listed, null, complete, null));
        lists.add(RowFactory.create(day(day), id, direction, "input of day " + day, listed, null, complete, null));
        return this;
    }

    /** What a profile says of an account on a day. */
    History status(int day, String account, String status) {
        statuses.add(new Object[] {day(day), draw.id(account), status});
        return this;
    }

    /** A tie of a day with the time at which it was made. */
    History made(int day, String follower, String followee, Timestamp followedAt) {
        follows.add(RowFactory.create(day(day), draw.id(followee), draw.id(follower), null, followedAt));
        return this;
    }

    History event(String follower, String followee, String change, Timestamp earliest, Timestamp latest) {
        events.add(RowFactory.create(draw.id(follower), draw.id(followee), change, earliest, latest));
        return this;
    }

    /** Names a1, a2, … */
    static String[] names(String prefix, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    /** The tables as ingested, and what these steps make of them, in their order. */
    TestInputs after(Derivation... steps) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows).repartition(3))
                .with(COVERAGE, draw.rows(COVERAGE, coverage).repartition(3))
                .with(LISTS, draw.rows(LISTS, lists))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS, List.of("snapshot", "account", "status"), statuses.toArray(Object[][]::new)))
                .with(FOLLOW_EVENTS, draw.rows(FOLLOW_EVENTS, events));
        return Ledger.after(inputs, steps);
    }
}
