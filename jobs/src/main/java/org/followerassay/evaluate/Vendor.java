package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.DAY;
import static org.followerassay.evaluate.Timeline.NEVER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sells followers, from stock that it sells again or from accounts made for one order. */
final class Vendor {
    /** What an order is filled with. */
    enum Stock {
        /** 900 accounts created within 30 days. */
        FIRST_BATCH,
        /** 1,300 accounts created within 4 days. */
        SECOND_BATCH,
        /** 560 accounts created over many years. */
        SECOND_HAND,
        /** Half of the second batch, half second hand. */
        MIXED,
        /** Created for this order within 3 to 30 days, and never used again. */
        MADE_TO_ORDER
    }

    private final Ids ids;
    private final Dice dice;
    private final List<Account> firstBatch;
    private final List<Account> secondBatch;
    private final List<Account> secondHand;

    Vendor(Ids ids, Dice dice) {
        this.ids = ids;
        this.dice = dice;
        firstBatch = batch(900, Timeline.at("2025-02-03"), 30 * DAY);
        secondBatch = batch(1_300, Timeline.at("2025-06-10"), 4 * DAY);
        secondHand = boughtUp(560, Timeline.at("2011-01-01"), Timeline.at("2025-06-01"));
    }

    /** So many accounts that were created at least 30 days before the delivery. */
    List<Account> lot(Stock stock, int size, long delivery) {
        return switch (stock) {
            case FIRST_BATCH -> some(firstBatch, size);
            case SECOND_BATCH -> some(secondBatch, size);
            case SECOND_HAND -> some(secondHand, size);
            case MIXED -> {
                List<Account> mixed = new ArrayList<>(some(secondBatch, size - size / 2));
                mixed.addAll(some(secondHand, size / 2));
                yield shuffled(mixed);
            }
            case MADE_TO_ORDER -> {
                long takes = dice.between(3 * DAY, 30 * DAY);
                yield shuffled(batch(size, delivery - takes - dice.between(31 * DAY, 150 * DAY), takes));
            }
        };
    }

    private List<Account> batch(int size, long from, long takes) {
        List<Account> batch = new ArrayList<>();
        double polish = dice.fraction();
        for (int i = 0; i < size; i++) {
            long createdAt = from + dice.between(0, takes);
            batch.add(account(createdAt, Profile.massProduced(createdAt, polish, dice)));
        }
        return batch;
    }

    private List<Account> boughtUp(int size, long from, long to) {
        List<Account> boughtUp = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long createdAt = dice.between(from, to);
            boughtUp.add(account(createdAt, Profile.secondHand(createdAt, dice)));
        }
        return boughtUp;
    }

    private Account account(long createdAt, Profile profile) {
        return new Account(ids.next(createdAt, dice), createdAt, -1, 1, NEVER, profile);
    }

    private List<Account> some(List<Account> stock, int size) {
        return shuffled(stock).subList(0, size);
    }

    private List<Account> shuffled(List<Account> accounts) {
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, new Random(dice.between(0, Integer.MAX_VALUE)));
        return shuffled;
    }
}
