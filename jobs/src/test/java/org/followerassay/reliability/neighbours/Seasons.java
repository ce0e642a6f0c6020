package org.followerassay.reliability.neighbours;

import java.util.List;

/**
 * What the calendar brings to a page: school years begin in September, teams play every second weekend from August to May, votes
 * are cast every five years, festivals are in summer.
 */
final class Seasons {
    private static final List<Long> ELECTIONS =
            List.of(Timeline.at("2014-05-25"), Timeline.at("2019-05-26"), Timeline.at("2024-06-09"));

    private final Chance chance;

    Seasons(Chance chance) {
        this.chance = chance;
    }

    void matches(List<Occasion> all, Account page) {
        for (int year = Timeline.year(page.created); year <= 2025; year++) {
            long opening = Timeline.at(year, 8, 10) + chance.below(14) * Timeline.DAY;
            for (int match = 0; match < 18; match++) {
                long at = opening + match * 14L * Timeline.DAY + 15 * Timeline.HOUR;
                all.add(Occasions.usual(at, 0.4, 0.0006 * chance.lognormal(1, 0.7), 6, 0.01));
            }
            if (chance.happens(0.35)) { // promotion, a cup, a famous opponent
                all.add(Occasions.usual(Timeline.at(year, 5, 10) + 17 * Timeline.HOUR, 10, 0.02, 12, 0.02));
            }
        }
    }

    void campaigns(List<Occasion> all, Account page) {
        for (long election : ELECTIONS) {
            for (int week = 8; week >= 1 && chance.happens(0.97); week--) {
                long at = morning(election - week * 7L * Timeline.DAY + chance.below(5) * Timeline.DAY);
                all.add(Occasions.usual(at, 3, 0.005 * chance.lognormal(1, 0.5), 40, 0.015));
            }
            all.add(Occasions.usual(election + 18 * Timeline.HOUR, 4, 0.02, 14, 0.01));
        }
    }

    /** Pupils find the teacher's or the school's account in the first weeks of a school year, some in the second term. */
    void terms(List<Occasion> all, Account page, double people, double share, double hours, double newcomers) {
        for (int year = Timeline.year(page.created); year <= 2024; year++) {
            long first = Timeline.at(year, 9, 1) + chance.below(10) * Timeline.DAY + 8 * Timeline.HOUR;
            all.add(Occasions.usual(first, people * chance.lognormal(1, 0.3), share, hours, newcomers));
            if (chance.happens(0.5)) {
                all.add(Occasions.usual(first + 158 * Timeline.DAY, people * 0.4, share * 0.3, hours, newcomers / 2));
            }
        }
    }

    void summers(List<Occasion> all, Account page) {
        int month = chance.between(6, 8);
        int day = chance.between(1, 26);
        for (int year = Timeline.year(page.created); year <= 2024; year++) {
            if (year != 2020) { // called off
                all.add(Occasions.usual(morning(Timeline.at(year, 2, day)), 4, 0.002, 50, 0.01));
                all.add(Occasions.usual(Timeline.at(year, month, day) + 16 * Timeline.HOUR, 10, 0.006, 34, 0.007));
            }
        }
    }

    /** Between seven and noon of that day. */
    long morning(long at) {
        return at - Math.floorMod(at, Timeline.DAY) + 6 * Timeline.HOUR + chance.below(5 * (int) Timeline.HOUR);
    }
}
