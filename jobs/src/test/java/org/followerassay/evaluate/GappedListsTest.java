package org.followerassay.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Progress;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.ingest.Ingest;
import org.followerassay.ingest.IngestOptions;
import org.followerassay.signature.spike.ArrivalCohorts;
import org.followerassay.signature.spike.GrowthIntervals;
import org.followerassay.signature.spike.SpikeOptions;
import org.followerassay.table.ChurnTables;
import org.followerassay.table.IngestTables;
import org.followerassay.table.SpikeTables;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Daily lists of eleven accounts with a gap of 382 days, from files to the ledger: what came and went meanwhile has the whole gap
 * as its interval, and no figure by day takes the gap for a day. Every pair of lists is counted again without any of our code.
 */
@ExtendWith(SparkTest.class)
class GappedListsTest {
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final int DAILY = 8;
    private static final int GAP = 382;
    private static final int ACCOUNTS = 11;
    private static final long OWNER = 900_000_000_000_000_000L;
    private static final Set<String> NOT_NEEDED = Set.of(
            "mass followers",
            "follow-back residue",
            "social capitalists",
            "population churn",
            "tie overlap",
            "unfollow hazard",
            "actors by the clock",
            "audience engagement");

    /** Of each list, whom it holds on each of its days. */
    private final Map<String, List<Set<Long>>> lists = new TreeMap<>();

    /** How the files call accounts. */
    private final Map<Long, String> names = new HashMap<>();

    @TempDir
    Path folder;

    private long nextId = OWNER + 1_000_000;

    /** Lists lose up to one in eighty a day and gain up to three; over the gap an eighth goes, and hundreds come. */
    @BeforeEach
    void writeLists() throws IOException {
        Random random = new Random(5);
        for (int account = 0; account < ACCOUNTS; account++) {
            writeList(OWNER + account, "followers", random);
        }
        writeList(OWNER, "following", random);
    }

    private void writeList(long owner, String word, Random random) throws IOException {
        Path own = Files.createDirectories(folder.resolve("inbox").resolve("" + owner));
        List<Long> now = new ArrayList<>();
        came(now, 200 + random.nextInt(100));
        List<Set<Long>> days = new ArrayList<>();
        for (int look = 0; look < 2 * DAILY; look++) {
            boolean afterGap = look == DAILY;
            int leave = look == 0 ? 0 : afterGap ? now.size() / 8 : random.nextInt(1 + now.size() / 80);
            for (int left = 0; left < leave; left++) {
                now.remove(random.nextInt(now.size()));
            }
            came(now, look == 0 ? 0 : afterGap ? 450 : 1 + random.nextInt(3));
            days.add(new HashSet<>(now));
            Files.write(
                    own.resolve(word + "-" + date(look) + ".txt"),
                    now.stream().map(String::valueOf).toList());
        }
        lists.put(owner + " " + (word.equals("following") ? "followees" : word), days);
    }

    private void came(List<Long> now, int count) {
        for (int one = 0; one < count; one++) {
            now.add(nextId++);
        }
    }

    private static int dayOf(int look) {
        return look < DAILY ? look : look - 1 + GAP;
    }

    private static LocalDate date(int look) {
        return FIRST.plusDays(dayOf(look));
    }

    private static long instant(int look) {
        return date(look).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Test
    void theGapIsOneLongIntervalAndNoDay(SparkSession session) {
        Inputs tables = ledger(session);
        // Folders are named as their owners, which is a name and no id.
        for (Row owner : tables.of(IngestTables.IDENTITIES).collectAsList()) {
            names.put(owner.getAs("account"), owner.getAs("external_id"));
        }
        assertEquals(0, tables.rows(ChurnTables.SUSPECT_SNAPSHOTS));
        assertEquals(changes(), found(tables));
        everyPairIsCountedAndRatedByItsDays(tables);
        cohortsHaveTheGapInTheirAge(tables);
        theGapIsNoPurgeNoBurstAndNoMassFollowing(tables);
    }

    private static Set<Long> minus(Set<Long> these, Set<Long> those) {
        Set<Long> rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    /** Every tie that only one of two neighbouring lists holds, with their two times. */
    private TreeSet<String> changes() {
        TreeSet<String> changes = new TreeSet<>();
        lists.forEach((list, days) -> {
            String owner = list.split(" ")[0];
            boolean ofFollowers = list.endsWith("followers");
            for (int look = 1; look < days.size(); look++) {
                String when = " " + instant(look - 1) + ".." + instant(look);
                Set<Long> before = days.get(look - 1);
                Set<Long> after = days.get(look);
                for (long came : minus(after, before)) {
                    changes.add((ofFollowers ? came + " " + owner : owner + " " + came) + " came" + when);
                }
                for (long left : minus(before, after)) {
                    changes.add((ofFollowers ? left + " " + owner : owner + " " + left) + " left" + when);
                }
            }
        });
        return changes;
    }

    private TreeSet<String> found(Inputs tables) {
        TreeSet<String> found = new TreeSet<>();
        for (Row change : tables.of(ChurnTables.FOLLOW_CHANGES).collectAsList()) {
            boolean there = change.getAs("there_after");
            found.add(name(change, "follower") + " " + name(change, "followee") + (there ? " came " : " left ")
                    + time(change, "earliest") + ".." + time(change, "latest"));
        }
        return found;
    }

    private String name(Row row, String column) {
        long account = row.getAs(column);
        return names.getOrDefault(account, "" + account);
    }

    private static long time(Row row, String column) {
        return row.<Timestamp>getAs(column).getTime();
    }

    private void everyPairIsCountedAndRatedByItsDays(Inputs tables) {
        List<Row> pairs = tables.of(ChurnTables.CHURN).collectAsList();
        assertEquals((ACCOUNTS + 1) * (2 * DAILY - 1), pairs.size());
        for (Row pair : pairs) {
            List<Set<Long>> days = lists.get(name(pair, "account") + " " + pair.getAs("direction"));
            int look = look(time(pair, "snapshot_after"));
            Set<Long> before = days.get(look - 1);
            Set<Long> after = days.get(look);
            long lost = minus(before, after).size();
            double length = look == DAILY ? GAP : 1;
            assertEquals(instant(look - 1), time(pair, "snapshot_before"));
            assertEquals(length, pair.<Double>getAs("days"), 1e-9);
            assertEquals(before.size(), pair.<Long>getAs("listed_before"));
            assertEquals(minus(after, before).size(), pair.<Long>getAs("gained"));
            assertEquals(lost, pair.<Long>getAs("lost"));
            assertEquals(before.size() - lost, pair.<Long>getAs("kept"));
            assertEquals((double) lost / before.size(), pair.<Double>getAs("churn_rate"), 1e-9);
            if (lost > 0) {
                double halfLife = length * Math.log(2) / -Math.log(1 - (double) lost / before.size());
                assertEquals(halfLife, pair.<Double>getAs("half_life_days"), 1e-6 * halfLife);
            }
        }
    }

    private static int look(long instant) {
        int look = 0;
        while (instant(look) != instant) {
            look++;
        }
        return look;
    }

    private void cohortsHaveTheGapInTheirAge(Inputs tables) {
        int ofTheGap = 0;
        for (Row cohort : tables.of(ChurnTables.COHORT_RETENTION).collectAsList()) {
            List<Set<Long>> days = lists.get(name(cohort, "account") + " " + cohort.getAs("direction"));
            int look = look(time(cohort, "snapshot_after"));
            int later = look + cohort.<Integer>getAs("snapshots_later");
            Set<Long> kept = minus(days.get(look), days.get(look - 1));
            for (int seen = look; seen <= later; seen++) {
                kept.retainAll(days.get(seen));
            }
            assertEquals(kept.size(), cohort.<Long>getAs("kept"));
            assertEquals(dayOf(later) - dayOf(look), cohort.<Double>getAs("age_days_low"), 1e-9);
            assertEquals(dayOf(later) - dayOf(look - 1), cohort.<Double>getAs("age_days_high"), 1e-9);
            ofTheGap += look == DAILY ? 1 : 0;
        }
        assertTrue(ofTheGap >= 3 * ACCOUNTS, ofTheGap + " looks at those who came in the gap");
        for (Row spell : tables.of(ChurnTables.TIE_SPELLS).collectAsList()) {
            assertTrue(time(spell, "earliest") != instant(DAILY - 1), "who came in the gap has no age");
            assertTrue(spell.<Double>getAs("age_high") <= DAILY, "a tie is not watched over the gap");
        }
    }

    private void theGapIsNoPurgeNoBurstAndNoMassFollowing(Inputs tables) {
        Row gap = tables.of(ChurnTables.PURGE_CALENDAR).where("days > 1").head();
        assertEquals(GAP, gap.<Double>getAs("days"), 1e-9);
        assertTrue(gap.<Double>getAs("median_loss") > 0.1, "an eighth left: " + gap);
        assertTrue(gap.<Double>getAs("ordinary_loss") > gap.<Double>getAs("median_loss"), gap.toString());
        assertEquals(
                List.of(), tables.of(ChurnTables.PURGE_CALENDAR).where("purge").collectAsList());
        assertEquals(
                ACCOUNTS,
                tables.of(SpikeTables.GROWTH_INTERVALS).where("days > 1").count());
        assertEquals(
                0,
                tables.of(SpikeTables.GROWTH_INTERVALS)
                        .where("days > 1 and burst")
                        .count());
        Row owner = tables.of(ChurnTables.ACTORS).collectAsList().stream()
                .filter(actor -> name(actor, "account").equals("" + OWNER))
                .findFirst()
                .orElseThrow();
        assertTrue(owner.<Long>getAs("follows") > 450, owner.toString());
        assertTrue(owner.<Double>getAs("follows_per_day") <= 3, owner.toString());
        assertEquals(droppedSoon(), owner.<Long>getAs("dropped_soon"));
    }

    /** Follows of the owner that surely ended within two months: none that came or went in the gap. */
    private long droppedSoon() {
        List<Set<Long>> days = lists.get(OWNER + " followees");
        long soon = 0;
        for (int came = 1; came < days.size(); came++) {
            for (long followee : minus(days.get(came), days.get(came - 1))) {
                int left = came;
                while (left < days.size() && days.get(left).contains(followee)) {
                    left++;
                }
                soon += left < days.size() && came != DAILY && (came < DAILY) == (left < DAILY) ? 1 : 0;
            }
        }
        return soon;
    }

    private Inputs ledger(SparkSession session) {
        Warehouse warehouse = Warehouse.at(folder.resolve("warehouse").toString(), new Configuration());
        IngestOptions options = IngestOptions.of(List.of(folder.resolve("inbox").toString()), Optional.empty());
        List<Derivation> steps = Stream.concat(
                        ChurnSteps.steps(ChurnOptions.defaults()).stream(),
                        Stream.of(new ArrivalCohorts(), new GrowthIntervals(SpikeOptions.defaults())))
                .filter(step -> NOT_NEEDED.stream().noneMatch(step.name()::startsWith))
                .filter(step ->
                        !step.name().contains("findings") && !step.name().contains("patterns"))
                .toList();
        warehouse.publish(session, RUN, draft -> {
            Ingest.into(draft, options, said -> {});
            Pipeline.of(steps).run(draft, Progress.SILENT);
        });
        return warehouse.tables(session, warehouse.published());
    }
}
