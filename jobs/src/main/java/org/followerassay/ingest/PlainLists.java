package org.followerassay.ingest;

import java.io.IOException;
import java.io.Serializable;
import org.followerassay.flow.RowFile;
import org.followerassay.graph.Pairs;
import org.followerassay.graph.RadixSort;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.stage.Parcel;
import org.followerassay.ingest.stage.UnitVerdicts;

/**
 * The lists that plain ties make up, of one range of accounts: how long each is, added up from what the tasks that sorted
 * ties have counted. Rows of {@link Lists#of}, and of {@link Coverage#of} where nothing else has a say in it.
 */
final class PlainLists {
    /** What is the same for all lists of an input. */
    record Said(long snapshot, String input, HeaderClaim claim) implements Serializable {}

    /** Takes what the lists of one account are written as. */
    private interface Lines {
        void list(long account, String direction, long listed) throws IOException;
    }

    private final Said said;
    private final Pairs followers = new Pairs(0);
    private final Pairs followees = new Pairs(0);
    private long rows;

    PlainLists(Said said) {
        this.said = said;
    }

    void add(Parcel parcel) {
        switch (parcel.kind()) {
            case FOLLOWERS -> followers.addAll(parcel.content());
            case FOLLOWEES -> followees.addAll(parcel.content());
            case VERDICTS -> {
                UnitVerdicts unit = (UnitVerdicts) parcel.object();
                rows += unit.records() - unit.counted(RowSink.HEADER) - unit.counted(RowSink.OTHER);
            }
            default -> {
                // Of no concern to lists.
            }
        }
    }

    boolean isEmpty() {
        return followers.count() + followees.count() == 0;
    }

    /**
     * Writes rows of the table lists, and with them those of the table coverage.
     *
     * @param coverage null if that table is settled otherwise
     * @return of how many accounts there are lists
     */
    long write(RowFile lists, RowFile coverage) throws IOException {
        String why = said.claim().whyPartial(rows).orElse(null);
        return each((account, direction, listed) -> {
            list(lists, account, direction, listed, why);
            if (coverage != null) {
                cover(coverage, account, direction, listed, why);
            }
        });
    }

    private void list(RowFile file, long account, String direction, long listed, String why) throws IOException {
        file.number(0, said.snapshot());
        file.number(1, account);
        file.text(2, direction);
        file.text(3, said.input());
        file.number(4, listed);
        file.nothing(5);
        if (why == null) {
            file.nothing(6);
        } else {
            file.truth(6, false);
        }
        file.text(7, why);
        file.endRow();
    }

    private void cover(RowFile file, long account, String direction, long listed, String why) throws IOException {
        file.number(0, said.snapshot());
        file.number(1, account);
        file.text(2, direction);
        file.number(3, listed);
        file.nothing(4);
        file.truth(5, why == null);
        file.text(6, why);
        file.endRow();
    }

    /** Both lists of each account, in the order of the table; returns how many accounts there are. */
    private long each(Lines lines) throws IOException {
        Sums followedBy = new Sums(followers);
        Sums following = new Sums(followees);
        long accounts = 0;
        while (followedBy.more() || following.more()) {
            long account = !following.more()
                    ? followedBy.account()
                    : !followedBy.more() ? following.account() : Math.min(followedBy.account(), following.account());
            if (following.more() && following.account() == account) {
                lines.list(account, Lists.FOLLOWEES, following.take());
            }
            if (followedBy.more() && followedBy.account() == account) {
                lines.list(account, Lists.FOLLOWERS, followedBy.take());
            }
            accounts++;
        }
        return accounts;
    }

    /** Counts of the same account added up, in the order of accounts. */
    private static final class Sums {
        private final long[] accounts;
        private final long[] counts;
        private final int length;
        private int at;

        Sums(Pairs pairs) {
            long[][] sorted = RadixSort.byFirst(pairs.columns(), pairs.count());
            accounts = sorted[0];
            counts = sorted[1];
            length = pairs.count();
        }

        boolean more() {
            return at < length;
        }

        long account() {
            return accounts[at];
        }

        long take() {
            long account = accounts[at];
            long sum = 0;
            while (at < length && accounts[at] == account) {
                sum += counts[at++];
            }
            return sum;
        }
    }
}
