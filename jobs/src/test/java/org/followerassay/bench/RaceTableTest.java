package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RaceTableTest {
    private static final Machine MACHINE = new Machine(2, 24L << 30, "a processor, Linux amd64", 0.5);

    @Test
    void everyContenderIsComparedWithTheFirstOfOursOnTheSameWorkAndSize() {
        RaceTable table = new RaceTable(List.of(
                result("degrees", "DuckDB", 1_000, 1, 0.5, 1),
                result("degrees", "Follower Assay, one task", 1_000, 1, 2, 3),
                result("degrees", "Follower Assay, one task", 1_000, 2, 4, 3),
                result("degrees", "Follower Assay, many tasks", 1_000, 1, 6, 6),
                result("degrees", "DuckDB", 10_000, 1, 5, 5)));

        assertEquals("""
                | work | ties read | contender | runs | wall s (fastest–slowest) | CPU s | peak MB | ours ÷ theirs, wall | CPU |
                |---|--:|---|--:|--:|--:|--:|--:|--:|
                | degrees | 1,000 | DuckDB | 1 | 0.50 (0.50–0.50) | 1.00 | 100 | 6.00 | 3.00 |
                | degrees | 1,000 | Follower Assay, one task | 2 | 3.00 (2.00–4.00) | 3.00 | 100 |  |  |
                | degrees | 1,000 | Follower Assay, many tasks | 1 | 6.00 (6.00–6.00) | 6.00 | 100 | 0.50 | 0.50 |
                | degrees | 10,000 | DuckDB | 1 | 5.00 (5.00–5.00) | 5.00 | 100 |  |  |
                """, table.markdown().split("\n\n")[0] + "\n");
    }

    private static Result result(String work, String contender, long ties, int run, double wall, double cpu) {
        Measurement measured = new Measurement(wall, cpu, 100L << 20, 0, 0, new TreeMap<>());
        return new Result(work, "2026-01-01T00:00:00Z", "c", MACHINE, contender, ties, ties, run, measured);
    }
}
