package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.DAY;
import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;
import static org.followerassay.bench.detection.world.Calendar.YEAR;
import static org.followerassay.bench.detection.world.FollowerList.ORGANIC;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A graph of about 200,000 ties in which one vendor's 1,000 accounts follow its customers, several each.
 *
 * @param accounts that are followed, and audited
 * @param followers who follow them of their own accord
 * @param ties that they make
 * @param vendor accounts that the vendor has
 * @param customers of the vendor
 * @param reuse customers that each of the vendor's accounts follows
 * @param popular whether customers have many followers of their own
 * @param communities whether people follow what interests them
 * @param ordered whether the export tells order and creation dates
 */
public record VendorsWorld(
        int accounts,
        int followers,
        int ties,
        int vendor,
        int customers,
        int reuse,
        boolean popular,
        Camouflage camouflage,
        boolean communities,
        boolean ordered) {
    private static final int TOPICS = 20;
    private static final double SAME_TOPIC = 0.6;

    /** Creation batches that the vendor's accounts come from. */
    private static final int BATCHES = 2;

    /** What the vendor's accounts follow besides the customers. */
    public enum Camouflage {
        NONE(0),
        RANDOM_1(1),
        RANDOM_4(4),
        /** As many as were bought, popular accounts more often. */
        BIASED(1),
        /** The vendor's accounts are existing ones, with what they follow anyway. */
        HIJACKED(0);

        private final int perBoughtTie;

        Camouflage(int perBoughtTie) {
            this.perBoughtTie = perBoughtTie;
        }
    }

    /** As in the measurements that the issue names: 5,000 accounts, 20,000 followers. */
    public static VendorsWorld of(
            int customers, int reuse, boolean popular, Camouflage camouflage, boolean communities, boolean ordered) {
        return new VendorsWorld(
                5_000, 20_000, 200_000, 1_000, customers, reuse, popular, camouflage, communities, ordered);
    }

    public World of(long seed) {
        Chance chance = Chance.of(seed, "background");
        People people = new People(followers, TOPICS, chance);
        List<Listing> lists = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            long opened = SNAPSHOT - chance.between(3 * YEAR, 12 * YEAR);
            lists.add(new Listing(account + 1, opened, "clean", chance.below(TOPICS)));
        }
        double[] popularity = People.runningSums(powers(accounts, 0.83));
        background(lists, popularity, people, chance);
        Set<Integer> sold = sell(lists, popularity, people, Chance.of(seed, "vendor"));
        List<FollowerList> listed = lists.stream()
                .filter(list -> list.size() > 0)
                .map(Listing::inOrder)
                .toList();
        return new World(people.all(), listed, sold, ordered);
    }

    private void background(List<Listing> lists, double[] popularity, People people, Chance chance) {
        double[] active = People.runningSums(powers(followers, 0.6));
        int[] person = chance.sample(followers, followers);
        double[][] topicPopularity = new double[TOPICS][];
        int[][] ofTopic = new int[TOPICS][];
        for (int topic = 0; topic < TOPICS; topic++) {
            int wanted = topic;
            ofTopic[topic] = IntStream.range(0, accounts)
                    .filter(account -> lists.get(account).topic() == wanted)
                    .toArray();
            topicPopularity[topic] = People.runningSums(Arrays.stream(ofTopic[topic])
                    .mapToDouble(account -> StrictMath.pow(account + 1, -0.83))
                    .toArray());
        }
        for (int made = 0; made < ties; ) {
            int follower = person[chance.weighted(active, followers)];
            int account;
            if (communities && chance.is(SAME_TOPIC)) {
                int topic = people.get(follower).topic();
                account = ofTopic[topic][chance.weighted(topicPopularity[topic], ofTopic[topic].length)];
            } else {
                account = chance.weighted(popularity, accounts);
            }
            Listing list = lists.get(account);
            if (list.add(arrival(list, people.get(follower).createdAt(), chance), follower, ORGANIC)) {
                made++;
            }
        }
    }

    /** Some follow in their first weeks, the others whenever both exist. */
    private static long arrival(Listing list, long createdAt, Chance chance) {
        long both = Math.max(list.createdAt(), createdAt);
        long soon = both + (long) chance.exponential(20.0 * DAY);
        return chance.is(0.3) && soon < SNAPSHOT ? soon : chance.between(both, SNAPSHOT);
    }

    private Set<Integer> sell(List<Listing> lists, double[] popularity, People people, Chance chance) {
        int[] customer = customers(lists, chance);

        long[] delivered = new long[customer.length];
        for (int i = 0; i < customer.length; i++) {
            long opened = lists.get(customer[i]).createdAt();
            long earliest = Math.max(SNAPSHOT - 2 * YEAR, opened + 30 * DAY);
            delivered[i] = chance.between(Math.min(earliest, SNAPSHOT - 60 * DAY), SNAPSHOT - 40 * DAY);
        }
        int[] stock = stock(people, chance);
        for (int seller : stock) {
            int[] served = chance.sample(reuse, customer.length);
            for (int one : served) {
                long days = one % 2 == 0 ? 2 : 7;
                lists.get(customer[one]).add(delivered[one] + chance.between(0, days * DAY), seller, 0);
            }
            camouflage(seller, lists, popularity, people, chance);
        }
        Set<Integer> sold = new HashSet<>();
        Arrays.stream(stock).forEach(sold::add);
        return sold;
    }

    private int[] customers(List<Listing> lists, Chance chance) {
        int[] bySize = IntStream.range(0, accounts)
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer account) -> -lists.get(account).size())
                        .thenComparingInt(account -> account))
                .mapToInt(account -> account)
                .toArray();
        int pool = popular ? Math.max(customers, accounts / 25) : accounts;
        return Arrays.stream(chance.sample(customers, pool)).map(i -> bySize[i]).toArray();
    }

    /** The vendor's accounts: made in batches two to four years ago, or people whose accounts were taken. */
    private int[] stock(People people, Chance chance) {
        if (camouflage == Camouflage.HIJACKED) {
            return IntStream.of(chance.sample(followers, followers))
                    .filter(person -> people.get(person).createdAt() < SNAPSHOT - 2 * YEAR)
                    .limit(vendor)
                    .toArray();
        }
        long[] batch = new long[BATCHES];
        Arrays.setAll(batch, i -> SNAPSHOT - chance.between(800 * DAY, 4 * YEAR));
        int[] stock = new int[vendor];
        for (int i = 0; i < vendor; i++) {
            long created = batch[i % BATCHES] + chance.between(0, 30 * DAY);
            stock[i] = people.add(created, Profile.massProduced(created, chance));
        }
        return stock;
    }

    private void camouflage(int seller, List<Listing> lists, double[] popularity, People people, Chance chance) {
        for (int i = 0; i < reuse * camouflage.perBoughtTie; i++) {
            int account =
                    camouflage == Camouflage.BIASED ? chance.weighted(popularity, accounts) : chance.below(accounts);
            Listing list = lists.get(account);
            if (!list.holds(seller)) {
                list.add(arrival(list, people.get(seller).createdAt(), chance), seller, ORGANIC);
            }
        }
    }

    private static double[] powers(int count, double exponent) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(rank -> StrictMath.pow(rank, -exponent))
                .toArray();
    }
}
