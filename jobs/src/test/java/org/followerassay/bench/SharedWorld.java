package org.followerassay.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A made-up platform of about 200,000 organic ties, and a vendor whose 1,000 accounts follow customers.
 *
 * <p>Accounts' popularity and followers' numbers of followees follow power laws. With topics, each account and follower has
 * one, and four of five follows stay within it.
 */
final class SharedWorld {
    static final int VENDOR_ACCOUNTS = 1_000;

    private static final int ACCOUNTS = 10_000;
    private static final int FOLLOWERS = 20_000;
    private static final int POPULAR = 100;
    private static final double WITHIN_TOPIC = 0.8;

    /** One cell of the grid: each vendor account follows {@code reuse} of the customers, and organic accounts besides. */
    record Cell(int topics, boolean popular, int customers, int reuse, int camouflage) {
        String label() {
            return "%-9s  %-7s  %7s  %10d"
                    .formatted(
                            topics == 1 ? "none" : topics + " topics",
                            popular ? "popular" : "small",
                            customers + "x" + reuse,
                            camouflage);
        }
    }

    private final Random random;
    private final double[] popularity = new double[ACCOUNTS];
    private final List<int[]> followees = new ArrayList<>();

    SharedWorld(Cell cell, long seed) {
        random = new Random(seed);
        double sum = 0;
        for (int account = 0; account < ACCOUNTS; account++) {
            sum += weight(account);
            popularity[account] = sum;
        }
        for (int follower = 0; follower < FOLLOWERS; follower++) {
            int many = (int) Math.min(1_000, 3 * Math.pow(1 - random.nextDouble(), -1 / 1.4));
            followees.add(organic(many, random.nextInt(cell.topics()), cell.topics()));
        }
        List<Integer> candidates =
                new ArrayList<>(IntStream.range(0, cell.popular() ? Math.max(POPULAR, cell.customers()) : ACCOUNTS)
                        .boxed()
                        .toList());
        Collections.shuffle(candidates, random);
        List<Integer> customers = new ArrayList<>(candidates.subList(0, cell.customers()));
        for (int account = 0; account < VENDOR_ACCOUNTS; account++) {
            Collections.shuffle(customers, random);
            Set<Integer> followed = new TreeSet<>(customers.subList(0, cell.reuse()));
            while (followed.size() < cell.reuse() * (1 + cell.camouflage())) {
                followed.add(anybody());
            }
            followees.add(followed.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Each follower's followees, by the follower's number; the vendor's accounts come last. */
    List<int[]> followees() {
        return followees;
    }

    static boolean isVendors(long follower) {
        return follower >= FOLLOWERS;
    }

    private int[] organic(int many, int topic, int topics) {
        Set<Integer> followed = new TreeSet<>();
        for (int attempt = 0; followed.size() < many && attempt < 50 * many; attempt++) {
            int account = anybody();
            if (account % topics == topic || random.nextDouble() >= WITHIN_TOPIC) {
                followed.add(account);
            }
        }
        return followed.stream().mapToInt(Integer::intValue).toArray();
    }

    private int anybody() {
        int place = Arrays.binarySearch(popularity, random.nextDouble() * popularity[ACCOUNTS - 1]);
        return place < 0 ? -place - 1 : place;
    }

    private static double weight(int account) {
        return Math.pow(account + 10, -0.8);
    }
}
