package org.followerassay.ingest.columns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.OwnerName;
import org.followerassay.ingest.format.Place;

/** Whose list a bare file holds, and whether it lists followers or followees, by its name where nobody says it. */
final class ListOwner {
    /** The direction that the user or else the file's name states. */
    static Optional<String> direction(String fileName, Asked asked) {
        if (asked.direction().isPresent()) {
            return asked.direction();
        }
        Matcher word = OwnerName.DIRECTION.matcher(fileName);
        if (!word.find()) {
            return Optional.empty();
        }
        return Optional.of(
                word.group().toLowerCase(Locale.ROOT).startsWith("follower") ? Owner.FOLLOWERS : Owner.FOLLOWEES);
    }

    static String requiredDirection(String file, String fileName, Asked asked) {
        return direction(fileName, asked)
                .orElseThrow(() -> AssayException.badInput(
                        file + ": neither its columns nor its name say whether it lists followers or followees:"
                                + " add --direction followers or --direction followees"));
    }

    /** The owner as the user says, or else called like the file or its folder: the same for both lists of an account. */
    static Owner of(Place place, Asked asked) {
        return asked.givenOwner("").orElseGet(() -> {
            String name = OwnerName.ofList(place);
            Ids ids = asked.ids();
            long account = ids.hidesNumbers() ? ids.ofName("file " + name) : Ids.unkeyed(name);
            return new Owner(account, name, true, null, null, "named after its file or folder" + Owner.GUESSED);
        });
    }

    private ListOwner() {}
}
