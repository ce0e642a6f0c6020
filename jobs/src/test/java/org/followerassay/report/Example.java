package org.followerassay.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.ChurnTables.CHURN;
import static org.followerassay.table.ChurnTables.COHORT_RETENTION;
import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.ChurnTables.MASS_FOLLOWERS;
import static org.followerassay.table.ChurnTables.PURGE_CALENDAR;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.GraphTables.GRAPH_FACTS;
import static org.followerassay.table.IngestTables.COUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;
import static org.followerassay.table.RankTables.AUDIENCE_RANK;
import static org.followerassay.table.RankTables.PROPAGATED_SCORES;
import static org.followerassay.table.ReportTables.BENCHMARKS;
import static org.followerassay.table.ReportTables.COMPARISON;
import static org.followerassay.table.SignatureTables.ARRIVALS;
import static org.followerassay.table.SignatureTables.AUDIENCE_PROFILES;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.FINGERPRINT;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.table.SignatureTables.VENDORS;
import static org.followerassay.testkit.Drawings.at;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Manifest;
import org.followerassay.rank.RankOptions;
import org.followerassay.rank.RankSteps;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.TestInputs;

/**
 * Made-up published tables with something in every part of a report: a large account with two lots (100), a quiet one
 * (200), one that followed many (300), one without dates (400), a small one (500), and unnamed others.
 */
final class Example {
    static final Timestamp NEWEST = at("2026-10-31T00:00:00Z");
    private static final Timestamp SEPTEMBER = at("2026-09-30T00:00:00Z");
    private static final Timestamp LAST_YEAR = at("2025-09-13T00:00:00Z");

    /** The comparison of each size of example, computed once: it costs more than the rest of a test. */
    private static final Map<Long, List<Row>> COMPARED = new ConcurrentHashMap<>();

    private static final Map<Long, Map<Table, List<Row>>> RANKED = new ConcurrentHashMap<>();

    private final Drawings draw;
    private final long followers;

    /**
     * @param followers of the largest account; the others follow from it
     */
    Example(Drawings draw, long followers) {
        this.draw = draw;
        this.followers = followers;
    }

    TestInputs tables() {
        TestInputs tables = new TestInputs(draw.session())
                .with(AUDIENCE_RANK, ranks())
                .with(IDENTITIES, identities("ann_example", "quiet_bea"))
                .with(FOLLOWS, follows())
                .with(COUNTS, counts())
                .with(PURGE_CALENDAR, purges())
                .with(ARRIVAL_ESTIMATES, estimates())
                .with(ARRIVALS, arrivals())
                .with(FINGERPRINT, fingerprint())
                .with(LOTS, lots())
                .with(VENDORS, vendors())
                .with(AUDIENCE_PROFILES, profiles())
                .with(FINDINGS, findings())
                .with(SIGNATURE_RUNS, runs())
                .with(SNAPSHOT_PAIRS, pairs())
                .with(CHURN, churn())
                .with(COHORT_RETENTION, retention())
                .with(MASS_FOLLOWERS, massFollowers())
                .with(FOLLOW_BACK_RESIDUE, followBacks())
                .with(COVERAGE, coverage())
                .with(GRAPH_FACTS, graphFacts())
                .with(INPUT_FILES, inputFiles())
                .with(REJECTS, rejects());
        List<Row> rows = COMPARED.computeIfAbsent(
                followers,
                size -> compared(tables)
                        .of(COMPARISON)
                        .sort("account", "measure")
                        .collectAsList());
        return tables.with(COMPARISON, draw.rows(COMPARISON, rows));
    }

    /** The same tables with those of the ranking and the benchmarks, computed once for each size of example. */
    TestInputs ranked() {
        TestInputs tables = tables().with(PROPAGATED_SCORES, scores());
        Map<Table, List<Row>> rows = RANKED.computeIfAbsent(followers, size -> {
            Map<Table, List<Row>> computed = new HashMap<>();
            RankSteps.steps(RankOptions.defaults()).stream().skip(2).forEach(step -> {
                tables.derive(step);
                computed.put(step.output(), tables.of(step.output()).collectAsList());
            });
            computed.put(
                    BENCHMARKS, tables.derive(new Benchmarks()).of(BENCHMARKS).collectAsList());
            return computed;
        });
        rows.forEach((table, own) -> tables.with(table, draw.rows(table, own)));
        return tables;
    }

    private Dataset<Row> scores() {
        return tables().of(AUDIENCE_RANK)
                .select(
                        col("snapshot"),
                        col("account"),
                        lit(1L).as("overlaps_known"),
                        col("followers")
                                .minus(col("followers").divide(7).cast("long"))
                                .as("reciprocity_adjusted"),
                        col("attention").multiply(1.01).as("tunkrank"),
                        col("attention").divide(8).plus(0.15).as("pagerank"));
    }

    /** The same tables, their comparison computed anew. */
    static TestInputs compared(TestInputs tables) {
        Dataset<Row> comparison = new Comparison(ReportOptions.defaults()).derive(tables);
        return tables.with(COMPARISON, comparison);
    }

    Dataset<Row> identities(String first, String second) {
        return draw.rows(IDENTITIES, List.of("account", "platform", "external_id", "handle"), new Object[][] {
            {100L, "x", "100", first},
            {200L, "x", "200", second},
            {300L, "x", "300", "cat.follows.everyone"},
            {400L, "x", "400", null}
        });
    }

    private Dataset<Row> ranks() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(rank(100, "mid", followers, 0.031, 1, 4));
        rows.add(rank(200, "mid", followers / 2, 0.11, 2, 1));
        rows.add(rank(300, "mid", followers / 3, 0.012, 3, 9));
        rows.add(rank(400, "micro", followers / 8, 0.2, 4, 2));
        rows.add(rank(500, "nano", 7, 0.4, 60, 58));
        for (int i = 5; i < 60; i++) {
            long size = followers / (i + 4);
            rows.add(rank(1_000 + i, "micro", size, 0.05 + 0.01 * (i * 7 % 13), i, 3 + (i * 17 + 5) % 55));
        }
        return draw.rows(
                AUDIENCE_RANK,
                List.of(
                        "snapshot",
                        "account",
                        "tier",
                        "followers",
                        "known_followers",
                        "attention",
                        "audience_h",
                        "effective_audience",
                        "rank_by_followers",
                        "rank_by_attention",
                        "rank_by_audience_h",
                        "rank_by_effective_audience",
                        "rank_change"),
                rows.toArray(Object[][]::new));
    }

    private static Object[] rank(
            long account, String tier, long followers, double weight, long byCount, long byWeight) {
        return new Object[] {
            NEWEST,
            account,
            tier,
            followers,
            followers,
            followers * weight,
            (long) Math.sqrt(followers * weight),
            followers * weight * 0.7,
            byCount,
            byWeight,
            byWeight,
            byWeight,
            byCount - byWeight
        };
    }

    /** Creation days spread below the day of the follow; a tenth of the list of account 100 lies in two lots. */
    private Dataset<Row> arrivals() {
        return list(100, followers).unionByName(list(200, followers / 2)).unionByName(list(300, followers / 3));
    }

    private Dataset<Row> list(long account, long size) {
        Column place = col("position").divide(size);
        Column followed = place.multiply(4_000);
        Column hash = pmod(xxhash64(lit(account), col("position")), lit(10_000)).divide(10_000.0);
        Column spread = followed.multiply(lit(1.0).minus(hash.multiply(hash).multiply(hash)));
        Column lot = pmod(col("position"), lit(5)).lt(4);
        Column day = when(lit(account == 100).and(place.between(0.45, 0.56)).and(lot), lit(900).plus(hash.multiply(18)))
                .when(
                        lit(account == 100)
                                .and(place.between(0.72, 0.95))
                                .and(pmod(col("position"), lit(4)).equalTo(0)),
                        lit(2_300).plus(hash.multiply(40)))
                .otherwise(spread);
        Column created =
                date_add(to_date(lit("2014-06-01")), floor(day).cast("int")).cast("timestamp");
        return draw.session()
                .range(size)
                .withColumnRenamed("id", "position")
                .select(
                        lit(NEWEST).as("snapshot"),
                        lit(account).as("followee"),
                        col("position").plus(lit(1_000_000L * account)).as("follower"),
                        col("position"),
                        lit(size).as("listed"),
                        created.as("created_at"),
                        created.as("arrived_after"),
                        lit(NEWEST).as("arrived_before"));
    }

    /** Lists of their own, but that an eighth of the list of 300 follows 100 too. */
    private Dataset<Row> follows() {
        Dataset<Row> own = arrivals().select("snapshot", "followee", "follower", "position");
        Dataset<Row> shared = own.where(col("followee")
                        .equalTo(300)
                        .and(pmod(col("position"), lit(8)).equalTo(0)))
                .withColumn("followee", lit(100L))
                .withColumn("position", col("position").plus(lit(followers)));
        return own.unionByName(shared).withColumn("followed_at", lit(null).cast("timestamp"));
    }

    private Dataset<Row> purges() {
        return draw.rows(PURGE_CALENDAR, List.of(PURGE_CALENDAR.schema().fieldNames()), new Object[][] {
            {LAST_YEAR, SEPTEMBER, 382.0, 60L, 0.4, 0.01, 0.01, false},
            {SEPTEMBER, NEWEST, 31.0, 60L, 0.98, 0.021, 0.001, true}
        });
    }

    private Dataset<Row> counts() {
        return draw.rows(COUNTS, List.of("account", "observed_at", "followers"), new Object[][] {
            {100L, SEPTEMBER, followers - 10}, {100L, NEWEST, followers + 3}, {500L, NEWEST, 7L}
        });
    }

    private Dataset<Row> estimates() {
        List<String> columns = List.of(ARRIVAL_ESTIMATES.schema().fieldNames());
        return draw.rows(ARRIVAL_ESTIMATES, columns, new Object[][] {
            {NEWEST, 100L, followers, true, "strong", "batch", followers * 14 / 100, 0.121, 0.145, 0.0001, 1e-40, 3e-39
            },
            {NEWEST, 200L, followers / 2, true, "none", "", 0L, 0.0, 0.0, 0.0001, null, null},
            {NEWEST, 300L, followers / 3, true, "weak", "structure", 0L, 0.0, 0.05, 0.0001, null, null},
            {NEWEST, 500L, 7L, false, "none", "", 0L, null, null, 0.0001, null, null}
        });
    }

    private Dataset<Row> fingerprint() {
        List<String> columns = List.of("snapshot", "account", "position_from", "created_from");
        return draw.rows(FINGERPRINT, columns, new Object[][] {
            {NEWEST, 100L, 0L, Date.valueOf("2014-08-01")},
            {NEWEST, 100L, 200L, Date.valueOf("2014-08-01")},
            {NEWEST, 200L, 0L, Date.valueOf("2014-08-01")},
            {NEWEST, 300L, 0L, Date.valueOf("2014-08-01")}
        });
    }

    private Dataset<Row> lots() {
        return draw.rows(
                LOTS,
                List.of(
                        "snapshot",
                        "account",
                        "lot",
                        "position_from",
                        "position_to",
                        "followers",
                        "expected",
                        "followers_share",
                        "created_from",
                        "created_to",
                        "arrived_after",
                        "arrived_before",
                        "z",
                        "reference",
                        "package_size"),
                lot(1, 0.45, 0.56, 0.088, "2016-11-17", "2016-12-05", 88.1, 5_000L),
                lot(2, 0.72, 0.95, 0.0575, "2020-09-17", "2020-10-27", 31.4, null));
    }

    private Object[] lot(
            long lot, double from, double to, double share, String first, String last, double z, Long packageSize) {
        return new Object[] {
            NEWEST,
            100L,
            lot,
            (long) (from * followers),
            (long) (to * followers),
            (long) (share * followers),
            share * followers * 0.02,
            share,
            Date.valueOf(first),
            Date.valueOf(last),
            at("2019-05-01T00:00:00Z"),
            at("2019-06-12T00:00:00Z"),
            z,
            "population",
            packageSize
        };
    }

    private Dataset<Row> vendors() {
        List<String> columns = List.of(VENDORS.schema().fieldNames());
        return draw.rows(VENDORS, columns, new Object[][] {
            {NEWEST, 100L, 100L, 18L, followers / 5, followers / 12, 0.083, 5.2, 0.91, "disposable"},
            {NEWEST, 100L, 300L, 18L, followers / 5, 6L, 0.0001, 5.2, 0.91, "disposable"}
        });
    }

    private Dataset<Row> profiles() {
        List<Object[]> rows = new ArrayList<>();
        profile(rows, 100, followers, "never_posted", 0.41, 0.17);
        profile(rows, 100, followers, "no_picture", 0.22, 0.08);
        profile(rows, 100, followers, "no_bio", 0.53, 0.31);
        profile(rows, 200, followers / 2, "never_posted", 0.15, 0.17);
        profile(rows, 200, followers / 2, "no_picture", 0.04, 0.08);
        profile(rows, 200, followers / 2, "no_bio", 0.28, 0.31);
        profile(rows, 300, followers / 3, "never_posted", 0.09, null);
        return draw.rows(
                AUDIENCE_PROFILES,
                List.of(
                        "snapshot",
                        "account",
                        "trait",
                        "known",
                        "followers",
                        "share",
                        "share_low",
                        "share_high",
                        "tier",
                        "peers",
                        "peer_median"),
                rows.toArray(Object[][]::new));
    }

    private static void profile(
            List<Object[]> rows, long account, long followers, String trait, double share, Double peers) {
        long known = followers * 98 / 100;
        rows.add(new Object[] {
            NEWEST,
            account,
            trait,
            known,
            (long) (share * known),
            share,
            share - 0.007,
            share + 0.007,
            "mid",
            peers == null ? 0L : 37L,
            peers
        });
    }

    private Dataset<Row> findings() {
        return draw.rows(
                FINDINGS,
                List.of(
                        "snapshot",
                        "account",
                        "signature",
                        "axis",
                        "tier",
                        "score",
                        "support",
                        "share_low",
                        "share_high",
                        "evidence",
                        "query"),
                new Object[][] {
                    {
                        SEPTEMBER,
                        100L,
                        "lots",
                        "arrivals",
                        "moderate",
                        40.0,
                        900L,
                        0.02,
                        0.03,
                        "An earlier reading.",
                        "select 1"
                    },
                    {
                        NEWEST,
                        100L,
                        "lots",
                        "arrivals",
                        "strong",
                        88.1,
                        followers * 14 / 100,
                        0.121,
                        0.145,
                        "14.5 % of the listed followers arrived in two runs; 97 % of the first run were created in the"
                                + " same 19 days of 2016; lists of similar accounts hold 0.3 % there.",
                        "select lot, position_from, position_to, followers, expected, z\nfrom lots\nwhere account = 100"
                                + " and snapshot = timestamp '2026-10-31 00:00:00'\norder by lot"
                    },
                    {
                        NEWEST,
                        100L,
                        "audience_profile",
                        "audience",
                        "weak",
                        2.4,
                        followers * 41 / 100,
                        0.40,
                        0.42,
                        "41.0 % of the followers never posted; the median of 37 mid accounts is 17.0 %.",
                        "select * from audience_profiles where account = 100 and trait = 'never_posted'"
                    },
                    {
                        NEWEST,
                        300L,
                        "follow churn",
                        "behaviour",
                        "strong",
                        0.9999,
                        150_301L,
                        null,
                        null,
                        "The account followed 150,311 accounts on 2025-09-13 and 10 on 2026-10-31; it kept 67.0 % of"
                                + " the followers gained meanwhile.",
                        "select * from mass_followers where account = 300"
                    },
                    {
                        NEWEST,
                        500L,
                        "audience_profile",
                        "audience",
                        "weak",
                        1.0,
                        4L,
                        0.2,
                        0.8,
                        "4 of 7 followers never posted.",
                        "select 1"
                    }
                });
    }

    private Dataset<Row> runs() {
        List<String> columns = List.of("signature", "question", "needs", "ran", "reason");
        return draw.rows(SIGNATURE_RUNS, columns, new Object[][] {
            {
                "lots",
                "Did a run of followers come from one batch of accounts?",
                "O P",
                "yes",
                "placebo: 0.03 % of followers in shuffled lists lie in a lot"
            },
            {"shared audience", "Do accounts share more followers than chance explains?", "E", "yes", ""},
            {"lockstep", "Did the same accounts follow the same targets within hours?", "T", "no", "no follow times"},
            {
                "audience_profile",
                "What kind of accounts follow?",
                "P",
                "partly",
                "profiles of 98 % of the followers are in the export"
            }
        });
    }

    private Dataset<Row> pairs() {
        List<String> columns = List.of(SNAPSHOT_PAIRS.schema().fieldNames());
        return draw.rows(SNAPSHOT_PAIRS, columns, new Object[][] {
            {100L, "followers", LAST_YEAR, SEPTEMBER, 382.0, 9_000L, 9_500L, true, null},
            {100L, "followers", SEPTEMBER, NEWEST, 31.0, 9_500L, followers, true, null},
            {200L, "followers", SEPTEMBER, NEWEST, 31.0, 10L, 20L, false, "the earlier list is not complete"}
        });
    }

    private Dataset<Row> churn() {
        List<String> columns = List.of(CHURN.schema().fieldNames()).subList(0, 11);
        long before = followers * 9 / 10;
        return draw.rows(CHURN, columns, new Object[][] {
            {
                100L,
                "followers",
                at("2025-07-01T00:00:00Z"),
                LAST_YEAR,
                74.0,
                before,
                120L,
                4L,
                before - 4,
                116L,
                4.0 / before
            },
            {100L, "followers", LAST_YEAR, SEPTEMBER, 382.0, before, 2_400L, 610L, before - 610, 1_790L, 610.0 / before
            },
            {100L, "followers", SEPTEMBER, NEWEST, 31.0, before, 900L, 1_400L, before - 1_400, -500L, 1_400.0 / before},
            {100L, "followees", SEPTEMBER, NEWEST, 31.0, 300L, 20L, 20L, 280L, 0L, 0.07},
            {300L, "followers", LAST_YEAR, NEWEST, 413.0, 300L, 6_000L, 11L, 289L, 5_989L, 11.0 / 300}
        });
    }

    private Dataset<Row> retention() {
        List<String> columns = List.of(COHORT_RETENTION.schema().fieldNames());
        return draw.rows(COHORT_RETENTION, columns, new Object[][] {
            {100L, "followers", at("2025-07-01T00:00:00Z"), LAST_YEAR, 1, SEPTEMBER, 120L, 97L, 0.80833, 382.0, 456.0},
            {100L, "followers", LAST_YEAR, SEPTEMBER, 1, NEWEST, 2_400L, 1_902L, 0.7925, 31.0, 413.0},
            {300L, "followers", LAST_YEAR, SEPTEMBER, 1, NEWEST, 9L, 4L, 0.444, 31.0, 413.0}
        });
    }

    private Dataset<Row> massFollowers() {
        List<String> columns = List.of(MASS_FOLLOWERS.schema().fieldNames());
        return draw.rows(MASS_FOLLOWERS, columns, new Object[][] {
            {300L, LAST_YEAR, NEWEST, 150_311L, 10L, 0.9999, 300L, 9_000L, 6_300L, 0.67, 5_000L}
        });
    }

    private Dataset<Row> followBacks() {
        List<String> columns =
                List.of(FOLLOW_BACK_RESIDUE.schema().fieldNames()).subList(0, 9);
        return draw.rows(FOLLOW_BACK_RESIDUE, columns, new Object[][] {
            {NEWEST, 300L, 6_000L, 0.81, 4_320L, 0.72, 41L, 0.09, 11.2},
            {NEWEST, 200L, 6_000L, 0.11, 320L, 0.05, 2L, null, null}
        });
    }

    private Dataset<Row> coverage() {
        List<String> columns = List.of(COVERAGE.schema().fieldNames());
        return draw.rows(COVERAGE, columns, new Object[][] {
            {NEWEST, 100L, "followers", followers, followers, true, null},
            {SEPTEMBER, 200L, "followers", 752L, 764L, false, "12 of 764 stated ties are missing (1.6 %)"}
        });
    }

    private Dataset<Row> graphFacts() {
        List<String> columns = List.of(GRAPH_FACTS.schema().fieldNames());
        return draw.rows(GRAPH_FACTS, columns, new Object[][] {
            {NEWEST, 75_879L, 508_837L, 51_957L, 60_341L, 405_740L, 103_097L, 0.254096, 0.405226}
        });
    }

    private Dataset<Row> inputFiles() {
        List<String> columns = List.of(INPUT_FILES.schema().fieldNames());
        return draw.rows(INPUT_FILES, columns, new Object[][] {
            {
                "in/followers.csv.gz",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "columns",
                "ties, follower → followee, 3 snapshots",
                135_101L,
                51_900L,
                1L,
                0L,
                51_897L,
                0L,
                0L,
                0L,
                2L
            }
        });
    }

    private Dataset<Row> rejects() {
        List<String> columns = List.of(REJECTS.schema().fieldNames());
        return draw.rows(REJECTS, columns, new Object[][] {
            {"in/followers.csv.gz", 17L, "bad_id", "follower '12x' is not an id", "12x,100"},
            {"in/followers.csv.gz", 29L, "bad_id", "follower '-' is not an id", "-,100"}
        });
    }

    static Manifest manifest() {
        TreeMap<String, String> options = new TreeMap<>();
        options.put("lots.minFollowers", "50");
        TreeMap<String, String> versions = new TreeMap<>();
        versions.put("follower-assay", "0.1.0");
        versions.put("spark", "4.1.0");
        return new Manifest(
                Manifest.FORMAT,
                7,
                "00000007-a1b2c3d4",
                "run",
                "2026-11-01T08:00:00Z",
                "2026-11-01T08:05:00Z",
                options,
                versions,
                List.of(),
                new TreeMap<>(),
                List.of());
    }
}
