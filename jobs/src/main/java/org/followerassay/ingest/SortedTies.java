package org.followerassay.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.followerassay.flow.RowFile;
import org.followerassay.graph.Pairs;
import org.followerassay.graph.RadixSort;
import org.followerassay.ingest.stage.Parcel;
import org.followerassay.ingest.stage.Ranges;

/**
 * The ties of one task, sorted by followee and follower, each once. Two million of them take 64 MB, and the followers once
 * more while they are counted.
 */
final class SortedTies {
    private final long[] followees;
    private final long[] followers;
    private final int count;

    private SortedTies(long[] followees, long[] followers, int count) {
        this.followees = followees;
        this.followers = followers;
        this.count = count;
    }

    /** @param ties followee, follower; not to be used any more */
    static SortedTies of(Pairs ties) {
        long[][] sorted = RadixSort.byBoth(ties.columns(), ties.count());
        long[] followees = sorted[0];
        long[] followers = sorted[1];
        int kept = 0;
        for (int i = 0; i < ties.count(); i++) {
            boolean isRepeated = kept > 0 && followees[i] == followees[kept - 1] && followers[i] == followers[kept - 1];
            if (!isRepeated) {
                followees[kept] = followees[i];
                followers[kept++] = followers[i];
            }
        }
        return new SortedTies(followees, followers, kept);
    }

    int count() {
        return count;
    }

    long followee(int place) {
        return followees[place];
    }

    long follower(int place) {
        return followers[place];
    }

    /** Writes them as rows of the table follows. */
    void write(RowFile file, long snapshot) throws IOException {
        for (int i = 0; i < count; i++) {
            file.number(0, snapshot);
            file.number(1, followees[i]);
            file.number(2, followers[i]);
            file.nothing(3);
            file.nothing(4);
            file.endRow();
        }
    }

    /** How many follow each account, and how many each follows, for the tasks that add that up by ranges of accounts. */
    List<Parcel> counts(Ranges accounts) {
        List<Parcel> parcels = new ArrayList<>();
        count(Parcel.Kind.FOLLOWERS, followees, accounts, parcels);
        count(Parcel.Kind.FOLLOWEES, RadixSort.sorted(followers.clone(), count), accounts, parcels);
        return parcels;
    }

    private void count(Parcel.Kind kind, long[] sorted, Ranges accounts, List<Parcel> parcels) {
        Pairs counts = new Pairs(1 << 12);
        int range = 0;
        for (int begin = 0, end; begin < count; begin = end) {
            long account = sorted[begin];
            end = begin + 1;
            while (end < count && sorted[end] == account) {
                end++;
            }
            int own = accounts.of(account);
            if (own != range) {
                send(kind, range, counts, parcels);
                range = own;
            }
            counts.add(account, end - begin);
        }
        send(kind, range, counts, parcels);
    }

    private static void send(Parcel.Kind kind, int range, Pairs counts, List<Parcel> parcels) {
        if (counts.count() > 0) {
            parcels.add(new Parcel(kind, range, counts.bytes()));
            counts.clear();
        }
    }
}
