package org.followerassay.ingest.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.followerassay.graph.Pairs;
import org.followerassay.ingest.format.PlainTies;

/**
 * Some ties of a long list, and about how many there are: what ranges are made from before the list is read.
 *
 * <p>Of a file that can be read anywhere, a few hundred places are looked at, evenly apart, so that a sorted one is sampled
 * as well as one in no order. A packed one is gone through once more. If the guess is wrong, some task sorts more than
 * others; the result is the same.
 */
public final class TieSample implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BETWEEN_PLACES = 1 << 16;
    private static final int MOST_PLACES = 512;
    private static final int LOOKED_AT = 1 << 12;
    private static final int MOST_TIES = 1 << 16;

    private final boolean reversed;
    private final boolean undirected;
    private final Pairs kept = new Pairs(1 << 12);
    private long seen;
    private long every = 1;
    private double share = 1;

    private TieSample(Unit unit) {
        PlainTies reader = (PlainTies) unit.reader();
        this.reversed = reader.reversed();
        this.undirected = reader.undirected();
    }

    /** Looks at places of a file that is not packed. */
    public static TieSample ofPlaces(Unit unit, Configuration hadoop) {
        TieSample sample = new TieSample(unit);
        long bytes = unit.stretch().bytes();
        long places = Math.max(1, Math.min(MOST_PLACES, bytes / BETWEEN_PLACES));
        byte[] place = new byte[LOOKED_AT];
        long looked = 0;
        try (FSDataInputStream in = unit.stretch().openAnywhere(hadoop)) {
            for (long i = 0; i < places; i++) {
                in.seek(i * bytes / places);
                int got = in.readNBytes(place, 0, place.length);
                looked += got;
                sample.look(new ByteArrayInputStream(place, 0, got), i > 0);
            }
        } catch (IOException damaged) {
            // Whoever reads the file says so.
        }
        sample.share = looked == 0 ? 1 : (double) looked / bytes;
        return sample;
    }

    /** Goes through all of a file; for a task. */
    public static TieSample ofAll(Unit unit, Configuration hadoop) {
        TieSample sample = new TieSample(unit);
        try (InputStream in = unit.stretch().open(hadoop)) {
            sample.look(in, false);
        } catch (IOException damaged) {
            // Whoever reads the file says so.
        }
        return sample;
    }

    private void look(InputStream in, boolean inLine) throws IOException {
        try (TieScanner scanner = new TieScanner(in)) {
            if (inLine) {
                scanner.skipLine();
            }
            TieScanner.Found found = scanner.next(Long.MAX_VALUE);
            while (found != TieScanner.Found.END) {
                if (found == TieScanner.Found.TIE) {
                    take(scanner.first(), scanner.second());
                }
                found = scanner.next(Long.MAX_VALUE);
            }
        }
    }

    private void take(long one, long other) {
        seen++;
        if (seen % every != 0) {
            return;
        }
        kept.add(reversed ? one : other, reversed ? other : one);
        if (kept.count() == MOST_TIES) {
            long[][] columns = kept.columns();
            kept.clear();
            for (int i = 1; i < MOST_TIES; i += 2) {
                kept.add(columns[0][i], columns[1][i]);
            }
            every *= 2;
        }
    }

    /** Followee and follower of some ties. */
    public List<long[]> ties() {
        long[][] columns = kept.columns();
        List<long[]> ties = new ArrayList<>();
        for (int i = 0; i < kept.count(); i++) {
            ties.add(new long[] {columns[0][i], columns[1][i]});
            if (undirected) {
                ties.add(new long[] {columns[1][i], columns[0][i]});
            }
        }
        return ties;
    }

    /** About how many ties the list holds. */
    public long about() {
        return Math.round(seen / share) * (undirected ? 2 : 1);
    }
}
