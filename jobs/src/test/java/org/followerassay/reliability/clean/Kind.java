package org.followerassay.reliability.clean;

import java.util.Locale;

/** Why an account has the followers it has, and how many such accounts are listed per 40,000 people. */
enum Kind {
    /** nothing in particular */
    ORDINARY(300),
    /** some hundred people of all ages came within a day or two, because a paper wrote about it */
    PRESS_DAY(56),
    /** famous before it joined: thousands came within days */
    CELEBRITY(30),
    /** one of 30 to 150 real people who all follow each other */
    RING(48),
    /** known to the first members, most of whom have long stopped posting */
    EARLY_DAYS(44),
    /** of a country that came online within two weeks */
    REGION(60),
    /** imported the contacts of its newsletter within hours */
    NEWSLETTER(40),
    /** shown to everybody who joined, for months or years */
    SUGGESTED(30),
    /** teacher, team or office that a class or the newly employed are told to follow in their first week */
    INTAKE(48),
    /** gave prizes to followers */
    GIVEAWAY(40);

    private static final double PEOPLE = 40_000;

    private final int listed;

    Kind(int listed) {
        this.listed = listed;
    }

    /** Accounts of the kind that an export of so many people lists. */
    int listed(int population) {
        return share(listed, population);
    }

    /** Accounts of the kind that are on the platform: some more, since not each becomes known enough to be listed. */
    int hosts(int population) {
        return share(listed * 1.25, population);
    }

    /** So many per 40,000 people, at least 1. */
    static int share(double per, int population) {
        return (int) Math.max(1, Math.rint(per * population / PEOPLE));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
