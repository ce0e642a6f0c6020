package org.followerassay.churn;

import static org.followerassay.churn.History.day;
import static org.followerassay.churn.History.names;
import static org.followerassay.table.ChurnTables.FOLLOW_CHANGES;
import static org.followerassay.table.EngagementTables.ACTOR_CLOCK;
import static org.followerassay.table.EngagementTables.AUDIENCE_ENGAGEMENT;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.INTERACTIONS;
import static org.followerassay.testkit.TextTable.assertTable;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.followerassay.churn.ChurnOptions.Clock;
import org.followerassay.churn.ChurnOptions.Engagement;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class EngagementTest {
    private static final long HOUR = 3_600_000;
    private static final int LIST_DAY = 200;

    private final List<Object[]> profiles = new ArrayList<>();
    private final List<Object[]> interactions = new ArrayList<>();
    private final List<Object[]> follows = new ArrayList<>();

    @Test
    void whoIsSilentForThreeMonthsIsDormantAndWhoIsNewOrOnlyLikesIsNot(Drawings draw) {
        profile(draw, "poster", LIST_DAY, LIST_DAY - 5, 300L, 1);
        profile(draw, "silent", LIST_DAY, LIST_DAY - 91, 300L, 1);
        profile(draw, "never posted", LIST_DAY, 0, 0L, 1);
        // Look-alikes: registered last month; posts nothing, but likes; and a profile that is too old to tell.
        profile(draw, "newcomer", LIST_DAY, 0, 0L, LIST_DAY - 30);
        profile(draw, "liker", LIST_DAY, 0, 0L, 1);
        interaction(draw, "liker", "somebody else", LIST_DAY - 10);
        profile(draw, "seen last year", LIST_DAY - 100, LIST_DAY - 130, 300L, 1);
        String[] known = {"poster", "silent", "never posted", "newcomer", "liker"};
        String[] all = {"poster", "silent", "never posted", "newcomer", "liker", "seen last year", "no profile"};
        History history = new History(draw)
                .followers(LIST_DAY - 1, "ann", "somebody of yesterday")
                .followers(LIST_DAY, "ann", known)
                .followers(LIST_DAY, "bea", all)
                .followers(LIST_DAY, "cid", "no profile", "seen last year", "silent")
                .list(LIST_DAY, "dan", "followers", false, "silent");

        assertTable(
                """
                account  followers  activity_known  dormant  dormant_low  dormant_high  dormant_share  reason
                ann      5          5               2        0.4          0.4           0.4            (none)
                bea      7          5               2        0.2857       0.5714        0.4            (none)
                cid      3          1               1        0.3333       1             -              \
                not enough data: the activity of 1 of 3 followers is known
                """,
                engagement(draw, history, new Engagement(90, 3, 0.5, 10))
                        .of(AUDIENCE_ENGAGEMENT)
                        .selectExpr(
                                "account",
                                "followers",
                                "activity_known",
                                "dormant",
                                "dormant_low",
                                "dormant_high",
                                "dormant_share",
                                "if(reason = '', '(none)', reason) reason"),
                draw);
    }

    @Test
    void theCoreComesBackInAnotherWeekAndMustStillFollow(Drawings draw) {
        for (String regular : names("regular", 1, 2)) {
            interaction(draw, regular, "ann", 10);
            interaction(draw, regular, "ann", 31);
        }
        // Look-alikes: a giveaway brings ten likes in one week, and one who left was there every week.
        for (int day = 5; day <= 8; day++) {
            interaction(draw, "winner", "ann", day);
            interaction(draw, "gone", "ann", 7 * day);
        }
        History history = new History(draw)
                .followers(LIST_DAY, "ann", "regular1", "regular2", "winner", "forgot1", "forgot2")
                .followers(LIST_DAY, "bea", "regular1");

        assertTable(
                """
                account  followers  interacting  engaged_core  responsiveness  core_share  tier   tier_responsiveness
                ann      5          3            2             0.6             0.4         small  0.6
                bea      1          -            -             -               -           small  0.6
                """, engagement(draw, history, new Engagement(90, 50, 0.5, 1)).of(AUDIENCE_ENGAGEMENT), draw);
    }

    @Test
    void softwareFollowsAtAllHoursOfADayAndATravellerDoesNot(Drawings draw) {
        Random random = new Random(2);
        for (int day = 1; day <= 12; day++) {
            for (int hour = 0; hour < 24; hour++) {
                follow("at all hours", day, hour * 60 + random.nextInt(60));
            }
            // Awake for ten hours, which begin two hours later each day.
            for (int one = 0; one < 25; one++) {
                follow("traveller", day, 120 * day + random.nextInt(600));
                follow("by day", day, 480 + random.nextInt(600));
            }
            for (int one = 0; one < 50; one++) {
                follow("in fifties", day, 600 + one / 5);
            }
            // Evenings of a person: some at a time, as it comes.
            for (int one = 0, many = 14 + random.nextInt(20); one < many; one++) {
                follow("evenings", day, 1_200 + one);
            }
            follow("one a day", day, 600);
        }
        // Known to a day only, by a snapshot.
        for (int one = 0; one < 300; one++) {
            follows.add(new Object[] {draw.id("listed"), 5_000L + one, day(1), day(2), true});
        }
        for (Object[] follow : follows) {
            follow[0] = follow[0] instanceof String name ? draw.id(name) : follow[0];
        }
        List<String> columns = List.of("follower", "followee", "earliest", "latest", "there_after");
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOW_CHANGES, draw.rows(FOLLOW_CHANGES, columns, follows.toArray(Object[][]::new)));

        assertTable("""
                account       dated_follows  dated_days  long_days  quiet_hours  round_the_clock  even_batches
                at all hours  288            12          12         0            true             false
                by day        300            12          0          14           false            false
                evenings      215            12          0          23           false            false
                in fifties    600            12          0          23           false            true
                one a day     12             12          0          23           false            false
                traveller     300            13          0          0            false            false
                """, Ledger.after(inputs, new ActorClock(Clock.defaults())).of(ACTOR_CLOCK), draw);
    }

    private void follow(String follower, int day, int minute) {
        Timestamp time = new Timestamp(day(day).getTime() + minute * 60_000L);
        follows.add(new Object[] {follower, 10_000L + follows.size(), time, time, true});
    }

    private void profile(Drawings draw, String name, int seen, int lastPost, Long posts, int created) {
        profiles.add(new Object[] {
            day(seen),
            draw.id(name),
            lastPost == 0 ? null : day(lastPost),
            posts,
            new Timestamp(day(created).getTime() + HOUR)
        });
    }

    private void interaction(Drawings draw, String actor, String target, int day) {
        interactions.add(new Object[] {draw.id(actor), draw.id(target), "like", new Date(day(day).getTime()), 1L});
    }

    private TestInputs engagement(Drawings draw, History history, Engagement options) {
        TestInputs inputs = history.after()
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS,
                                List.of("snapshot", "account", "last_post_at", "posts", "created_at"),
                                profiles.toArray(Object[][]::new)))
                .with(
                        INTERACTIONS,
                        draw.rows(
                                INTERACTIONS,
                                List.of("actor", "target", "kind", "period", "count"),
                                interactions.toArray(Object[][]::new)));
        return Ledger.after(inputs, new AudienceEngagement(options));
    }
}
