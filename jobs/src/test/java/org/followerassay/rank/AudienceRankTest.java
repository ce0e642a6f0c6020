package org.followerassay.rank;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.followerassay.testkit.Drawings.at;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class AudienceRankTest {
    private static final Timestamp DAY_2 = at("2026-01-02T00:00:00Z");

    @Test
    void attentionIsSharedAmongThoseFollowedAndCapped(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve", "fay")
                .followed("bob", "dan")
                .stated("dan", 0, 3)
                .stated("eve", 0, 100)
                .stated("fay", 0, 200);

        assertTable("""
                account  tier   followers  known_followers  attention  audience_h  effective_audience  rank_by_followers  rank_by_attention  rank_change
                ann      small  3          3                0.035      0           2.3333              1                  1                  0
                bob      small  1          1                0.02       0           1                   2                  2                  0
                """, audiences.ranked(), draw);
    }

    @Test
    void followersThatMatchASignatureAddNoAttention(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve")
                .followed("bob", "dan", "eve")
                .followed("cat", "eve")
                .stated("dan", 9, 50)
                .stated("eve", 9, 50)
                .matched("ann", "dan")
                .matched("cat", "eve")
                .matched("bob", "nobody");

        assertTable("""
                account  followers  known_followers  attention  effective_audience  rank_by_attention  rank_change
                ann      2          2                0.02       1                   2                  -1
                bob      2          2                0.04       2                   1                  0
                cat      1          1                0          0                   3                  0
                """, audiences.ranked(), draw);
    }

    @Test
    void hFollowersHaveAtLeastHFollowersEach(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "f5", "f3", "f2", "f1")
                .followed("bob", "f5", "f3", "f3b", "f1")
                .stated("f5", 5, 1)
                .stated("f3", 3, 1)
                .stated("f3b", 3, 1)
                .stated("f2", 2, 1)
                .stated("f1", 1, 1);

        assertTable("""
                account  audience_h  rank_by_audience_h
                ann      2           2
                bob      3           1
                """, audiences.ranked(), draw);
    }

    @Test
    void nothingKnownOfTheFollowersIsNoMeasure(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan")
                .followed("bob", "eve", "fay")
                .followed("cat", "gus")
                .followed("nil")
                .stated("eve", 0, 50)
                .stated("gus", 4, null);

        assertTable("""
                account  followers  known_followers  attention  audience_h  effective_audience  rank_by_followers  rank_by_attention  rank_by_audience_h  rank_change
                ann      1          0                -          -           -                   2                  -                  -                   -
                bob      2          1                0.02       0           1                   1                  1                  2                   0
                cat      1          0                -          1           -                   2                  -                  1                   -
                nil      0          0                -          -           -                   4                  -                  -                   -
                """, audiences.ranked(), draw);
    }

    @Test
    void theNewestStatementCountsBeforeACompleteList(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve", "fay")
                .stated("dan", 0, 80)
                .statedOn(DAY_2, "dan", null, 100L)
                .statedOn(DAY_2, "dan", 7L, null)
                .lists("dan", "followees", 60, true)
                .lists("eve", "followees", 200, true)
                .lists("fay", "followees", 400, false);

        assertTable("""
                account  followers  known_followers  attention  audience_h
                ann      3          2                0.015      1
                """, audiences.ranked(), draw);
    }

    @Test
    void whatAStatementLeavesOutIsNotZeroButAsTheListSays(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve")
                .stated("dan", null, 80)
                .lists("dan", "followers", 5, true)
                .stated("eve", 3, null)
                .lists("eve", "followees", 100, true);

        assertTable("""
                account  followers  known_followers  attention  audience_h
                ann      2          2                0.0225     2
                """, audiences.ranked().where(col("account").equalTo(draw.id("ann"))), draw);
    }

    @Test
    void aBareEdgeListIsTakenAsTheWholeGraph(Drawings draw) {
        Dataset<Row> follows = draw.follows("""
                ann -> bob cat
                dan -> bob cat
                cat -> bob
                """);
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, follows)
                .with(
                        DEGREES,
                        draw.rows(
                                DEGREES,
                                List.of("snapshot", "account", "followers", "followees"),
                                new Object[] {DAY_1, draw.id("ann"), 0L, 2L},
                                new Object[] {DAY_1, draw.id("bob"), 3L, 0L},
                                new Object[] {DAY_1, draw.id("cat"), 2L, 1L},
                                new Object[] {DAY_1, draw.id("dan"), 0L, 2L}));

        assertTable("""
                account  followers  known_followers  attention  audience_h
                bob      3          3                0.06       1
                cat      2          2                0.04       0
                """, Audiences.ranked(inputs), draw);
    }

    @Test
    void anAccountIsRankedByItsNewestListWithoutRepeats(Drawings draw) {
        Audiences audiences = new Audiences(draw)
                .followed("ann", "dan", "eve", "fay")
                .followedOn(DAY_2, "ann", "dan")
                .followedOn(DAY_2, "ann", "dan");

        assertTable("""
                snapshot    account  followers
                2026-01-02  ann      1
                """, audiences.ranked(), draw);
    }

    @Test
    void boughtFollowersRaiseTheCountButHardlyTheAttention(Drawings draw) {
        Audiences audiences = new Audiences(draw);
        String[] readers = names("reader", 40);
        for (String reader : readers) {
            audiences.stated(reader, 60, 100);
        }
        for (int rival = 1; rival <= 20; rival++) {
            audiences.followed("rival" + rival, Arrays.copyOf(readers, 10 + rival));
        }
        String[] bought = names("bought", 200);
        for (String follower : bought) {
            audiences.stated(follower, 0, 2_000);
        }
        List<String> all = new ArrayList<>(List.of(bought));
        all.addAll(List.of(readers).subList(0, 12));
        audiences.followed("buyer", all.toArray(String[]::new));

        assertTable("""
                account  followers  attention  audience_h  rank_by_followers  rank_by_attention  rank_by_audience_h  rank_change
                buyer    212        0.22       12          1                  9                  19                  -8
                """, audiences.ranked().where("account = " + draw.id("buyer")), draw);
    }

    @Test
    void aFloorBelowOneIsRefused() {
        assertThrows(AssayException.class, () -> RankOptions.defaults().withFloor(0));
    }

    private static String[] names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
