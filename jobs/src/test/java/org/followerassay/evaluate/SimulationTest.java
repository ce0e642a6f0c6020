package org.followerassay.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Properties that the written files must have, whatever the seed. */
@ExtendWith(SparkTest.class)
class SimulationTest {
    private static final List<String> DAYS = List.of("2026-08-31", "2026-09-30", "2026-10-31");

    @TempDir
    static Path out;

    private static String account;
    private static final Map<String, List<String[]>> FOLLOWS = new TreeMap<>();
    private static final Map<Long, Instant> CREATED = new HashMap<>();
    private static List<String[]> planted;

    @BeforeAll
    static void simulate(SparkSession session) {
        account = Simulation.write(session, SimulateOptions.demo(out.toString()));
        DAYS.forEach(day -> FOLLOWS.put(day, rows("export/follows-" + day + ".csv.gz")));
        rows("export/accounts.csv.gz").forEach(row -> CREATED.put(Long.valueOf(row[1]), Instant.parse(row[2])));
        planted = rows("truth/accounts.csv");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherDoesNot(SparkSession session, @TempDir Path again) throws IOException {
        SimulateOptions demo = SimulateOptions.demo(again.toString());
        Simulation.write(session, demo);
        Map<String, String> first = hashes(out);
        assertEquals(first, hashes(again));

        Simulation.write(session, demo.withSeed(7));
        Map<String, String> other = hashes(again);
        assertEquals(first.keySet(), other.keySet());
        first.forEach((file, hash) -> {
            if (!file.endsWith(".crc")) {
                assertNotEquals(hash, other.get(file), file);
            }
        });
    }

    @Test
    void theAccountInWordsSaysHowManyOfEach() {
        assertTrue(account.startsWith("Wrote the lists of 60 audited accounts in 3 monthly snapshots"), account);
        assertTrue(account.contains("16 accounts that bought followers, 2 that followed thousands"), account);
        assertFalse(account.contains("\n"), account);
    }

    @Test
    void positionsOfAFollowerListAreContiguousFromTheOldest() {
        for (String day : DAYS) {
            Map<String, Long> next = new HashMap<>();
            for (String[] row : FOLLOWS.get(day)) {
                if (!row[3].isEmpty()) {
                    assertEquals(next.getOrDefault(row[1], 0L), Long.valueOf(row[3]));
                    next.merge(row[1], 1L, (seen, one) -> seen + one);
                }
            }
            assertEquals(60, next.size());
        }
    }

    @Test
    void noTieStandsTwiceInASnapshotAndNobodyFollowsThemselves() {
        for (String day : DAYS) {
            Set<String> seen = new HashSet<>();
            for (String[] row : FOLLOWS.get(day)) {
                assertTrue(seen.add(row[1] + " " + row[2]), row[1] + " " + row[2]);
                assertNotEquals(row[1], row[2]);
            }
        }
    }

    @Test
    void bothEndsOfEveryTieHaveAnAccountRow() {
        for (List<String[]> follows : FOLLOWS.values()) {
            for (String[] row : follows) {
                assertTrue(CREATED.containsKey(Long.valueOf(row[1])) && CREATED.containsKey(Long.valueOf(row[2])));
            }
        }
    }

    /** A follower who is new in a snapshot's list was created before it. */
    @Test
    void nobodyFollowsBeforeTheyExist() {
        FOLLOWS.forEach((day, follows) -> {
            Instant taken = Instant.parse(day + "T00:00:00Z");
            for (String[] row : follows) {
                assertFalse(CREATED.get(Long.valueOf(row[2])).isAfter(taken));
            }
        });
        World world = World.of(SimulateOptions.demo("unused"));
        for (AuditedAccount audited : world.audited()) {
            for (Audience.Tie tie : audited.audience().inOrder()) {
                assertTrue(tie.follower().createdAt() <= tie.arrived() && tie.arrived() < tie.left());
                assertTrue(tie.lot() != 0 || audited.createdAt() <= tie.arrived(), audited.label()::toString);
            }
        }
    }

    @Test
    void aListIsTheEarlierOneLessThoseWhoLeftWithTheNewOnesAtItsEnd() {
        for (int i = 1; i < DAYS.size(); i++) {
            Map<String, List<String>> earlier = lists(DAYS.get(i - 1));
            Map<String, List<String>> later = lists(DAYS.get(i));
            assertEquals(earlier.keySet(), later.keySet());
            later.forEach((followee, list) -> {
                Set<String> before = new HashSet<>(earlier.get(followee));
                Set<String> now = new HashSet<>(list);
                List<String> expected = new ArrayList<>(earlier.get(followee));
                expected.removeIf(follower -> !now.contains(follower));
                list.stream().filter(follower -> !before.contains(follower)).forEach(expected::add);
                assertEquals(expected, list);
            });
        }
    }

    @Test
    void plantedSharesAreWhatTheNewestListsHold() {
        Map<String, Set<String>> bought = new HashMap<>();
        for (String[] row : rows("truth/followers.csv.gz")) {
            if (row[2].equals("bought")) {
                bought.computeIfAbsent(row[0], unseen -> new HashSet<>()).add(row[1]);
            }
        }
        Map<String, List<String>> lists = lists("2026-10-31");
        Map<String, Integer> shares = new TreeMap<>();
        for (String[] row : planted) {
            List<String> list = lists.get(row[0]);
            Set<String> own = bought.getOrDefault(row[0], Set.of());
            double share = (double) list.stream().filter(own::contains).count() / list.size();
            assertEquals(Double.parseDouble(row[3]), share, 1e-6);
            assertEquals(row[1].equals("customer"), share > 0);
            if (share > 0) {
                assertEquals(Math.round(100 * share) / 100.0, share, 0.002, "planned in whole per cents");
                shares.merge(Math.round(100 * share) + " % " + row[2] + " " + row[4], 1, Integer::sum);
            }
        }
        Map<String, Integer> expected = new TreeMap<>(Map.of("30 % mixed_age_lot burst", 1));
        for (int percent : List.of(10, 20, 30, 55, 80)) {
            for (String delivery : List.of("burst", "week", "drip")) {
                expected.put(percent + " % batch_lot " + delivery, 1);
            }
        }
        assertEquals(expected, shares);
    }

    @Test
    void theTruthNamesEveryTieOfTheFollowerLists() {
        Set<String> known = rows("truth/followers.csv.gz").stream()
                .map(row -> row[0] + " " + row[1])
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> listed = new HashSet<>();
        for (List<String[]> follows : FOLLOWS.values()) {
            follows.stream().filter(row -> !row[3].isEmpty()).forEach(row -> listed.add(row[1] + " " + row[2]));
        }
        assertEquals(known, listed);
    }

    @Test
    void theScorerReadsTheTruthThatWasWritten(SparkSession session) {
        Truth truth = Truth.read(session, out.resolve("truth").toString());

        assertEquals(60, truth.accounts().size());
        assertEquals(
                planted.stream().map(row -> row[0] + row[1] + row[4] + row[5]).toList(),
                truth.accounts().stream()
                        .map(read -> read.account()
                                + read.label().role()
                                + read.label().pattern()
                                + read.label().vendor())
                        .toList());
        assertEquals(
                rows("truth/followers.csv.gz").stream()
                        .filter(row -> row[2].equals("bought"))
                        .count(),
                truth.followers().where("bought").count());
    }

    /** The vendor's accounts sit in several customers' lists; those made to order in one. */
    @Test
    void aSharedVendorSellsTheSameAccountsAgain() {
        Map<String, String> vendors = planted.stream()
                .filter(row -> row[1].equals("customer"))
                .collect(Collectors.toMap(row -> row[0], row -> row[5]));
        Map<String, Set<String>> soldTo = new HashMap<>();
        for (String[] row : rows("truth/followers.csv.gz")) {
            if (row[2].equals("bought")) {
                soldTo.computeIfAbsent(row[1], unseen -> new TreeSet<>()).add(row[0]);
            }
        }
        Map<Boolean, Double> customersPerFollower = soldTo.values().stream()
                .collect(Collectors.partitioningBy(
                        customers -> vendors.get(customers.iterator().next()).startsWith("shared"),
                        Collectors.averagingInt(Set::size)));
        assertEquals(1.0, customersPerFollower.get(false));
        assertTrue(customersPerFollower.get(true) > 2, customersPerFollower::toString);
        assertEquals(
                11,
                vendors.values().stream().filter(v -> v.startsWith("shared")).count());
    }

    @Test
    void lotsAreCreatedWithinAMonthAndAMonthBeforeTheyAreDelivered() {
        World world = World.of(SimulateOptions.demo("unused"));
        for (AuditedAccount audited : world.audited()) {
            List<Audience.Tie> lot = audited.audience().inOrder().stream()
                    .filter(tie -> tie.lot() != Audience.ORGANIC)
                    .toList();
            if (lot.isEmpty()) {
                continue;
            }
            long delivered = lot.get(0).arrived();
            long newest = lot.stream()
                    .mapToLong(tie -> tie.follower().createdAt())
                    .max()
                    .orElseThrow();
            assertTrue(newest <= delivered - 30 * Timeline.DAY, audited.label()::toString);
            long inOneMonth = lot.stream()
                    .filter(tie -> tie.follower().createdAt() >= newest - 31 * Timeline.DAY)
                    .count();
            boolean mixedAges = audited.label().kind().equals("mixed_age_lot");
            assertTrue(mixedAges ? inOneMonth < lot.size() / 10 : inOneMonth >= lot.size() / 2.3);
        }
    }

    /** More than 95 % of the followees gone, 30 to 45 % had followed back, and most of those stayed. */
    @Test
    void massFollowersDropNearlyEverybodyAndKeepTheirFollowers() {
        for (String[] actor :
                planted.stream().filter(row -> row[1].equals("actor")).toList()) {
            List<Set<String>> followees =
                    DAYS.stream().map(day -> followeesOf(actor[0], day)).toList();
            Set<String> peak = followees.get(0).size() > followees.get(1).size() ? followees.get(0) : followees.get(1);
            assertTrue(peak.size() >= 2_800 && peak.size() <= 5_000, "peak " + peak.size());
            assertTrue(
                    followees.get(2).size() < 0.05 * peak.size(),
                    "left " + followees.get(2).size());
            Set<String> stayed = new HashSet<>(lists("2026-10-31").get(actor[0]));
            stayed.retainAll(peak);
            double keptShare = (double) stayed.size() / peak.size();
            assertTrue(keptShare > 0.22 && keptShare < 0.46, "kept " + keptShare);
        }
    }

    @Test
    void coverageStatesWhatTheListsHold() {
        for (String[] row : rows("export/coverage.csv.gz")) {
            int column = row[2].equals("followers") ? 1 : 2;
            if (row[2].equals("followers")) {
                assertEquals(lists(row[0]).get(row[1]).size(), Integer.parseInt(row[3]));
            }
            assertTrue(column == 1 || followeesOf(row[1], row[0]).size() == Integer.parseInt(row[3]));
            assertEquals("true", row[4]);
        }
    }

    @Test
    void eachLookAlikeIsThere() {
        Map<String, Long> kinds = planted.stream()
                .filter(row -> row[1].equals("look_alike"))
                .collect(Collectors.groupingBy(row -> row[2], TreeMap::new, Collectors.counting()));
        assertEquals(
                new TreeMap<>(Map.of(
                        "viral_day", 1L,
                        "giveaway", 1L,
                        "tv_day", 1L,
                        "suggested_account", 1L,
                        "new_and_growing", 1L,
                        "fan_community", 7L,
                        "conference", 5L,
                        "spring_cleaner", 1L,
                        "follow_back_circle", 1L,
                        "unfollow_wave", 1L)),
                kinds);
    }

    @Test
    void moreAccountsBringMoreCasts() {
        World world = World.of(new SimulateOptions("unused", 3, 125, 20_000));
        assertEquals(125, world.audited().size());
        assertEquals(
                32,
                world.audited().stream()
                        .filter(audited -> audited.label().role().equals(Label.CUSTOMER))
                        .count());
    }

    @Test
    void sizesOutOfRangeAreNamed() {
        AssayException few = assertThrows(AssayException.class, () -> new SimulateOptions("x", 1, 10, 40_000));
        assertEquals("--accounts must be between 60 and 1,200, was 10", few.getMessage());
        assertThrows(AssayException.class, () -> new SimulateOptions("x", 1, 60, 100));
        assertThrows(AssayException.class, () -> new SimulateOptions(" ", 1, 60, 40_000));
    }

    private static Map<String, List<String>> lists(String day) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String[] row : FOLLOWS.get(day)) {
            if (!row[3].isEmpty()) {
                lists.computeIfAbsent(row[1], unseen -> new ArrayList<>()).add(row[2]);
            }
        }
        return lists;
    }

    private static Set<String> followeesOf(String account, String day) {
        return FOLLOWS.get(day).stream()
                .filter(row -> row[2].equals(account))
                .map(row -> row[1])
                .collect(Collectors.toSet());
    }

    private static List<String[]> rows(String file) {
        Path path = out.resolve(file);
        try (InputStream bytes = Files.newInputStream(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), sha256(file));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
