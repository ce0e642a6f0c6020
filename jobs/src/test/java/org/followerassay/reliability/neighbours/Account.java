package org.followerassay.reliability.neighbours;

import java.util.ArrayList;
import java.util.List;

/** One account, a person's or a page's: what does not change about it, and its ties. */
final class Account {
    final int number;
    /** Rises with the time of sign-up, with gaps of those who never confirmed their address. */
    final long id;
    /** Null for a person. */
    final PageKind page;

    final Town town;
    final long created;
    final int born;
    /** One bit for each thing that they care about. */
    final int interests;

    final Traits traits;
    final List<Circle> circles = new ArrayList<>();
    TieList followees = new TieList();
    TieList followers = new TieList();

    Account(int number, long id, PageKind page, Town town, long created, int born, int interests, Traits traits) {
        this.number = number;
        this.id = id;
        this.page = page;
        this.town = town;
        this.created = created;
        this.born = born;
        this.interests = interests;
        this.traits = traits;
    }

    boolean isPage() {
        return page != null;
    }

    String kind() {
        return isPage() ? page.word() : "ordinary";
    }

    boolean isActive(long at) {
        return at < traits.lapses();
    }

    int age(long at) {
        return Timeline.year(at) - born;
    }

    boolean shares(Account other) {
        return (interests & other.interests) != 0;
    }

    boolean knows(Account other) {
        if (town != other.town) {
            return false;
        }
        for (Circle circle : circles) {
            if (other.circles.contains(circle)) {
                return true;
            }
        }
        return false;
    }
}
