package org.followerassay.reliability.neighbours;

import java.util.Locale;

/** Accounts that stand for more than a private person, and whom they are for. What brings them followers is in {@link Occasions}. */
enum PageKind {
    /** News of a town and what lies around. */
    NEWSPAPER(8, 0.85, 18, 80, false, 0.03, 60, 0.01, 1),
    /** Shops and cafés, with prize draws and a sign at the counter. */
    SHOP(18, 0.9, 16, 65, false, 0.014, 120, 0.1, 2),
    TEAM(12, 0.8, 12, 60, false, 0.02, 40, 0.04, 0.8),
    /** A singer or a band that goes on tour from town to town. */
    SINGER(5, 0.15, 14, 40, false, 0.003, 50, 0.02, 1.2),
    /** Stands for the council, is loud for eight weeks and then nearly silent. */
    POLITICIAN(8, 0.9, 20, 75, false, 0.008, 250, 0.3, 1.8),
    TEACHER(10, 0.92, 13, 19, false, 0.01, 25, 0.1, 0.7),
    MEME(6, 0.1, 13, 28, false, 0.004, 30, 0.01, 1.6),
    FESTIVAL(5, 0.35, 16, 45, false, 0.001, 40, 0.02, 1.1),
    SCHOOL(8, 0.97, 11, 18, false, 0.004, 40, 0.03, 0.8),
    /** A choir, a walking club, a repair café: for those who share one interest. */
    CLUB(14, 0.75, 15, 75, true, 0.05, 60, 0.2, 0.8),
    /** Known on another network, calls the audience over to this one. */
    CROSSPOSTER(6, 0.1, 15, 45, true, 0.002, 80, 0.04, 1.2),
    /** Picked by the editors for the list that everybody sees at sign-up, for some months. */
    SUGGESTED(5, 0.1, 15, 60, true, 0.002, 60, 0.05, 1),
    /** An employer whose staff are asked to sign up. */
    WORKPLACE(7, 0.9, 20, 64, false, 0.004, 40, 0.05, 0.8),
    TOWNHALL(7, 0.95, 18, 80, false, 0.025, 30, 0.01, 0.8),
    /** Collects for a good cause, and is shown on television once a year. */
    CHARITY(4, 0.3, 22, 75, false, 0.002, 60, 0.04, 1.2),
    /** Takes part in photo challenges, follows much and follows back. */
    ENTHUSIAST(9, 0.3, 16, 65, true, 0.001, 500, 0.75, 1.3);

    private final int perTenThousand;
    private final double home;
    private final int youngest;
    private final int oldest;
    private final boolean aroundInterest;
    private final double trickle;
    private final int searches;
    private final double followsBack;
    private final double restless;

    PageKind(
            int perTenThousand,
            double home,
            int youngest,
            int oldest,
            boolean aroundInterest,
            double trickle,
            int searches,
            double followsBack,
            double restless) {
        this.perTenThousand = perTenThousand;
        this.home = home;
        this.youngest = youngest;
        this.oldest = oldest;
        this.aroundInterest = aroundInterest;
        this.trickle = trickle;
        this.searches = searches;
        this.followsBack = followsBack;
        this.restless = restless;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Pages of this kind in a network of so many people; some will never have a list that is worth an export. */
    int count(int population) {
        return Math.max(1, Math.round(perTenThousand * population / 10_000f));
    }

    /** Share of its audience that lives in its own town. */
    double home() {
        return home;
    }

    boolean isFor(int age) {
        return age >= youngest && age <= oldest;
    }

    /** An age of its audience, the middle ones the likeliest. */
    int age(Chance chance) {
        return Math.max(13, (chance.between(youngest, oldest) + chance.between(youngest, oldest)) / 2);
    }

    /** True if it is for those who share an interest with it. */
    boolean isAroundInterest() {
        return aroundInterest;
    }

    /** Share of its audience that comes in a year without any occasion. */
    double trickle() {
        return trickle;
    }

    /** How often, at the median, it looks for somebody to follow itself. */
    int searches() {
        return searches;
    }

    double followsBack() {
        return followsBack;
    }

    /** How much faster than others its followers leave. */
    double restless() {
        return restless;
    }
}
