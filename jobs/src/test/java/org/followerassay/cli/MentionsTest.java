package org.followerassay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.table.Field;
import org.followerassay.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns name accounts: a new one that nobody lists would keep who asked to be forgotten. */
class MentionsTest {
    private static final Set<String> NUMBERS = Set.of("""
            absent_back accepted account_followers accounts accounts_matched activity_known all_ties arrivals at_risk
            audience_h batches bin_days block both_sides bought_followees bought_median bytes climbers common_neighbours
            concordant_pairs conflicting connected_pairs count created_year dated_days dated_follows dated_members
            dated_members_with digit discordant_pairs dormant doubling drop_days dropped_returned dropped_soon drops
            engaged_core fallers false_unfollows flagged flagged_vanished follow_backers follow_days followed_accounts
            followees followees_from followees_last followees_peak followees_to followers followers_before
            followers_last followers_peak following_accounts follows gained gained_oldest gained_return gone header
            in_doubling in_lots inside inside_ties interacting kept known known_followers likes line lines list_part
            listed listed_after listed_before lists lockstep_group long_days longest_run lost lost_alive lost_back
            lost_block_like lost_for_good lost_gone lost_newest lost_oldest lost_own lost_placed lost_prune lost_purge
            lost_reset lost_unfollow lost_unknown lost_vanish lot matched measured measured_lists members members_with
            missing most_followees mutual mutual_pairs net observed other other_arrivals other_followers other_lot
            others others_with out_doubling overlaps_known package_size pair_ends pairs passes peak_followers peer_gone
            peers place pool_followers position position_from position_to posts quiet_hours rank rank_by_attention
            rank_by_audience_h rank_by_effective_audience rank_by_followers rank_change reciprocated
            reciprocity_adjusted rejected repeated returned risers run_followers runs seeds_followed self_ties shared
            shared_followers span spells stated stratum_shared support synchronised_followers templates tier_accounts
            tier_rank tier_rank_by_followers ties uncertain_seconds unflagged unflagged_vanished unfollowed_mutual
            usual_batch window_hours with_most young_followers
            """.split("\\s+"));

    @Test
    void everyColumnOfWholeNumbersIsKnownAsAnAccountOrAsNone() {
        Set<String> accounts = new TreeSet<>(Mentions.ACCOUNT_COLUMNS);
        accounts.add(Mentions.CLUSTER);
        Set<String> known = new TreeSet<>(accounts);
        known.addAll(NUMBERS);
        Set<String> declared = new TreeSet<>();
        wholeNumbers().forEach(field -> declared.add(field.name()));

        assertEquals(known, declared, "list a new column in Mentions if it names accounts, else here");
        assertEquals(accounts.size() + NUMBERS.size(), known.size(), "none is both");
    }

    @Test
    void aColumnWhoseExampleIsAnAccountIsListedAsOne() {
        for (Field field : wholeNumbers()) {
            boolean isListed = Mentions.ACCOUNT_COLUMNS.contains(field.name())
                    || field.name().equals(Mentions.CLUSTER);
            assertTrue(isListed || field.example().length() < 15, field.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "in/follows-2026-10-31.csv, in/follows-2026-10-31.csv",
        "in/10/follows.csv, in/(erased)/follows.csv",
        "in/all.zip!10.csv.gz, in/all.zip!(erased).csv.gz",
        "in/list-10.csv, in/list-10.csv",
        "in/list-123456.csv, in/list-(erased).csv",
        "in/Wren-2026.csv, in/(erased)-2026.csv",
        "ties; 10 rows; 3 snapshots, ties; 10 rows; 3 snapshots",
        "'x of 10 at 2026-10-31: [10.js, 10.js, a/10]', 'x of (erased) at 2026-10-31: [(erased).js, (erased).js, a/(erased)]'"
    })
    void aShortIdInAPathIsAllOfAName(String path, String erased) {
        Spellings spellings = Spellings.of(List.of(10L, 123456L), Set.of("wren"));

        assertEquals(erased, path.replaceAll(spellings.inPaths(), "(erased)"));
    }

    @ParameterizedTest
    @CsvSource({
        "10 of 200 stated ties are missing, 10 of 200 stated ties are missing",
        "'The most distinct pair, with account 10, shares 10', 'The most distinct pair, with account (erased), shares 10'",
        "'The most distinct pair, with account 123456, shares', 'The most distinct pair, with account (erased), shares'",
        "select * from vendors v where v.account = 10 order by 10, select * from vendors v where v.account = (erased) order by 10",
        "'in (123456, 7)', 'in ((erased), 7)'",
        "'123,456 followers', '123,456 followers'"
    })
    void anIdInOurOwnWordsIsCalledAnAccountOrIsLong(String text, String erased) {
        Spellings spellings = Spellings.of(List.of(10L, 123456L), Set.of("wren"));

        assertEquals(erased, text.replaceAll(spellings.inQueries(), "(erased)"));
    }

    private static List<Field> wholeNumbers() {
        return Tables.ALL.stream()
                .flatMap(table -> table.fields().stream())
                .filter(field -> field.type().equals(DataTypes.LongType))
                .toList();
    }
}
