package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.DAY;
import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;
import static org.followerassay.bench.detection.world.Calendar.YEAR;
import static org.followerassay.bench.detection.world.FollowerList.ORGANIC;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Accounts of many sizes, a tenth of which bought one share of their followers each, from batches of their own.
 *
 * @param accounts how many
 * @param smallest followers of the smallest
 * @param largest followers of the largest
 * @param share of its followers that a buyer bought
 */
public record SharesWorld(int accounts, int smallest, int largest, double share, Delivery delivery, Creation creation) {
    private static final int TOPICS = 8;
    private static final double SAME_TOPIC = 0.4;

    /** How long a purchase takes to arrive. */
    public enum Delivery {
        DAY_1(1),
        WEEK(7),
        DAYS_90(90),
        /** From the purchase to the end of the list. */
        WHOLE_LIST(-1);

        private final int days;

        Delivery(int days) {
            this.days = days;
        }
    }

    /** When the followers that were bought were created. */
    public enum Creation {
        BATCH_30_DAYS(30),
        AGED_1500_DAYS(1_500);

        private final int days;

        Creation(int days) {
            this.days = days;
        }
    }

    public World of(long seed) {
        Chance chance = Chance.of(seed, "shares");
        People people = new People(60 * accounts * (smallest + largest) / 200, TOPICS, chance);
        Set<Integer> sold = new HashSet<>();
        List<FollowerList> lists = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            boolean buys = account % 10 == 3;
            long opened = SNAPSHOT - chance.between(6 * YEAR, 14 * YEAR);
            Listing list = new Listing(account + 1, opened, buys ? "buyer" : "clean", chance.below(TOPICS));
            int size = chance.logUniform(smallest, largest);
            int bought = buys ? (int) Math.round(size * share) : 0;
            organic(list, size - bought, people, chance);
            buy(list, bought, people, sold, Chance.of(seed, "lot " + account));
            lists.add(list.inOrder());
        }
        return new World(people.all(), lists, sold, true);
    }

    /** A list that grows, slowly or fast, with up to three bursts of attention. */
    static void organic(Listing list, int wanted, People people, Chance chance) {
        double growth = chance.between(0.2, 1.5);
        long lifetime = SNAPSHOT - list.createdAt();
        int bursts = chance.below(4);
        for (int burst = 0; burst < bursts; burst++) {
            long when = list.createdAt() + (long) (lifetime * chance.between(0.1, 0.95));
            int followers = (int) (wanted * chance.between(0.02, 0.08));
            for (int i = 0; i < followers; i++) {
                follow(list, when + (long) chance.exponential(2.0 * DAY), people, chance);
            }
        }
        while (list.size() < wanted) {
            long since = (long) (lifetime * StrictMath.pow(chance.fraction(), 1 / (1 + growth)));
            follow(list, list.createdAt() + since, people, chance);
        }
    }

    static void follow(Listing list, long arrival, People people, Chance chance) {
        int follower = people.follower(Math.min(arrival, SNAPSHOT - 1), list.topic(), SAME_TOPIC, chance);
        list.add(Math.min(arrival, SNAPSHOT - 1), follower, ORGANIC);
    }

    private void buy(Listing list, int bought, People people, Set<Integer> sold, Chance chance) {
        long lifetime = SNAPSHOT - list.createdAt();
        boolean whole = delivery == Delivery.WHOLE_LIST;
        double begins = whole ? chance.between(0.1, 0.25) : chance.between(0.3, 0.85);
        long from = list.createdAt() + (long) (lifetime * begins);
        long to = whole ? SNAPSHOT : from + delivery.days * DAY;
        long newest = from - chance.between(60 * DAY, 300 * DAY);
        for (int i = 0; i < bought; i++) {
            long created = Math.max(Calendar.BEGINNING, newest - chance.between(0, creation.days * DAY));
            int follower = people.add(created, Profile.massProduced(created, chance));
            sold.add(follower);
            list.add(chance.between(from, to), follower, 0);
        }
    }
}
