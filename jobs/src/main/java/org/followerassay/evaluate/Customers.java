package org.followerassay.evaluate;

import static org.followerassay.evaluate.Delivery.BURST;
import static org.followerassay.evaluate.Delivery.DRIP;
import static org.followerassay.evaluate.Delivery.WEEK;
import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEWEST;
import static org.followerassay.evaluate.Vendor.Stock.FIRST_BATCH;
import static org.followerassay.evaluate.Vendor.Stock.MADE_TO_ORDER;
import static org.followerassay.evaluate.Vendor.Stock.MIXED;
import static org.followerassay.evaluate.Vendor.Stock.SECOND_BATCH;
import static org.followerassay.evaluate.Vendor.Stock.SECOND_HAND;

import java.util.List;
import org.followerassay.evaluate.Vendor.Stock;

/**
 * Accounts that bought one lot each: five shares by three deliveries, and one whose lot carries no common date.
 *
 * <p>Eleven buy from the vendor that sells its stock again, five get accounts made for them alone, so that neither shared
 * followers nor creation dates find all of them.
 */
final class Customers {
    /** A lot of package size, and the share of the newest list that it makes up after some of it has vanished. */
    private record Order(int percent, Delivery delivery, int size, Stock stock) {}

    private static final List<Order> ORDERS = List.of(
            new Order(10, BURST, 500, FIRST_BATCH),
            new Order(10, WEEK, 500, MADE_TO_ORDER),
            new Order(10, DRIP, 500, FIRST_BATCH),
            new Order(20, BURST, 500, FIRST_BATCH),
            new Order(20, WEEK, 1_000, MIXED),
            new Order(20, DRIP, 500, MADE_TO_ORDER),
            new Order(30, BURST, 1_000, MIXED),
            new Order(30, WEEK, 500, FIRST_BATCH),
            new Order(30, DRIP, 1_000, MADE_TO_ORDER),
            new Order(55, BURST, 1_000, MIXED),
            new Order(55, WEEK, 2_500, MADE_TO_ORDER),
            new Order(55, DRIP, 1_000, SECOND_BATCH),
            new Order(80, BURST, 1_000, SECOND_BATCH),
            new Order(80, WEEK, 2_500, MADE_TO_ORDER),
            new Order(80, DRIP, 1_000, SECOND_BATCH),
            new Order(30, BURST, 500, SECOND_HAND));

    /** Days between the deliveries of one cast, so that some lots are fresh and some have half decayed. */
    private static final long DELIVERY_STEP = 17 * DAY;

    private static final int FIRST_LOT = 1;

    static void enter(World world, int cast) {
        Dice dice = world.dice("customers " + cast);
        Vendor vendor = new Vendor(world.ids(), dice);
        for (int i = 0; i < ORDERS.size(); i++) {
            // 7 has no common factor with 16: each order gets a time of its own, whatever its share and delivery.
            long ago = DELIVERY_STEP * (i * 7 % ORDERS.size()) + 4 * DAY;
            Order order = ORDERS.get(i);
            boolean ownMake = order.stock() == MADE_TO_ORDER;
            String seller = ownMake ? "disposable-" + cast + "-" + i : "shared-" + cast;
            String kind = order.stock() == SECOND_HAND ? "mixed_age_lot" : "batch_lot";
            long createdAt = dice.between(Timeline.at("2012-01-01"), Timeline.at("2022-12-31"));
            AuditedAccount account = world.open(Label.customer(kind, order.delivery(), seller), createdAt, dice);
            deliver(order, NEWEST - ago - order.delivery().seconds(), vendor, account.audience(), dice);
            grow(order, account, world.population(), dice);
        }
    }

    private static void deliver(Order order, long from, Vendor vendor, Audience audience, Dice dice) {
        double vanishPerMonth = dice.between(0.03, 0.08);
        for (Account follower : vendor.lot(order.stock(), order.size(), from)) {
            long arrived = from + dice.between(0, order.delivery().seconds());
            long left = arrived + (long) dice.exponential(30 * DAY / vanishPerMonth);
            audience.add(follower, arrived, left, FIRST_LOT);
        }
    }

    /** As many organic followers as make the lot's remainder the share that was planned. */
    private static void grow(Order order, AuditedAccount account, Population population, Dice dice) {
        double bought = account.audience().listedNow();
        int organic = (int) Math.round(bought * (100 - order.percent()) / order.percent());
        Taste taste = Taste.ordinary(Math.max(300, organic), dice);
        account.audience()
                .receive(
                        new Wave(account.createdAt(), NEWEST, dice.between(0.6, 1.0), taste, organic),
                        population,
                        dice);
    }

    private Customers() {}
}
