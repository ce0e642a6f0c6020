package org.followerassay.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Place;

/**
 * Bare lists and counts in different folders that would be taken for one account's, since they are called alike.
 *
 * <p>Read as one, the lists of two people become a list that neither has, and nothing in the tables shows it. Lists of other
 * snapshots, and the followers and the followees, are what one account does have.
 */
final class Namesakes {
    /** Of lists and of counts, which hold no name at all. */
    private static final Set<String> PLATFORMS = Set.of("", "graph");

    /** @throws AssayException if there are such files */
    static void refuse(Collection<Reading> readings) {
        Map<String, Reading> first = new HashMap<>();
        for (Reading reading : readings) {
            Export export = reading.export();
            if (export.place().isFile() && PLATFORMS.contains(export.platform())) {
                export.owner().filter(Owner::isGuessed).ifPresent(owner -> {
                    Reading other = first.putIfAbsent(of(owner, reading), reading);
                    if (other != null && !folder(other).equals(folder(reading))) {
                        throw refused(other, reading, owner);
                    }
                });
            }
        }
    }

    private static String of(Owner owner, Reading reading) {
        String name = reading.export().place().fileName().toLowerCase(Locale.ROOT);
        return owner.account() + " " + reading.snapshot() + " " + name.contains("follower");
    }

    private static String folder(Reading reading) {
        Place place = reading.export().place();
        return place.name()
                .substring(0, place.name().length() - place.fileName().length());
    }

    private static AssayException refused(Reading one, Reading other, Owner owner) {
        return AssayException.badInput(
                one.name() + " and " + other.name() + " do not say whose they are, and both would be" + " called '"
                        + owner.name() + "': read them one by one with --account, or give the files other names");
    }

    private Namesakes() {}
}
