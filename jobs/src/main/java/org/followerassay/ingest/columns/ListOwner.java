package org.followerassay.ingest.columns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Owner;

/** Whose list a bare file holds, and whether it lists followers or followees, by its name where nobody says it. */
final class ListOwner {
    private static final Pattern WORD =
            Pattern.compile("(?<![a-z])(followers?|followees?|followings?|friends)(?![a-z])", Pattern.CASE_INSENSITIVE);

    /** The direction that the user or else the file's name states. */
    static Optional<String> direction(String fileName, Asked asked) {
        if (asked.direction().isPresent()) {
            return asked.direction();
        }
        Matcher word = WORD.matcher(fileName);
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

    /** The owner as the user says, or else called like the file: the same for both lists of an account. */
    static Owner of(String fileName, Asked asked) {
        return asked.givenOwner("").orElseGet(() -> {
            String name = baseName(fileName);
            Ids ids = asked.ids();
            long account = ids.hidesNumbers() ? ids.ofName("file " + name) : Ids.unkeyed(name);
            return new Owner(account, name, true, null, null, "the file's name, --account says otherwise");
        });
    }

    /** A file's name without extension, day and the word for the direction. */
    static String baseName(String fileName) {
        String bare = fileName.replaceAll("(\\.[A-Za-z][A-Za-z0-9]*)+$", "");
        String undirected = WORD.matcher(bare).replaceAll("");
        String undated = undirected.replaceAll("20[0-9]{2}([-_]?)[01][0-9]\\1[0-3][0-9]", "");
        String tidy = undated.replaceAll("[-_. ]{2,}", "_").replaceAll("^[-_. ]+|[-_. ]+$", "");
        return tidy.isEmpty() ? bare : tidy;
    }

    private ListOwner() {}
}
