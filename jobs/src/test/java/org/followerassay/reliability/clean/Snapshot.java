package org.followerassay.reliability.clean;

import static org.followerassay.reliability.clean.Days.DAY;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** One export of the platform: the whole follower lists of some accounts, oldest first, and the profiles of all. */
final class Snapshot {
    private static final double[] PICTURE = {0, -0.05, 0.04, -0.12, -0.2, 0.05, -0.08, -0.25};
    private static final double[] BIO = {0, -0.08, -0.1, -0.2, -0.25, -0.05, -0.15, -0.3};

    private final List<Person> people;
    private final Ties ties;

    Snapshot(List<Person> people, Ties ties) {
        this.people = people;
        this.ties = ties;
    }

    void write(Path folder, List<Person> listed, Dice dice) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter rows = table(folder, "follows", "snapshot,followee,follower,position")) {
            for (Person followee : listed) {
                Ints followers = ties.followers(followee);
                for (int position = 0; position < followers.size(); position++) {
                    long follower = people.get(followers.get(position)).id;
                    rows.write(Days.SNAPSHOT + "," + followee.id + "," + follower + "," + position + "\n");
                }
            }
        }
        try (BufferedWriter rows = table(folder, "coverage", "snapshot,account,direction,stated,complete")) {
            for (Person followee : listed) {
                int stated = ties.followers(followee).size();
                rows.write(Days.SNAPSHOT + "," + followee.id + ",followers," + stated + ",true\n");
            }
        }
        String profile = "snapshot,account,created_at,posts,followers,followees,has_picture,has_bio";
        try (BufferedWriter rows = table(folder, "accounts", profile)) {
            for (Person person : people) {
                rows.write(Days.SNAPSHOT + "," + person.id + "," + profile(person, dice) + "\n");
            }
        }
    }

    private static BufferedWriter table(Path folder, String name, String header) throws IOException {
        BufferedWriter rows = Files.newBufferedWriter(folder.resolve(name + "-" + Days.SNAPSHOT + ".csv"));
        rows.write(header + "\n");
        return rows;
    }

    private String profile(Person person, Dice dice) {
        double days = (Math.min(person.leaves, Days.END) - person.joined) / (double) DAY;
        double lived = person.activity * days;
        double settled = 1 - StrictMath.exp(-lived / 60);
        // Since about the eighth year, whoever joins is asked for a picture.
        double era = person.joined > 2_700 * DAY ? 0.1 : 0;
        double form = person.byForm ? 0.08 : 1;
        boolean picture = dice.chance(form * (0.42 + 0.45 * settled + era + PICTURE[person.language]));
        boolean bio = dice.chance(form * (0.3 + 0.5 * settled + BIO[person.language]));
        boolean silent = dice.chance((person.byForm ? 0.9 : 0.12) + 0.35 * (1 - settled));
        int posts = silent ? 0 : (int) Math.min(200_000, dice.lognormal(1 + 0.25 * lived, 1.2));
        return Instant.ofEpochSecond(Days.LAUNCH_SECOND + person.joined) + "," + posts + ","
                + ties.followers(person).size() + "," + ties.followees(person).size() + "," + picture + "," + bio;
    }
}
