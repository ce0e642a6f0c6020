package org.followerassay.bench.detection.world;

import static org.followerassay.bench.detection.world.Calendar.DAY;
import static org.followerassay.bench.detection.world.Calendar.SNAPSHOT;
import static org.followerassay.bench.detection.world.Calendar.YEAR;
import static org.followerassay.bench.detection.world.FollowerList.ORGANIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Accounts that bought nothing, of kinds that look as if: bursts, newcomers, a suggested list, a dense circle.
 *
 * @param ofEach accounts of each of the nine kinds
 * @param circle members of the circle in which nearly everybody follows everybody
 * @param smallest followers of the smallest account
 * @param largest followers of the largest account
 */
public record CleanWorld(int ofEach, int circle, int smallest, int largest) {
    private static final int TOPICS = 8;

    /** Accounts on the list that the platform suggests to newcomers. */
    private static final int SUGGESTED = 20;

    private static final List<String> KINDS = List.of(
            "ordinary",
            "viral",
            "giveaway",
            "television",
            "suggested",
            "sign-up wave",
            "made public",
            "old fans",
            "small");

    public World of(long seed) {
        Chance chance = Chance.of(seed, "clean");
        People people = new People(200_000, TOPICS, chance);
        List<Listing> lists = new ArrayList<>();
        for (String kind : KINDS) {
            for (int i = 0; i < (kind.equals("suggested") ? SUGGESTED : ofEach); i++) {
                long opened = SNAPSHOT - chance.between(5 * YEAR, 14 * YEAR);
                Listing list = new Listing(lists.size() + 1L, opened, kind, chance.below(TOPICS));
                int size = kind.equals("small") ? chance.logUniform(150, 600) : chance.logUniform(smallest, largest);
                SharesWorld.organic(list, size, people, chance);
                lookAlike(list, size, people, chance);
                lists.add(list);
            }
        }
        suggest(lists, people, chance);
        circle(lists, people, chance);
        return new World(people.all(), lists.stream().map(Listing::inOrder).toList(), Set.of(), true);
    }

    private static void lookAlike(Listing list, int size, People people, Chance chance) {
        long when = SNAPSHOT - chance.between(YEAR / 2, 4 * YEAR);
        int more = (int) (size * chance.between(0.1, 0.5));
        for (int i = 0; i < more; i++) {
            switch (list.kind()) {
                case "viral" -> SharesWorld.follow(list, when + (long) chance.exponential(1.5 * DAY), people, chance);
                case "giveaway" -> newcomer(list, when, 3, 0.6, people, chance);
                case "television" -> newcomer(list, when, 0.2, 0.3, people, chance);
                case "sign-up wave" -> joinedTogether(list, when, people, chance);
                case "made public" -> SharesWorld.follow(list, when + chance.between(0, 600), people, chance);
                case "old fans" -> oldFan(list, when, people, chance);
                default -> {}
            }
        }
    }

    /** Comes within days, in part from people who join for it; half of those have left again. */
    private static void newcomer(Listing list, long when, double days, double joining, People people, Chance chance) {
        long arrival = when + (long) chance.exponential(days * DAY);
        if (!chance.is(joining)) {
            SharesWorld.follow(list, arrival, people, chance);
        } else if (chance.is(0.5)) {
            long created = arrival - (long) chance.exponential(DAY / 2.0);
            list.add(arrival, people.add(created, Profile.ordinary(created, chance)), ORGANIC);
        }
    }

    /** Of those who joined in one month, when a country came to the platform; they come over the following years. */
    private static void joinedTogether(Listing list, long when, People people, Chance chance) {
        int follower = people.createdBefore(WAVE + chance.between(0, 30 * DAY), chance);
        list.add(Math.max(when, WAVE + 60 * DAY) + (long) chance.exponential(90.0 * DAY), follower, ORGANIC);
    }

    private static final long WAVE = SNAPSHOT - 5 * YEAR;

    /** Of the first years of the platform: the fans of an old band, at its reunion. */
    private static void oldFan(Listing list, long when, People people, Chance chance) {
        long joined = Calendar.BEGINNING + chance.between(0, 4 * YEAR);
        list.add(when + (long) chance.exponential(5.0 * DAY), people.createdBefore(joined, chance), ORGANIC);
    }

    /** Newcomers of one year who accept all that the platform suggests, on their first day. */
    private static void suggest(List<Listing> lists, People people, Chance chance) {
        List<Listing> suggested =
                lists.stream().filter(list -> list.kind().equals("suggested")).toList();
        for (int i = 0; i < 1_500; i++) {
            long created = SNAPSHOT - chance.between(2 * YEAR, 3 * YEAR);
            int newcomer = people.add(created, Profile.ordinary(created, chance));
            for (Listing list : suggested) {
                list.add(created + chance.between(60, 3_600), newcomer, ORGANIC);
            }
        }
    }

    /** A conference: its people joined within two years, and nearly everybody follows everybody. */
    private void circle(List<Listing> lists, People people, Chance chance) {
        int[] members = new int[circle];
        for (int i = 0; i < circle; i++) {
            long created = SNAPSHOT - chance.between(5 * YEAR, 7 * YEAR);
            members[i] = people.add(created, Profile.ordinary(created, chance));
        }
        for (int i = 0; i < circle; i++) {
            long opened = people.get(members[i]).createdAt();
            Listing list = new Listing(lists.size() + 1L, opened, "circle", chance.below(TOPICS));
            SharesWorld.organic(list, chance.logUniform(50, 400), people, chance);
            for (int member : members) {
                if (member != members[i] && chance.is(0.9)) {
                    long both = Math.max(opened, people.get(member).createdAt());
                    list.add(chance.between(both, SNAPSHOT), member, ORGANIC);
                }
            }
            lists.add(list);
        }
    }
}
