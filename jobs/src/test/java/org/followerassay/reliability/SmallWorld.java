package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two months of a made-up platform in little CSV tables: ordered lists of some accounts, profiles of all, and what both say of
 * their completeness. The same every time; large enough that each stage of the job has rows to work on.
 */
final class SmallWorld {
    private static final long EARLIEST = 1_262_304_000L;
    private static final int DAYS = 5_800;

    private final int lists;
    private final List<String> people = new ArrayList<>();
    private final List<String> born = new ArrayList<>();
    private final List<List<Integer>> followers = new ArrayList<>();
    private final Random dice = new Random(20_261_129);

    /** @param lists accounts whose followers are listed */
    SmallWorld(int lists, int population) {
        this.lists = lists;
        for (int i = 0; i < population; i++) {
            long day = EARLIEST + 86_400L * dice.nextInt(DAYS);
            long snowflake = ((day * 1_000 - 1_288_834_974_657L) << 22) + dice.nextInt(1 << 22);
            people.add(Long.toString(day < 1_420_070_400L ? 1_000_000 + i : snowflake));
            born.add(java.time.Instant.ofEpochSecond(day).toString());
        }
        for (int list = 0; list < lists; list++) {
            Set<Integer> audience = new LinkedHashSet<>();
            int size = 60 + dice.nextInt(140);
            while (audience.size() < size) {
                int follower = (int) (population * Math.pow(dice.nextDouble(), 1.5));
                if (follower != list) {
                    audience.add(follower);
                }
            }
            followers.add(new ArrayList<>(audience));
        }
    }

    /** Writes one month's export into a folder of its own. @param shuffled true for the same rows in another order */
    Path month(Path folder, String day, boolean shuffled) throws IOException {
        Files.createDirectories(folder);
        List<String> ties = new ArrayList<>();
        List<String> coverage = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            coverage.add(day + "," + people.get(list) + ",followers,"
                    + followers.get(list).size() + ",true");
            for (int position = 0; position < followers.get(list).size(); position++) {
                ties.add(day + "," + people.get(list) + ","
                        + people.get(followers.get(list).get(position)) + "," + position);
            }
        }
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Random own = new Random(i);
            accounts.add(day + "," + people.get(i) + "," + born.get(i) + "," + own.nextInt(2_000) + ","
                    + own.nextInt(900) + "," + own.nextInt(700) + "," + (own.nextInt(8) > 0) + ","
                    + (own.nextInt(5) > 0));
        }
        write(folder.resolve("follows-" + day + ".csv"), "snapshot,followee,follower,position", ties, shuffled);
        write(
                folder.resolve("coverage-" + day + ".csv"),
                "snapshot,account,direction,stated,complete",
                coverage,
                shuffled);
        write(
                folder.resolve("accounts-" + day + ".csv"),
                "snapshot,account,created_at,posts,followers,followees,has_picture,has_bio",
                accounts,
                shuffled);
        return folder;
    }

    /** A month later: some followers are gone, and others have come. */
    void aMonthPasses() {
        for (List<Integer> audience : followers) {
            audience.removeIf(follower -> dice.nextInt(20) == 0);
            for (int i = 0; i < 12; i++) {
                int follower = dice.nextInt(people.size());
                if (follower >= lists && !audience.contains(follower)) {
                    audience.add(follower);
                }
            }
        }
    }

    private static void write(Path file, String header, List<String> rows, boolean shuffled) throws IOException {
        List<String> lines = new ArrayList<>(rows);
        if (shuffled) {
            Collections.shuffle(lines, new Random(7));
        }
        lines.add(0, header);
        Files.write(file, lines);
    }
}
