package org.followerassay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.followerassay.ingest.format.CellKind;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.Rejection;

/**
 * The elements of one list file of an X archive, {@code {"follower": {"accountId": "…", "userLink": "…"}}}.
 *
 * @param part number of the file among the parts of the list; its elements are older than those of the parts before
 */
record ArchiveElements(int unit, Unit from, int part, ListOwner owner, Ids ids, StagedRows rows)
        implements Serializable {

    /** More elements than any part of an archive has, so that a place in the list is known without counting the parts. */
    static final long PART = 1L << 32;

    /** Smaller ids were counted up; since 2016 the upper bits of an id are the milliseconds since this moment. */
    private static final long FIRST_SNOWFLAKE = 30_000_000_000_000L;

    private static final long SNOWFLAKE_EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int LONGEST_PREFIX = 1_000;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern ID_IN_LINK = Pattern.compile("[?&]user_id=([0-9]+)");

    Iterator<Row> rows(Configuration hadoop) {
        return new Elements(hadoop);
    }

    private final class Elements implements Iterator<Row>, Closeable {
        private JsonParser json;
        private long element;
        private String damage;
        private boolean over;

        Elements(Configuration hadoop) {
            try {
                json = JSON.createParser(afterPrefix(open(hadoop)));
                json.nextToken();
            } catch (IOException unreadable) {
                damage = String.valueOf(unreadable.getMessage());
            }
        }

        @Override
        public boolean hasNext() {
            return !over;
        }

        @Override
        public Row next() {
            if (over) {
                throw new NoSuchElementException();
            }
            try {
                if (damage == null && json.nextToken() != JsonToken.END_ARRAY) {
                    element++;
                    return element();
                }
            } catch (IOException cutShort) {
                damage = "element " + (element + 1) + " can't be read";
            }
            over = true;
            close();
            return damage == null ? rows.end(unit, element) : rows.damaged(unit, element, damage);
        }

        private Row element() throws IOException {
            String id = "";
            String link = "";
            int depth = 0;
            JsonToken token = json.currentToken();
            do {
                if (token == null) {
                    throw new EOFException();
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token.isScalarValue() && "accountId".equals(json.currentName())) {
                    id = json.getText();
                } else if (token.isScalarValue() && "userLink".equals(json.currentName())) {
                    link = json.getText();
                }
                token = depth > 0 ? json.nextToken() : null;
            } while (depth > 0);
            return row(id.strip(), link);
        }

        private Row row(String accountId, String link) {
            Matcher inLink = ID_IN_LINK.matcher(link);
            String text = !accountId.isEmpty() ? accountId : inLink.find() ? inLink.group(1) : "";
            if (text.isEmpty()) {
                return rejected(new Rejection(RejectReason.MISSING_CELL, "accountId is missing"), link);
            }
            long other = ids.of(text);
            boolean digits = text.chars().allMatch(Character::isDigit);
            if (other == Ids.NONE || !digits) {
                return rejected(Rejection.of(RejectReason.BAD_ID, "accountId", text, "is not an id"), text);
            }
            boolean self = other == owner.account();
            Object[] values = rows.blank(unit, element, self ? StagedRows.SELF_TIE : StagedRows.ROW);
            values[rows.index(owner.ownEnd())] = owner.account();
            values[rows.index(owner.otherEnd())] = other;
            values[rows.index("direction")] = owner.direction();
            values[rows.index("newest_first")] = part * PART + element - 1;
            if (ids.hides(text, CellKind.ID)) {
                values[rows.index(StagedRows.textOf(owner.otherEnd()))] = text;
            }
            long number = Long.parseLong(text);
            if (number > FIRST_SNOWFLAKE) {
                values[rows.index("created_at")] = ((number >> 22) + SNOWFLAKE_EPOCH_MILLIS) * 1_000;
            }
            return rows.row(values);
        }

        private Row rejected(Rejection why, String text) {
            return rows.rejected(unit, element, why, text);
        }

        @Override
        public void close() {
            try {
                if (json != null) {
                    json.close();
                }
            } catch (IOException unclosed) {
                throw new UncheckedIOException(unclosed);
            }
        }
    }

    private InputStream open(Configuration hadoop) throws IOException {
        Path path = new Path(from.path());
        InputStream in = path.getFileSystem(hadoop).open(path);
        if (from.entry().isEmpty()) {
            return in;
        }
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(from.entry())) {
                return zip;
            }
        }
        throw new EOFException("the entry " + from.entry() + " is gone");
    }

    /** Skips {@code window.YTD.follower.part0 = }. */
    private static InputStream afterPrefix(InputStream in) throws IOException {
        PushbackInputStream script = new PushbackInputStream(in);
        for (int i = 0; i < LONGEST_PREFIX; i++) {
            int here = script.read();
            if (here == '[') {
                script.unread(here);
                return script;
            }
            if (here < 0) {
                break;
            }
        }
        throw new IOException("it does not begin like a list of an X archive");
    }
}
