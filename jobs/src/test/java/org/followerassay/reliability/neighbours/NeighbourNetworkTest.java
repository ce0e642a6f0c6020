package org.followerassay.reliability.neighbours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network is whole, repeatable, and roughly of the shape that it says it has. */
class NeighbourNetworkTest {
    private static final int POPULATION = 6_000;

    private static NeighbourNetwork network;

    @BeforeAll
    static void make() {
        network = new NeighbourNetwork(1, POPULATION);
    }

    @Test
    void theSeedFixesEveryByte(@TempDir Path folder) throws IOException {
        Path one = network.write(folder.resolve("one"));
        Path again = new NeighbourNetwork(1, POPULATION).write(folder.resolve("again"));
        Path other = new NeighbourNetwork(2, POPULATION).write(folder.resolve("other"));
        for (String file : List.of("follows.csv", "accounts.csv", "coverage.csv")) {
            byte[] bytes = Files.readAllBytes(one.resolve(file));
            assertArrayEquals(bytes, Files.readAllBytes(again.resolve(file)), file);
            assertFalse(Arrays.equals(bytes, Files.readAllBytes(other.resolve(file))), file);
        }
    }

    @Test
    void theListsThatAreWrittenAreWholeAndTold(@TempDir Path folder) throws IOException {
        network.write(folder);
        Map<Long, List<Long>> lists = new TreeMap<>();
        for (List<String> row : rows(folder.resolve("follows.csv"))) {
            List<Long> list = lists.computeIfAbsent(Long.valueOf(row.get(1)), any -> new ArrayList<>());
            assertEquals(list.size(), Integer.parseInt(row.get(3)), "a place is left out");
            list.add(Long.valueOf(row.get(2)));
        }
        Map<Long, Integer> counted = new TreeMap<>();
        for (List<String> row : rows(folder.resolve("accounts.csv"))) {
            counted.put(Long.valueOf(row.get(1)), Integer.parseInt(row.get(4)));
        }
        assertEquals(network.kinds().keySet(), lists.keySet());
        lists.forEach((account, list) -> {
            assertTrue(list.size() >= Listed.FEWEST && list.size() <= Listed.MOST, account + ": " + list.size());
            assertTrue(counted.keySet().containsAll(list), "a follower has no profile");
            assertEquals(list.size(), counted.get(account), 0.01 * list.size(), "more are hidden than platforms hide");
        });
        assertEquals(lists.size(), rows(folder.resolve("coverage.csv")).size());
    }

    @Test
    void nobodyFollowsTwiceOrThemselvesOrBeforeBothAreThere() {
        for (Account account : network.listed()) {
            Set<Integer> seen = new HashSet<>();
            long before = account.created;
            for (int i = 0; i < account.followers.size(); i++) {
                Account follower = network.accounts().get(account.followers.account(i));
                long at = account.followers.time(i);
                assertTrue(seen.add(follower.number) && follower != account);
                assertTrue(at >= before && at >= follower.created && at < Timeline.SNAPSHOT);
                assertTrue(follower.followees.contains(account.number));
                before = at;
            }
        }
    }

    @Test
    void aThirdOfTheListedOrMoreIsOrdinary() {
        long ordinary =
                network.kinds().values().stream().filter("ordinary"::equals).count();
        assertTrue(3 * ordinary >= network.kinds().size() && network.kinds().size() >= 0.01 * POPULATION);
        assertTrue(new HashSet<>(network.kinds().values()).size() > 8, "few kinds: " + network.kinds());
    }

    @Test
    void popularityIsHeavyTailedAndPeopleFollowBack() {
        List<Integer> popularity = new ArrayList<>();
        long ties = 0;
        long mutual = 0;
        for (Account account : network.accounts()) {
            popularity.add(account.followers.size());
            for (int i = 0; !account.isPage() && i < account.followees.size(); i++) {
                Account followee = network.accounts().get(account.followees.account(i));
                ties += followee.isPage() ? 0 : 1;
                mutual += !followee.isPage() && followee.followees.contains(account.number) ? 1 : 0;
            }
        }
        popularity.sort(null);
        int median = popularity.get(popularity.size() / 2);
        int known = popularity.get(popularity.size() * 99 / 100);
        assertTrue(median >= 5 && known >= 6 * median, median + " at the median, " + known + " at one in a hundred");
        assertEquals(0.4, (double) mutual / ties, 0.12, "share of ties between people that are mutual");
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> List.of(line.split(",", -1))).toList();
        }
    }
}
