package org.followerassay.evaluate.platform;

import static org.followerassay.evaluate.platform.Moments.DAY;
import static org.followerassay.evaluate.platform.Moments.NEWEST;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which accounts are audited, who of them buys how much from whom, and what happens to others that looks alike.
 *
 * <p>The only part that is made in one process: at most 1,000 audited accounts and a lot for each. Accounts are numbered by
 * popularity, from 0; those of vendors come after all others.
 */
final class Plan {
    /** Ties per account; 35 on Twitter in 2009, fewer here so that small platforms have accounts enough. */
    private static final long TIES_PER_ACCOUNT = 16;

    private static final int[] REUSE = {1, 2, 5, 15, 50};
    private static final double[] SHARES = {0.02, 0.10, 0.30, 0.55, 0.80};
    private static final int BATCH_DAYS = 30;
    private static final int AGED_DAYS = 1_500;

    /** Customers together hold at most this share of all ties, whatever share of their followers they are to buy. */
    private static final double MOST_BOUGHT = 0.1;

    private static final long COMMUNITY = 300;
    private static final double COMMUNITY_DENSITY = 0.4;
    private static final long TIES_FOR_A_COMMUNITY = 300_000;

    /** What a lot looks like that nobody sold. */
    private record Occasion(String kind, double size, double days, double leave, double newcomers) {}

    private static final List<Occasion> OCCASIONS = List.of(
            new Occasion("viral burst", 0.5, 3, 0.1, 0.2),
            new Occasion("giveaway", 0.4, 7, 0.5, 0.3),
            new Occasion("television", 0.5, 1, 0, 0.05),
            new Occasion("suggested users", 0.5, 700, 0, 0.9),
            new Occasion("platform purge", 0.3, 2_000, 1, 0),
            new Occasion("private to public", 0.8, 30, 0, 0.1));

    final PlatformOptions options;
    final Draws draws;
    final PopularityLaw popularity;
    final long accounts;
    final List<Long> audited = new ArrayList<>();
    final List<Lot> lots = new ArrayList<>();
    final List<Vendor> vendors = new ArrayList<>();

    Plan(PlatformOptions options) {
        this.options = options;
        draws = new Draws(options.seed());
        popularity = new PopularityLaw(options.followersExponent());
        accounts = options.ties() / TIES_PER_ACCOUNT;
        chooseAudited();
        List<List<Lot>> orders = new ArrayList<>();
        for (int vendor = 0; vendor < REUSE.length; vendor++) {
            orders.add(new ArrayList<>());
        }
        customers().forEach(number -> order(number, orders));
        long first = accounts;
        for (int vendor = 0; vendor < REUSE.length; vendor++) {
            if (!orders.get(vendor).isEmpty()) {
                first = open(vendor, first, orders.get(vendor));
            }
        }
        lookAlikes().filter(number -> !inCommunity(number)).forEach(this::occasion);
    }

    /** Followers that an account gains by itself, before any are planted. */
    double expectedFollowers(long number) {
        return popularity.followers((double) number, (double) options.ties(), accounts);
    }

    /** From the most popular down to 200 followers, each so many times rarer than the one before. */
    private void chooseAudited() {
        long wanted = Math.min(1_000, Math.max(10, options.ties() / 10_000));
        double least = Math.min(200, expectedFollowers(accounts / 4));
        double last = Math.max(wanted + 2.0, popularity.rankOf(least, (double) options.ties(), accounts));
        double step = Math.pow(last / 2, 1.0 / (wanted - 1));
        for (int i = 0; i < wanted; i++) {
            long number = Math.round(2 * Math.pow(step, i));
            long previous = audited.isEmpty() ? 1 : audited.get(audited.size() - 1);
            audited.add(Math.max(previous + 1, number));
        }
        if (hasCommunity()) {
            audited.addAll(List.of(accounts - 1, accounts - 2, accounts - 3));
        }
    }

    LongStream customers() {
        return LongStream.range(0, audited.size())
                .filter(i -> i % 5 == 0 || i % 5 == 3)
                .map(i -> audited.get((int) i))
                .filter(number -> !inCommunity(number));
    }

    LongStream lookAlikes() {
        return LongStream.range(0, audited.size())
                .filter(i -> i % 5 == 2 || inCommunity(audited.get((int) i)))
                .map(i -> audited.get((int) i));
    }

    boolean hasCommunity() {
        return options.ties() >= TIES_FOR_A_COMMUNITY;
    }

    long communitySize() {
        return COMMUNITY;
    }

    double communityDensity() {
        return COMMUNITY_DENSITY;
    }

    boolean inCommunity(long number) {
        return hasCommunity() && number >= accounts - COMMUNITY && number < accounts;
    }

    /** The largest number of an audited account outside of the community. */
    long lastAudited() {
        return audited.stream()
                .filter(number -> !inCommunity(number))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Connected pairs among what is planted, as far as they are expected to last until the newest snapshot. */
    double plantedPairs() {
        double camouflage = vendors.stream()
                .filter(vendor -> vendor.camouflage() == Camouflage.RANDOM || vendor.camouflage() == Camouflage.BIASED)
                .mapToDouble(vendor -> (double) vendor.pool() * vendor.reuse())
                .sum();
        double club = hasCommunity() ? clubPairs() * COMMUNITY_DENSITY * (2 - COMMUNITY_DENSITY) : 0;
        return camouflage + club + lots.stream().mapToDouble(this::lasting).sum();
    }

    /** Those of them that are mutual. */
    double plantedMutual() {
        return hasCommunity() ? clubPairs() * COMMUNITY_DENSITY * COMMUNITY_DENSITY : 0;
    }

    private static double clubPairs() {
        return COMMUNITY * (COMMUNITY - 1) / 2.0;
    }

    private double lasting(Lot lot) {
        double months = (NEWEST - lot.begin() - lot.days() * DAY / 2) / (30.0 * DAY);
        return lot.size() * (lot.bought() ? Math.pow(1 - options.attrition(), months) : 1 - lot.leave());
    }

    private void order(long customer, List<List<Lot>> orders) {
        int count = orders.stream().mapToInt(List::size).sum();
        int vendor = count % REUSE.length;
        double share = options.share().orElse(SHARES[(count + count / REUSE.length) % SHARES.length]);
        double most = MOST_BOUGHT * options.ties() / customers().count() * 2;
        long size = Math.round(Math.min(most, expectedFollowers(customer) * share / (1 - share)));
        String delivery = List.of("burst", "week", "drip").get(count % 3);
        double days = List.of(1.0, 7.0, 90.0).get(count % 3);
        long begin = NEWEST - (long) ((190 + 900 * draws.planned("deliveries", count)) * DAY);
        orders.get(vendor).add(new Lot(count + 1L, customer, vendor, delivery, Math.max(5, size), begin, days, 0, 0));
    }

    /** Opens a vendor with accounts enough for its orders; returns the number after its last account. */
    private long open(int index, long first, List<Lot> orders) {
        lots.addAll(orders);
        int reuse = Math.min(REUSE[index], orders.size());
        long pool = Math.max(1, orders.stream().mapToLong(Lot::size).sum() / reuse);
        Camouflage[] all = Camouflage.values();
        Camouflage camouflage = options.camouflage().orElse(all[index % all.length]);
        int days = index % 2 == 0 ? BATCH_DAYS : AGED_DAYS;
        long earliest = orders.stream().mapToLong(Lot::begin).min().orElseThrow();
        long createdFrom = earliest - (long) ((60 + 90 * draws.planned("stock", index) + days) * DAY);
        vendors.add(
                new Vendor(index, reuse, camouflage, first, pool, createdFrom, days, draws.planned("polish", index)));
        return camouflage == Camouflage.HIJACKED ? first : first + pool;
    }

    private void occasion(long account) {
        long count = lots.stream().filter(lot -> !lot.bought()).count();
        Occasion occasion = OCCASIONS.get((int) (count % OCCASIONS.size()));
        long size = Math.round(Math.min(accounts / 8.0, occasion.size() * expectedFollowers(account)));
        double before = occasion.leave() > 0.3
                ? Math.max(occasion.days() + 30, 70)
                : occasion.days() + 200 + 600 * draws.planned("occasions", count);
        lots.add(new Lot(
                lots.size() + 1L,
                account,
                -1,
                occasion.kind(),
                Math.max(5, size),
                NEWEST - (long) (before * DAY),
                occasion.days(),
                occasion.leave(),
                occasion.newcomers()));
    }
}
