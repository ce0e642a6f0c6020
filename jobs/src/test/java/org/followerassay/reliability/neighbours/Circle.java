package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.List;

/** People who meet offline: a family, a school class, a workplace, a club. */
final class Circle {
    /** So many at the most. */
    final int room;
    /** Probability that two of them have each other's number. */
    final double known;

    final List<Account> members = new ArrayList<>();

    Circle(int room, double known) {
        this.room = room;
        this.known = known;
    }
}
