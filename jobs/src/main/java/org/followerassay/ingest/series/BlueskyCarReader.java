package org.followerassay.ingest.series;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.Set;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.StagedRow;
import org.followerassay.ingest.format.Times;

/** The live records of one repository; a record's number is its place in the order of keys, oldest key first. */
final class BlueskyCarReader implements RowReader {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<String> columns() {
        return Set.of("follower", "followee", "direction", "followed_at");
    }

    @Override
    public Records open(InputStream in, RowSink rows) throws IOException {
        FollowTree tree = new FollowTree(new CarBlocks(in));
        return () -> {
            FollowTree.Live live = tree.next();
            if (live != null) {
                rows.record(live::key);
                say(live, rows);
            }
            return live != null;
        };
    }

    private static void say(FollowTree.Live live, RowSink rows) {
        if (!live.isFollow()) {
            rows.other();
        } else if (live.follow() == null) {
            rows.reject(RejectReason.BAD_RECORD, "the tree names a follow record that is not in the file");
        } else {
            StagedRow tie = rows.listed(Owner.FOLLOWEES)
                    .account(Owner.otherEnd(Owner.FOLLOWEES), live.follow().subject());
            OptionalLong followedAt = followedAt(live);
            if (followedAt.isPresent()) {
                tie.micros("followed_at", followedAt.getAsLong());
            }
            tie.keep();
        }
    }

    /** As claimed; where the claim is no time, as the record's key tells. */
    private static OptionalLong followedAt(FollowTree.Live live) {
        String claimed = live.follow().createdAt();
        OptionalLong time = claimed == null || claimed.isBlank() ? OptionalLong.empty() : Times.parse(claimed.strip());
        return time.isPresent() ? time : Tid.micros(live.key());
    }
}
