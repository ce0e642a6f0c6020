package org.followerassay.reliability.neighbours;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A regional network for photos and neighbours, 2011 to 2025, on which nobody bought a follower. It began by invitation in a
 * university town, spread from town to town, opened, had an app, and took in people when a competitor failed.
 *
 * <p>People live in circles (family, class, work, hobby), and each in a town; they sign up in {@link Waves}, follow contacts and
 * suggestions at {@link SignUp}, {@link Search} for others as long as they care, and mostly follow acquaintances back
 * ({@link Ties}). Pages have {@link Occasions}. What was undone or deleted since is gone ({@link Losses}). Popularity and activity
 * come out heavy-tailed; between people about four in ten ties are mutual, those to pages hardly ever.
 *
 * <p>All rates are judgement. Left out are spam, follow trains, other regions, and any purchase.
 */
public final class NeighbourNetwork {
    private final long seed;
    private final List<Account> accounts;
    private final List<Account> listed;

    /** @param population about so many people ever sign up; one in 67 has its followers listed */
    public NeighbourNetwork(long seed, int population) {
        this.seed = seed;
        accounts = History.of(seed, population);
        Chance later = new Chance(~seed);
        List<Account> present = Losses.from(accounts, later);
        listed = new Listed(present, account -> !profile(account).isPrivate(), later).of(population);
    }

    /** What each listed account is: "ordinary" for a person, else the kind of page. */
    public SortedMap<Long, String> kinds() {
        SortedMap<Long, String> kinds = new TreeMap<>();
        listed.forEach(account -> kinds.put(account.id, account.kind()));
        return Collections.unmodifiableSortedMap(kinds);
    }

    /** Writes follows.csv, accounts.csv and coverage.csv; the same bytes for the same seed. */
    public Path write(Path folder) throws IOException {
        new Export(accounts, listed, this::profile).write(folder);
        return folder;
    }

    /** All accounts that ever were, by their number, with the ties of the snapshot. */
    List<Account> accounts() {
        return accounts;
    }

    List<Account> listed() {
        return listed;
    }

    private Profile profile(Account account) {
        return Profile.of(account, seed);
    }
}
