package org.followerassay.ingest.format;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an account is called whose export names nobody: like the file, or like its folder.
 *
 * <p>"followers.csv" says what is in the file and not whose: taken for a name, it would make one account of as many people as
 * there are folders with such a file.
 */
public final class OwnerName {
    /** Says which side of an account a list holds. */
    public static final Pattern DIRECTION =
            Pattern.compile("(?<![a-z])(followers?|followees?|followings?|friends)(?![a-z])", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "|follows|counts?|data|lists?|exports?|history|stats|tables?|inputs?|outputs?|inbox|in|out|files?|downloads?",
            Pattern.CASE_INSENSITIVE);

    /** The name of a file, folder or zip; of a file that is only called after what it holds, the folder's. */
    static String of(Place place) {
        String bare = withoutExtensions(place.fileName());
        return place.isFile() && saysNothing(tidy(bare)) ? folder(place).orElse(bare) : bare;
    }

    /** The same without day and word for the direction, so that both lists of an account have one name. */
    public static String ofList(Place place) {
        String bare = withoutExtensions(place.fileName());
        String tidy = tidy(bare);
        return saysNothing(tidy) ? folder(place).orElse(tidy.isEmpty() ? bare : tidy) : tidy;
    }

    /** The nearest folder whose name is more than a day or a common word. */
    private static Optional<String> folder(Place place) {
        String[] path = place.name().split("[/!]+");
        for (int i = path.length - 2; i >= 0 && !path[i].endsWith(":"); i--) {
            String name = tidy(path[i].replaceFirst("(?i)\\.zip$", ""));
            if (!saysNothing(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean saysNothing(String tidy) {
        return SAYS_NOTHING.matcher(tidy).matches();
    }

    private static String withoutExtensions(String fileName) {
        return fileName.replaceAll("(\\.[A-Za-z][A-Za-z0-9]*)+$", "");
    }

    private static String tidy(String bare) {
        String undirected = DIRECTION.matcher(bare).replaceAll("");
        String undated = undirected.replaceAll("20[0-9]{2}([-_]?)[01][0-9]\\1[0-3][0-9]", "");
        return undated.replaceAll("[-_. ]{2,}", "_").replaceAll("^[-_. ]+|[-_. ]+$", "");
    }

    private OwnerName() {}
}
