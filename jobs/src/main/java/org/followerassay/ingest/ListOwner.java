package org.followerassay.ingest;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Ids;

/**
 * Whose list a file holds, and whether it lists followers or followees.
 *
 * @param name the owner as the user or the file's name gives it
 */
record ListOwner(long account, String name, String direction, boolean named) implements Serializable {
    private static final Pattern WORD =
            Pattern.compile("(?<![a-z])(followers?|followees?|followings?|friends)(?![a-z])", Pattern.CASE_INSENSITIVE);

    /** The direction that a file's name or else the user states. */
    static Optional<String> direction(String fileName, IngestOptions options) {
        if (options.direction().isPresent()) {
            return options.direction();
        }
        Matcher word = WORD.matcher(fileName);
        if (!word.find()) {
            return Optional.empty();
        }
        return Optional.of(
                word.group().toLowerCase(Locale.ROOT).startsWith("follower") ? Lists.FOLLOWERS : Lists.FOLLOWEES);
    }

    /** The owner of a list in which it is not named. */
    static ListOwner of(String file, String fileName, IngestOptions options, Ids ids) {
        String direction = direction(fileName, options)
                .orElseThrow(() -> AssayException.badInput(
                        file + ": neither its columns nor its name say whether it lists followers or followees:"
                                + " add --direction followers or --direction followees"));
        if (options.account().isPresent()) {
            String name = options.account().get().strip();
            long account = ids.of(name);
            if (account == Ids.NONE) {
                throw AssayException.usage("--account '" + name + "' is neither a decimal id nor a name");
            }
            return new ListOwner(account, name, direction, ids.hides(name, CellKind.ID));
        }
        String name = baseName(fileName);
        long account = ids.hidesNumbers() ? ids.ofName("file " + name) : Ids.unkeyed(name);
        return new ListOwner(account, name, direction, true);
    }

    /** A file's name without extension, day and the word for the direction: the same for both lists of an account. */
    static String baseName(String fileName) {
        String bare = fileName.replaceAll("(\\.[A-Za-z][A-Za-z0-9]*)+$", "");
        String undirected = WORD.matcher(bare).replaceAll("");
        String undated = undirected.replaceAll("20[0-9]{2}([-_]?)[01][0-9]\\1[0-3][0-9]", "");
        String tidy = undated.replaceAll("[-_. ]{2,}", "_").replaceAll("^[-_. ]+|[-_. ]+$", "");
        return tidy.isEmpty() ? bare : tidy;
    }

    String ownEnd() {
        return direction.equals(Lists.FOLLOWERS) ? "followee" : "follower";
    }

    String otherEnd() {
        return direction.equals(Lists.FOLLOWERS) ? "follower" : "followee";
    }
}
