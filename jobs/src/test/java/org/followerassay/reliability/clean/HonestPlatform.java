package org.followerassay.reliability.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A platform on which nobody buys anything, from its launch to one export 14 years later. Whatever is called bought here is
 * a false alarm, whether in an ordinary list or in one that an honest occasion has marked (see {@link Kind}).
 */
public final class HonestPlatform {
    /** Followers of the smallest and of the largest list. */
    static final int LEAST = 120;

    static final int MOST = 10_000;

    private static final int SMALLEST = 5_000;
    private static final int LARGEST = 200_000;

    private final People people;
    private final Ties ties;
    private final List<Person> listed = new ArrayList<>();
    private final long seed;

    /** @param population people who have joined by the end; about 700 accounts are listed per 40,000 */
    public HonestPlatform(long seed, int population) {
        if (population < SMALLEST || population > LARGEST) {
            throw new IllegalArgumentException(
                    "population must be " + SMALLEST + " to " + LARGEST + ", was " + population);
        }
        this.seed = seed;
        Dice dice = new Dice(seed);
        this.people = new People(population, dice);
        this.ties = new Life(people, diary(dice), dice).lived();
        list(dice);
    }

    /** Lets everybody join, and enters what is not up to them alone. */
    private Diary diary(Dice dice) {
        Communities communities = new Communities(people, dice);
        EarlyDays earlyDays = new EarlyDays(people, dice);
        Suggestions suggestions = new Suggestions(people, dice);
        Occasions occasions = new Occasions(people, dice);
        Giveaways giveaways = new Giveaways(people, dice);
        communities.found();
        earlyDays.found();
        suggestions.found();
        occasions.announce();
        giveaways.announce();
        people.fill();

        Diary diary = new Diary();
        communities.meet(diary);
        earlyDays.remember(diary);
        suggestions.show(diary);
        occasions.happen(diary);
        giveaways.happen(diary);
        return diary;
    }

    /** Of each kind, so many as are promised of those with enough followers, whichever chance picks. */
    private void list(Dice dice) {
        Map<Kind, List<Person>> known = new EnumMap<>(Kind.class);
        for (Person person : people.all()) {
            int followers = ties.followers(person).size();
            if (followers >= LEAST && followers <= MOST) {
                known.computeIfAbsent(person.kind, kind -> new ArrayList<>()).add(person);
            }
        }
        known.forEach((kind, accounts) -> {
            dice.shuffle(accounts);
            listed.addAll(accounts.subList(0, Math.min(accounts.size(), kind.listed(people.population()))));
        });
        listed.sort(Comparator.comparingLong(person -> person.id));
    }

    /** Kind of each listed account by its id, such as {@code press-day}. */
    public SortedMap<Long, String> kinds() {
        SortedMap<Long, String> kinds = new TreeMap<>();
        listed.forEach(person -> kinds.put(person.id, person.kind.toString()));
        return kinds;
    }

    /** Writes the export, three CSV tables, into a folder. The same files each time. */
    public Path write(Path folder) throws IOException {
        new Snapshot(people.all(), ties).write(folder, listed, new Dice(~seed));
        return folder;
    }

    /** Everybody, in the order of joining. */
    List<Person> people() {
        return people.all();
    }

    List<Person> listed() {
        return listed;
    }

    Ties ties() {
        return ties;
    }
}
