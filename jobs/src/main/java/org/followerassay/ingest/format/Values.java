package org.followerassay.ingest.format;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** What the cells of exports may hold, checked: a value, or a {@link Rejection} that says why it is none. */
public final class Values {
    private static final Set<String> NOTHING = Set.of("", "null", "\\n", "na", "n/a", "nan", "none");
    private static final Set<String> NO_NAME = Set.of("", "\\n");
    private static final Set<String> YES = Set.of("1", "true", "t", "yes", "y");
    private static final Set<String> NO = Set.of("0", "false", "f", "no", "n");
    private static final Set<String> FOLLOW = Set.of("follow", "followed", "gained");
    private static final Set<String> UNFOLLOW = Set.of("unfollow", "unfollowed", "lost");
    private static final Set<String> STATUSES = Set.of("active", "suspended", "deleted", "deactivated");
    private static final Set<String> FOLLOWERS = Set.of("followers");
    private static final Set<String> FOLLOWEES = Set.of("followees");
    private static final int LONGEST_COUNT = 18;

    /** True if a cell of this kind says nothing: blank, null, \N, n/a. */
    public static boolean isNothing(CellKind kind, String text) {
        boolean isName = kind == CellKind.NAME || kind == CellKind.TEXT;
        return (isName ? NO_NAME : NOTHING).contains(text.length() > 4 ? text : text.toLowerCase(Locale.ROOT));
    }

    /**
     * The value of a cell that holds no account.
     *
     * @param header name of the cell, for the explanation
     * @return a Long, Boolean or String, or a Rejection
     */
    public static Object of(CellKind kind, String header, String text) {
        return switch (kind) {
            case COUNT -> count(header, text);
            case TIME, DAY -> time(kind, header, text);
            case FLAG -> flag(header, text, true);
            case NOT_FLAG -> flag(header, text, false);
            case ABOVE_ZERO -> count(header, text) instanceof Long length ? (Object) (length > 0) : count(header, text);
            case NOT_BLANK -> true;
            case CHANGE -> word(header, text, FOLLOW, "follow", UNFOLLOW, "unfollow");
            case DIRECTION -> word(header, text, FOLLOWERS, "followers", FOLLOWEES, "followees");
            case STATUS -> status(header, text);
            case WEIGHT ->
                text.startsWith("-") || text.equals("0")
                        ? Rejection.of(RejectReason.NOT_A_TIE, header, text, "says that the tie was removed")
                        : text;
            default -> text;
        };
    }

    private static Object status(String header, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return STATUSES.contains(word)
                ? word
                : Rejection.of(RejectReason.BAD_WORD, header, text, "is not active, suspended, deleted or deactivated");
    }

    private static Object count(String header, String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_COUNT
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits
                ? (Object) Long.valueOf(text)
                : Rejection.of(RejectReason.BAD_NUMBER, header, text, "is not a whole number of 0 or more");
    }

    private static Object time(CellKind kind, String header, String text) {
        OptionalLong micros = Times.parse(text);
        if (micros.isEmpty()) {
            return Rejection.of(RejectReason.BAD_TIME, header, text, "is not a time between 1970 and 2100");
        }
        long time = micros.getAsLong();
        return kind == CellKind.DAY ? Math.floorDiv(time, Times.DAY) * Times.DAY : time;
    }

    private static Object flag(String header, String text, boolean ifYes) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return ifYes;
        }
        return NO.contains(word)
                ? (Object) !ifYes
                : Rejection.of(RejectReason.BAD_FLAG, header, text, "is neither 1 or true nor 0 or false");
    }

    private static Object word(
            String header, String text, Set<String> these, String one, Set<String> those, String other) {
        String word = text.toLowerCase(Locale.ROOT);
        if (these.contains(word)) {
            return one;
        }
        return those.contains(word)
                ? other
                : Rejection.of(RejectReason.BAD_WORD, header, text, "is neither " + one + " nor " + other);
    }

    private Values() {}
}
