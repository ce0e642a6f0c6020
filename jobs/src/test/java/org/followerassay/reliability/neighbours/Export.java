package org.followerassay.reliability.neighbours;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Writes ties, profiles and coverage in our CSV form. Ties have places and no times, as most platforms hand them out. */
final class Export {
    private final List<Account> accounts;
    private final List<Account> listed;
    private final Function<Account, Profile> profiles;

    /** @param accounts all that ever were, by their number */
    Export(List<Account> accounts, List<Account> listed, Function<Account, Profile> profiles) {
        this.accounts = accounts;
        this.listed = listed;
        this.profiles = profiles;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        BitSet seen = new BitSet();
        try (BufferedWriter follows = Files.newBufferedWriter(folder.resolve("follows.csv"));
                BufferedWriter coverage = Files.newBufferedWriter(folder.resolve("coverage.csv"))) {
            line(follows, "snapshot,followee,follower,position");
            line(coverage, "snapshot,account,direction,stated,complete");
            for (Account account : listed) {
                seen.set(account.number);
                for (int i = 0; i < account.followers.size(); i++) {
                    int follower = account.followers.account(i);
                    seen.set(follower);
                    line(follows, row(account.id, accounts.get(follower).id, i));
                }
                line(
                        coverage,
                        row(account.id, "followers", profiles.apply(account).followers() + ",true"));
            }
        }
        try (BufferedWriter profile = Files.newBufferedWriter(folder.resolve("accounts.csv"))) {
            line(profile, Profile.HEADER);
            for (int number = seen.nextSetBit(0); number >= 0; number = seen.nextSetBit(number + 1)) {
                line(profile, profiles.apply(accounts.get(number)).row());
            }
        }
    }

    private static String row(Object a, Object b, Object c) {
        return Timeline.SNAPSHOT_DAY + "," + a + "," + b + "," + c;
    }

    private static void line(BufferedWriter file, String line) throws IOException {
        file.write(line);
        file.write('\n');
    }
}
