package org.followerassay.reliability.clean;

/** Who follows whom at the moment, followers in the order of arrival; people are known by their numbers. */
final class Ties {
    private final Ints[] followers;
    private final Ints[] arrivals;
    private final Ints[] followees;

    Ties(int people) {
        this.followers = filled(people);
        this.arrivals = filled(people);
        this.followees = filled(people);
    }

    private static Ints[] filled(int people) {
        Ints[] all = new Ints[people];
        for (int i = 0; i < people; i++) {
            all[i] = new Ints();
        }
        return all;
    }

    Ints followers(Person person) {
        return followers[person.number];
    }

    /** Times at which those in {@link #followers} came. */
    Ints arrivals(Person person) {
        return arrivals[person.number];
    }

    Ints followees(Person person) {
        return followees[person.number];
    }

    boolean has(Person follower, Person followee) {
        return followees[follower.number].indexOf(followee.number) >= 0;
    }

    /** False if the tie is there already or would lead to the follower itself. */
    boolean add(Person follower, Person followee, int at) {
        if (follower == followee || has(follower, followee)) {
            return false;
        }
        followees[follower.number].add(followee.number);
        followers[followee.number].add(follower.number);
        arrivals[followee.number].add(at);
        return true;
    }

    void drop(Person follower, Person followee) {
        int place = followees[follower.number].indexOf(followee.number);
        if (place >= 0) {
            followees[follower.number].removeAt(place);
            int among = followers[followee.number].indexOf(follower.number);
            followers[followee.number].removeAt(among);
            arrivals[followee.number].removeAt(among);
        }
    }
}
