package org.followerassay.evaluate;

import static org.followerassay.evaluate.Timeline.NEVER;
import static org.followerassay.evaluate.Timeline.NEWEST;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes a world as its analyst would have exported it: lists and profiles, nothing about why. */
final class ExportWriter {
    private final World world;
    private final FileSystem fileSystem;
    private final Path folder;

    ExportWriter(World world, FileSystem fileSystem, Path folder) {
        this.world = world;
        this.fileSystem = fileSystem;
        this.folder = folder;
    }

    /** Writes everything; returns the ties of all snapshots together. */
    long write() throws IOException {
        long ties = 0;
        for (LocalDate snapshot : Timeline.SNAPSHOTS) {
            ties += follows(snapshot);
        }
        coverage();
        accounts();
        return ties;
    }

    /** Lists of followers with their order; then lists of followees, whose ties have no place in a complete list. */
    private long follows(LocalDate day) throws IOException {
        long snapshot = Timeline.seconds(day);
        Path path = new Path(folder, "follows-" + day + ".csv.gz");
        try (CsvFile csv = CsvFile.create(fileSystem, path, "snapshot", "followee", "follower", "position")) {
            for (AuditedAccount account : auditedById()) {
                long position = 0;
                for (Audience.Tie tie : account.audience().inOrder()) {
                    if (tie.seenAt(snapshot)) {
                        csv.row(day, account.id(), tie.follower().id(), position++);
                    }
                }
            }
            for (FolloweeList list : world.followeeLists()) {
                for (FolloweeList.Follow follow : list.follows()) {
                    if (follow.seenAt(snapshot)) {
                        csv.row(day, follow.followee().id(), list.owner(), "");
                    }
                }
            }
            return csv.rows();
        }
    }

    private void coverage() throws IOException {
        Path path = new Path(folder, "coverage.csv.gz");
        try (CsvFile csv = CsvFile.create(fileSystem, path, "snapshot", "account", "direction", "stated", "complete")) {
            for (LocalDate day : Timeline.SNAPSHOTS) {
                long snapshot = Timeline.seconds(day);
                for (AuditedAccount account : auditedById()) {
                    csv.row(day, account.id(), "followers", account.audience().listedAt(snapshot), true);
                }
                Map<Long, Long> followees = followeesAt(snapshot);
                for (FolloweeList list : world.followeeLists()) {
                    csv.row(day, list.owner(), "followees", followees.getOrDefault(list.owner(), 0L), true);
                }
            }
        }
    }

    /** Every account that has a tie in any snapshot, as it stands in the newest. */
    private void accounts() throws IOException {
        LocalDate day = Timeline.SNAPSHOTS.get(Timeline.SNAPSHOTS.size() - 1);
        Path path = new Path(folder, "accounts.csv.gz");
        Map<Long, Long> followees = followeesAt(NEWEST);
        try (CsvFile csv = CsvFile.create(
                fileSystem,
                path,
                "snapshot",
                "account",
                "created_at",
                "posts",
                "followers",
                "followees",
                "likes",
                "listed",
                "last_post_at",
                "has_picture",
                "has_bio",
                "verified")) {
            for (Account account : everybody().values()) {
                Profile profile = account.profile().withFollowees(followees.getOrDefault(account.id(), 0L));
                csv.row(
                        day,
                        account.id(),
                        Timeline.iso(account.createdAt()),
                        profile.posts(),
                        profile.followers(),
                        profile.followees(),
                        profile.likes(),
                        profile.listed(),
                        profile.lastPostAt() == NEVER ? "" : Timeline.iso(profile.lastPostAt()),
                        profile.hasPicture(),
                        profile.hasBio(),
                        profile.verified());
            }
        }
    }

    private Map<Long, Account> everybody() {
        Map<Long, Account> everybody = new TreeMap<>();
        Dice dice = world.dice("profiles of audited accounts");
        Map<Long, Long> followees = followeesAt(NEWEST);
        for (AuditedAccount audited : auditedById()) {
            long unlisted = (long) dice.logNormal(300, 0.8);
            Profile profile = Profile.audited(
                    audited.createdAt(),
                    audited.audience().listedNow(),
                    followees.getOrDefault(audited.id(), unlisted),
                    dice);
            everybody.put(
                    audited.id(),
                    new Account(
                            audited.id(),
                            audited.createdAt(),
                            audited.audience().topic(),
                            1,
                            NEVER,
                            profile));
            audited.audience()
                    .inOrder()
                    .forEach(tie -> everybody.put(tie.follower().id(), tie.follower()));
        }
        for (FolloweeList list : world.followeeLists()) {
            list.follows().forEach(follow -> everybody.put(follow.followee().id(), follow.followee()));
        }
        return everybody;
    }

    /** Ties that the export holds for each follower in a snapshot; for a complete list of followees, all of them. */
    private Map<Long, Long> followeesAt(long snapshot) {
        Map<Long, Long> followees = new HashMap<>();
        for (AuditedAccount account : world.audited()) {
            for (Audience.Tie tie : account.audience().inOrder()) {
                if (tie.seenAt(snapshot)) {
                    followees.merge(tie.follower().id(), 1L, Long::sum);
                }
            }
        }
        for (FolloweeList list : world.followeeLists()) {
            long seen = list.follows().stream()
                    .filter(follow -> follow.seenAt(snapshot))
                    .count();
            followees.merge(list.owner(), seen, Long::sum);
        }
        return followees;
    }

    private List<AuditedAccount> auditedById() {
        return world.audited().stream()
                .sorted(Comparator.comparingLong(AuditedAccount::id))
                .toList();
    }
}
