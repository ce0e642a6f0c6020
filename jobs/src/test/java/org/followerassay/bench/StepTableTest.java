package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepTableTest {
    @Test
    void aJobBelongsToTheStepThatItsDescriptionBeginsWith() {
        assertEquals("lots", ShuffledBytes.step("lots → lots"));
        assertEquals("ingest", ShuffledBytes.step("ingest → follows"));
        assertEquals("ingest", ShuffledBytes.step("read, sort and write edges.txt"));
        assertEquals("between the steps", ShuffledBytes.step("between the steps"));
    }

    @Test
    void stepsComeSlowestFirstWithTheirGrowth() {
        Machine machine = new Machine(2, 24L << 30, "a processor, Linux amd64", 0.5);
        SortedMap<String, Double> small = new TreeMap<>();
        small.put("lots", 2.0);
        small.put("vendors", 0.4);
        SortedMap<String, Double> large = new TreeMap<>();
        large.put("lots", 20.0);
        large.put("vendors", 0.5);
        SortedMap<String, Long> shuffled = new TreeMap<>();
        shuffled.put("lots", 250_000L);
        shuffled.put("a job without a name", 5_000L);
        StepTable table = new StepTable(List.of(
                new StepTimes("s", "c", machine, 1_000, 1_000, 3, 1_000_000_000, small, "signatures", null),
                new StepTimes("s", "c", machine, 10_000, 10_000, 24, 2_000_000_000, large, "signatures", shuffled)));

        assertEquals("""
                | step | 1,000 ties: s | 10,000 ties: s | µs a tie | growth | bytes shuffled a tie |
                |---|---:|---:|---:|---:|---:|
                | lots | 2.0 | 20.0 | 2000.00 | 1.00 | 25.0 |
                | vendors | 0.4 | 0.5 | 50.00 | – | 0.0 |
                | between the steps, and the report | 0.6 | 3.5 | 350.00 | 0.77 | 0.5 |
                | **the command** | 3.0 | 24.0 | 2400.00 | 0.90 | 25.5 |

                `scripts/bench signatures`, commit c; 2 cores, a processor, Linux amd64, load 0.5 when it began; peak memory of the largest 2.0 GB.
                """, table.markdown());
    }
}
