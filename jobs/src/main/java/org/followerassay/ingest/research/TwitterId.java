package org.followerassay.ingest.research;

import java.util.regex.Pattern;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.StagedRow;

/** An account as these sets name it: by its decimal id, never by a handle, so that a word in its place is an error. */
final class TwitterId {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    static boolean isOne(String text) {
        return DIGITS.matcher(text.strip()).matches();
    }

    /** Fills the account's column, or rejects the row. */
    static StagedRow into(StagedRow row, String column, String text) {
        return text == null || text.isBlank() || isOne(text)
                ? row.account(column, text)
                : row.reject(RejectReason.BAD_ID, column + " is not a decimal id");
    }

    private TwitterId() {}
}
