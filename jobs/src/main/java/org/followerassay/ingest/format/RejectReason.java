package org.followerassay.ingest.format;

import java.util.Locale;

/** Why a row is not accepted: the closed list behind the column {@code reason} of the table rejects. */
public enum RejectReason {
    WRONG_CELL_COUNT("the line has more or fewer cells than the header"),
    OPEN_QUOTE("a quoted cell does not end on the line it began on"),
    MISSING_CELL("a cell that names the row is empty"),
    BAD_ID("an account is neither a decimal id below 2^63 nor a name"),
    BAD_NUMBER("a count is not a whole number of 0 or more"),
    BAD_TIME("a time is in none of the known forms, not between 1970 and 2100, or ends before it begins"),
    BAD_FLAG("a yes-or-no cell says neither"),
    BAD_WORD("a cell is none of the words that its column may hold"),
    BAD_ENCODING("the line is not UTF-8"),
    TOO_LONG("the line is longer than 1 MiB"),
    BAD_RECORD("the record is not built as its format builds records"),
    NO_FOLLOW("an unfollow of a follow that is not in the export, so that nobody can tell who was unfollowed"),
    NOT_READ("the file or archive could not be read at all; it stands in line 0"),
    NOT_A_TIE("the row says that a tie was removed, or has an account but no tie");

    private final String about;

    RejectReason(String about) {
        this.about = about;
    }

    /** As in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason in words. */
    public String about() {
        return about;
    }
}
