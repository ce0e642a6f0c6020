package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A town with its members so far, in the order in which they signed up. */
final class Town {
    /** About the follows of a few weeks in a town of some size. */
    private static final int REMEMBERED = 1_500;

    private static final int MOST_FAMOUS = 300;

    final int number;
    final double x;
    final double y;
    /** Of all people of the region, the share that lives here; not yet divided by the sum. */
    final double weight;
    /** When the network became known here. */
    final long reached;

    final List<Account> members = new ArrayList<>();
    /** The same, the charming ones many times over: a few are known to the whole town. */
    final List<Account> heardOf = new ArrayList<>();

    final Trail trail = new Trail(REMEMBERED);
    /** What sign-up suggests here at present, made anew each month. */
    List<Integer> suggestions = List.of();

    Town(int number, double x, double y, double weight, long reached) {
        this.number = number;
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.reached = reached;
    }

    void add(Account account) {
        members.add(account);
        int fame = (int) Math.min(MOST_FAMOUS, Math.ceil(Math.pow(account.traits.charm(), 1.5)));
        heardOf.addAll(Collections.nCopies(fame, account));
    }

    /** Of those who would ever sign up here, the share that is ready to at that time: an S-shaped curve of half a year. */
    double ready(long at) {
        return 1 / (1 + Math.exp(-(at - reached) / (90.0 * Timeline.DAY)));
    }

    double distance(Town other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
