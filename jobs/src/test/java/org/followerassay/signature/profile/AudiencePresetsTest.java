package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.ProfileTables.AUDIENCE_PRESETS;
import static org.followerassay.table.ProfileTables.RULE_PRESETS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class AudiencePresetsTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final List<String> COLUMNS = List.of(
            "snapshot",
            "account",
            "created_at",
            "posts",
            "followers",
            "followees",
            "listed",
            "last_post_at",
            "has_picture",
            "has_bio");

    @Test
    void everyClassOfAPresetHasItsShareAlsoIfItIsNone(Drawings draw) {
        TestInputs inputs = audience(
                draw,
                profile(draw, "quiet", 900, 0L, 3L, 80L, 0L, null, true, true),
                profile(draw, "mass", 900, 700L, 2_100L, 2_400L, 3L, 2, true, true),
                profile(draw, "star", 900, 4_000L, 90_000L, 300L, 800L, 1, true, true),
                profile(draw, "eve", 900, 60L, 130L, 140L, 1L, 400, true, true),
                profile(draw, "unknown", 900, null, 5L, 5L, 0L, null, true, true));

        assertTable(
                """
                preset             class        known  followers  share
                hypeauditor types  influencer   4      1          0.25
                hypeauditor types  mass follower  4    1          0.25
                hypeauditor types  suspicious   4      1          0.25
                hypeauditor types  quality      4      1          0.25
                socialbakers       suspicious   4      1          0.25
                socialbakers       inactive     4      1          0.25
                socialbakers       good         4      2          0.5
                statuspeople       suspicious   4      0          0
                statuspeople       inactive     4      2          0.5
                statuspeople       good         4      2          0.5
                """,
                presets(inputs).where(col("preset").isin("hypeauditor types", "socialbakers", "statuspeople")),
                draw);
    }

    @Test
    void aSignThatTheExportTellsOfNobodyIsLeftOutAndNamed(Drawings draw) {
        TestInputs inputs = audience(
                draw,
                profile(draw, "bob", null, 0L, 3L, 80L, null, null, null, null),
                profile(draw, "cat", null, 9L, 3L, 80L, null, null, null, null));

        assertTable("""
                preset        class         known  followers
                socialbakers  suspicious    2      1
                socialbakers  inactive      2      0
                socialbakers  good          2      1
                """, presets(inputs).where(col("preset").isin("socialbakers", "camisani-calzolari")), draw);
        assertTable("""
                preset              class                  ran     not_told
                camisani-calzolari  as many signs as not   no      -
                camisani-calzolari  few signs of a person  no      has a picture; has a bio; is in somebody's list
                socialbakers        good                   yes     -
                socialbakers        inactive               partly  has not posted in the last 90 days
                socialbakers        suspicious             partly  is older than 60 days and has no picture; has no bio and follows more than 100 accounts
                """, catalogue(inputs), draw);
    }

    @ParameterizedTest(name = "random audience, seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void classesAreThoseOfTheRulesWrittenOutInJava(long seed, Drawings draw) {
        Random random = new Random(seed);
        Map<String, Long> expected = new TreeMap<>();
        Object[][] profiles = new Object[60][];
        for (int i = 0; i < profiles.length; i++) {
            long posts = few(random, 1, 60);
            long followers = few(random, 40, 12_000);
            long followees = few(random, 300, 4_000);
            long listed = random.nextInt(2);
            int age = random.nextInt(120);
            Integer silent = posts == 0 ? null : random.nextInt(200);
            boolean picture = random.nextBoolean();
            boolean bio = random.nextBoolean();
            profiles[i] = profile(draw, "f" + i, age, posts, followers, followees, listed, silent, picture, bio);
            boolean suspicious = followees >= 50 * Math.max(1, followers)
                    || posts == 0
                    || (age > 60 && !picture)
                    || (followees > 100 && !bio);
            boolean silent90 = posts == 0 || silent > 90;
            boolean silent100 = posts == 0 || silent > 100;
            int signs = (picture ? 1 : 0)
                    + (bio ? 1 : 0)
                    + (followers >= 30 ? 1 : 0)
                    + (posts >= 50 ? 1 : 0)
                    + (listed > 0 ? 1 : 0)
                    + (2 * followers >= followees ? 1 : 0);
            boolean hollow = followers < 50 && posts < 50 && followees > 250;
            String type = followees > 1_500 ? "mass follower" : suspicious ? "suspicious" : "quality";
            add(expected, "socialbakers", suspicious ? "suspicious" : posts < 3 || silent90 ? "inactive" : "good");
            add(expected, "camisani-calzolari", signs < 3 ? "few signs of a person" : "as many signs as not");
            add(expected, "statuspeople", hollow ? "suspicious" : silent100 ? "inactive" : "good");
            add(expected, "hypeauditor types", followers > 5_000 ? "influencer" : type);
            add(expected, "infludata types", followers > 2_000 ? "influencer" : type);
        }
        assertEquals(expected, counted(presets(audience(draw, profiles))));
    }

    @Test
    void sharesStandBesideThoseOfAccountsOfTheSameSize(Drawings draw) {
        List<Row> follows = new ArrayList<>();
        List<Object[]> profiles = new ArrayList<>();
        List<Object[]> lists = new ArrayList<>();
        int[] neverPosted = {1, 2, 3, 10};
        for (long account = 1; account <= neverPosted.length; account++) {
            lists.add(new Object[] {DAY, account, "followers", 10L, true});
            for (long i = 0; i < 10; i++) {
                long follower = account * 100 + i;
                follows.add(RowFactory.create(DAY, account, follower, null, null));
                profiles.add(new Object[] {DAY, follower, i < neverPosted[(int) account - 1] ? 0L : 9L});
            }
        }
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(COVERAGE, coverage(draw, lists.toArray(Object[][]::new)))
                .with(
                        ACCOUNTS,
                        draw.rows(
                                ACCOUNTS, List.of("snapshot", "account", "posts"), profiles.toArray(Object[][]::new)));

        assertTable("""
                account  preset        class       share  peers  peer_median  peer_rank
                1        socialbakers  suspicious  0.1    4      0.25         0
                2        socialbakers  suspicious  0.2    4      0.25         0.3333
                3        socialbakers  suspicious  0.3    4      0.25         0.6667
                4        socialbakers  suspicious  1      4      0.25         1
                """, presets(inputs).where("preset = 'socialbakers' and class = 'suspicious'"), draw);
    }

    @Test
    void anExportWithoutProfilesHasNoPresets(Drawings draw) {
        TestInputs inputs = new TestInputs(draw.session())
                .with(FOLLOWS, draw.follows("ann <- bob"))
                .with(COVERAGE, coverage(draw, new Object[] {DAY, draw.id("ann"), "followers", 1L, true}));

        assertEquals(0, presets(inputs).count());
        assertEquals(Set.of("no"), Set.copyOf(catalogueRan(inputs)));
    }

    private static long few(Random random, int small, int large) {
        return random.nextInt(3) == 0 ? random.nextInt(small + 1) : random.nextInt(large);
    }

    private static void add(Map<String, Long> counts, String preset, String one) {
        counts.merge(preset + ": " + one, 1L, Long::sum);
    }

    private static Map<String, Long> counted(Dataset<Row> presets) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : presets.where("followers > 0").limit(100).collectAsList()) {
            counts.put(row.getAs("preset") + ": " + row.getAs("class"), row.getAs("followers"));
        }
        return counts;
    }

    private static Object[] profile(
            Drawings draw,
            String name,
            Integer age,
            Long posts,
            Long followers,
            Long followees,
            Long listed,
            Integer silent,
            Boolean picture,
            Boolean bio) {
        return new Object[] {
            DAY, draw.id(name), daysBefore(age), posts, followers, followees, listed, daysBefore(silent), picture, bio
        };
    }

    private static Timestamp daysBefore(Integer days) {
        return days == null ? null : Timestamp.from(DAY.toInstant().minus(Duration.ofDays(days)));
    }

    /** One account that all of them follow. */
    private static TestInputs audience(Drawings draw, Object[]... profiles) {
        long account = draw.id("audited");
        List<Row> follows = new ArrayList<>();
        for (Object[] profile : profiles) {
            follows.add(RowFactory.create(DAY, account, profile[1], null, null));
        }
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(COVERAGE, coverage(draw, new Object[] {DAY, account, "followers", (long) profiles.length, true}))
                .with(ACCOUNTS, draw.rows(ACCOUNTS, COLUMNS, profiles));
    }

    private static Dataset<Row> coverage(Drawings draw, Object[]... lists) {
        return draw.rows(COVERAGE, List.of("snapshot", "account", "direction", "listed", "complete"), lists);
    }

    private static Dataset<Row> presets(TestInputs inputs) {
        return AUDIENCE_PRESETS.conform(new AudiencePresets().derive(inputs));
    }

    private static Dataset<Row> catalogue(TestInputs inputs) {
        return RULE_PRESETS
                .conform(new PresetCatalogue().derive(inputs))
                .where(col("preset").isin("socialbakers", "camisani-calzolari"));
    }

    private static List<String> catalogueRan(TestInputs inputs) {
        return new PresetCatalogue()
                .derive(inputs).select("ran").limit(100).collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList();
    }
}
