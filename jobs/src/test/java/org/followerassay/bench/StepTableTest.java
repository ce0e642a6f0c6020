package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepTableTest {
    @Test
    void stepsComeSlowestFirstWithTheirGrowth() {
        Machine machine = new Machine(2, 24L << 30, "a processor, Linux amd64", 0.5);
        SortedMap<String, Double> small = new TreeMap<>();
        small.put("lots", 2.0);
        small.put("vendors", 0.4);
        SortedMap<String, Double> large = new TreeMap<>();
        large.put("lots", 20.0);
        large.put("vendors", 0.5);
        StepTable table = new StepTable(List.of(
                new StepTimes("s", "c", machine, 1_000, 1_000, 3, 1_000_000_000, small, "signatures"),
                new StepTimes("s", "c", machine, 10_000, 10_000, 24, 2_000_000_000, large, "signatures")));

        assertEquals("""
                | step | 1,000 ties: s | 10,000 ties: s | µs a tie | growth |
                |---|---:|---:|---:|---:|
                | lots | 2.0 | 20.0 | 2000.00 | 1.00 |
                | vendors | 0.4 | 0.5 | 50.00 | – |
                | between the steps, and the report | 0.6 | 3.5 | 350.00 | 0.77 |
                | **the command** | 3.0 | 24.0 | 2400.00 | 0.90 |

                `scripts/bench signatures`, commit c; 2 cores, a processor, Linux amd64, load 0.5 when it began; peak memory of the largest 2.0 GB.
                """, table.markdown());
    }
}
