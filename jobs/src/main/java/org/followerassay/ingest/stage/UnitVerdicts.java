package org.followerassay.ingest.stage;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.followerassay.ingest.format.RowSink;

/** What one block of a long list of plain ties holds, in numbers. */
public final class UnitVerdicts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int unit;
    private final Map<String, Long> outcomes = new HashMap<>();
    private long records;
    private long furtherRejects;
    private String damage;
    private boolean hasTie;
    private long firstFollower;
    private long firstFollowee;

    UnitVerdicts(int unit) {
        this.unit = unit;
    }

    void tie(long follower, long followee) {
        if (!hasTie) {
            hasTie = true;
            firstFollower = follower;
            firstFollowee = followee;
        }
    }

    /** Counts a row that the reader of the format made of a line. */
    void row(Object[] row) {
        String outcome = (String) row[2];
        boolean further = (Boolean) row[3];
        if (!further) {
            outcomes.merge(outcome, 1L, Long::sum);
        } else if (outcome.equals(RowSink.REJECTED)) {
            furtherRejects++;
        }
    }

    void end(long records, String damage) {
        this.records = records;
        this.damage = damage;
    }

    public int unit() {
        return unit;
    }

    public long records() {
        return records;
    }

    /** Records whose verdict is one of those that {@link RowSink} names, but for ties. */
    public long counted(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** The same for all verdicts that there are. */
    public Map<String, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    public long furtherRejects() {
        return furtherRejects;
    }

    /** Why the block can't be read to its end, or null. */
    public String damage() {
        return damage;
    }

    public boolean hasTie() {
        return hasTie;
    }

    /** Follower and followee of the first tie. */
    public long[] firstTie() {
        return new long[] {firstFollower, firstFollowee};
    }
}
