package org.followerassay.reliability.clean;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the honest platform promises of its export, on a small one row by row, and on one of full size in numbers. */
class HonestPlatformTest {
    private static final List<String> TABLES = List.of("follows", "coverage", "accounts");
    private static final int DAY = 86_400;

    private static HonestPlatform large;
    private static HonestPlatform small;

    @TempDir
    static Path work;

    @BeforeAll
    static void live() throws IOException {
        large = new HonestPlatform(20_261_130, 40_000);
        small = new HonestPlatform(7, 8_000);
        small.write(work.resolve("small"));
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Path again = new HonestPlatform(7, 8_000).write(work.resolve("again"));
        Path other = new HonestPlatform(8, 8_000).write(work.resolve("other"));
        for (String table : TABLES) {
            assertEquals(-1, Files.mismatch(file(work.resolve("small"), table), file(again, table)), table);
            assertNotEquals(-1, Files.mismatch(file(again, table), file(other, table)), table);
        }
    }

    @Test
    void everyFollowerExistedBeforeItFollowed() {
        for (Person followee : large.listed()) {
            Ints followers = large.ties().followers(followee);
            Ints arrivals = large.ties().arrivals(followee);
            int before = followee.joined;
            for (int i = 0; i < followers.size(); i++) {
                assertTrue(arrivals.get(i) > large.people().get(followers.get(i)).joined, "came before it was there");
                assertTrue(arrivals.get(i) >= before && arrivals.get(i) < Days.END, "not in the order of arrival");
                before = arrivals.get(i);
            }
        }
    }

    @Test
    void idsTellWhenAccountsWereCreated() throws IOException {
        long before = 0;
        for (String[] account : rows("accounts")) {
            long id = Long.parseLong(account[1]);
            long created = ((id >> 22) + 1_288_834_974_657L) / 1_000;
            assertEquals(Instant.parse(account[2]).getEpochSecond(), created, account[1]);
            assertTrue(id > before, "ids grow in the order of joining");
            before = id;
        }
    }

    @Test
    void positionsRunWithoutGapsThroughListsOfKnownAccounts() throws IOException {
        Map<String, String> stated = rows("accounts").stream().collect(toMap(row -> row[1], row -> row[4]));
        Map<String, Integer> next = new HashMap<>();
        Set<String> ties = new HashSet<>();
        for (String[] tie : rows("follows")) {
            assertTrue(stated.containsKey(tie[2]), "unknown follower");
            assertTrue(!tie[1].equals(tie[2]) && ties.add(tie[1] + " " + tie[2]), "self tie or repeated");
            assertEquals(next.merge(tie[1], 1, Integer::sum) - 1, Integer.parseInt(tie[3]));
        }
        List<String[]> coverage = rows("coverage");
        for (String[] list : coverage) {
            assertEquals(stated.get(list[1]), list[3], "list and profile disagree");
            assertEquals(list[3], next.get(list[1]).toString(), "list and ties disagree");
            assertEquals("followers true", list[2] + " " + list[4]);
        }
        assertEquals(next.size(), coverage.size());
        assertEquals(small.kinds().size(), coverage.size());
    }

    @Test
    void asManyOfEachKindAreListedAsPromised() {
        Map<String, Long> counts =
                large.kinds().values().stream().collect(groupingBy(kind -> kind, TreeMap::new, counting()));
        assertEquals(
                "{celebrity=30, early-days=44, giveaway=40, intake=48, newsletter=40, ordinary=300, press-day=56,"
                        + " region=60, ring=48, suggested=30}",
                counts.toString());
    }

    @Test
    void listsAreOfManySizes() {
        int[] sizes = large.listed().stream()
                .mapToInt(account -> large.ties().followers(account).size())
                .sorted()
                .toArray();
        int sum = Arrays.stream(sizes).sum();
        assertTrue(sizes[0] >= HonestPlatform.LEAST && sizes[sizes.length - 1] <= HonestPlatform.MOST);
        assertTrue(sizes[sizes.length / 2] < 800 && sizes[sizes.length - 1] > 4_000, "no heavy tail");
        assertTrue(sum > 400_000 && sum < 600_000, sum + " ties");
    }

    @Test
    void eachHonestOccasionLeavesItsMark() {
        assertTrue(busiestDays(Kind.PRESS_DAY) > 3 * busiestDays(Kind.ORDINARY), "no burst of the press");
        assertTrue(busiestDays(Kind.NEWSLETTER) > 3 * busiestDays(Kind.ORDINARY), "no import");
        assertTrue(busiestDays(Kind.RING) > 3 * busiestDays(Kind.ORDINARY), "no evening of greetings");
        assertTrue(share(Kind.SUGGESTED, HonestPlatformTest::newcomer) > 0.4, "no stream of newcomers");
        assertTrue(share(Kind.INTAKE, HonestPlatformTest::newcomer) > 0.4, "no first weeks");
        assertTrue(share(Kind.EARLY_DAYS, tie -> tie.created() < 700 * DAY) > 0.35, "no first members");
        assertTrue(share(Kind.CELEBRITY, tie -> tie.followed() - tie.founded() < 5 * DAY) > 0.3, "no welcome");
    }

    /** @param founded when the followee was created; like the others in seconds since the launch */
    private record Tie(int founded, int created, int followed) {}

    private static boolean newcomer(Tie tie) {
        return tie.followed() - tie.created() < DAY;
    }

    /** Share of the ties of a kind's lists, all lists counting alike. */
    private static double share(Kind kind, Predicate<Tie> which) {
        return large.listed().stream()
                .filter(account -> account.kind == kind)
                .mapToDouble(account -> ties(account).stream().filter(which).count()
                        / (double) ties(account).size())
                .average()
                .orElseThrow();
    }

    /** Share of a list that came within its busiest two days, on average. */
    private static double busiestDays(Kind kind) {
        return large.listed().stream()
                .filter(account -> account.kind == kind)
                .mapToDouble(account -> busiestDays(large.ties().arrivals(account)))
                .average()
                .orElseThrow();
    }

    private static double busiestDays(Ints arrivals) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            while (arrivals.get(i) - arrivals.get(from) > 2 * DAY) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return (double) most / arrivals.size();
    }

    private static List<Tie> ties(Person account) {
        Ints followers = large.ties().followers(account);
        Ints arrivals = large.ties().arrivals(account);
        return IntStream.range(0, followers.size())
                .mapToObj(i -> new Tie(account.joined, large.people().get(followers.get(i)).joined, arrivals.get(i)))
                .toList();
    }

    private static List<String[]> rows(String table) throws IOException {
        return Files.readAllLines(file(work.resolve("small"), table)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static Path file(Path folder, String table) {
        return folder.resolve(table + "-2026-01-31.csv");
    }
}
