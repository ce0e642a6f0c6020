package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTableTest {
    private static final Machine MACHINE = new Machine(2, 24L << 30, "Example CPU, Linux amd64", 0.3);

    @Test
    void aRowHoldsMediansAndTheRatiosToDuckDb(@TempDir Path folder) throws IOException {
        ResultFile file = new ResultFile(folder.resolve("bench/results.jsonl"));
        file.append(result("2026-10-01T00:00:00Z", OurIngest.NAME, 1, 99, 99));
        String session = "2026-11-01T10:00:00Z";
        for (int run = 1; run <= 3; run++) {
            file.append(result(session, OurIngest.NAME, run, run, 3_920_000));
            file.append(result(session, DuckDbIngest.NAME, run, run * 0.5, 4_900_000));
        }
        assertEquals(
                """
                | contender | ties in the file | runs | wall s (fastest–slowest) | CPU s | rows/s per core | peak MB | bytes per tie | \
                bytes, all tables | time × | bytes × |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                | Follower Assay | 1,000,000 | 3 | 2.00 (1.00–3.00) | 4.00 | 250,000 | 512 | 4.00 | 8.00 | 2.00 | 0.80 |
                | DuckDB | 1,000,000 | 3 | 1.00 (0.50–1.50) | 2.00 | 500,000 | 512 | 5.00 | 10.00 |  |  |

                Medians of runs in turns, 2026-11-01, commit abc1234, on 2 cores and 24 GB (Example CPU, Linux amd64; load up \
                to 0.3 before a run); spark 4.
                """,
                new IngestTable(file.newest(IngestBench.NAME))
                        .markdown()
                        .lines()
                        .limit(6)
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void aTerminalGetsColumnsUnderEachOther() {
        String text = new IngestTable(List.of(
                        result("2026-11-01T10:00:00Z", OurIngest.NAME, 1, 2, 3_920_000),
                        result("2026-11-01T10:00:00Z", DuckDbIngest.NAME, 1, 1, 4_900_000)))
                .text();
        List<String> lines = text.lines().toList();
        assertEquals(32, lines.get(0).indexOf("ties in the file") + "ties in the file".length());
        assertTrue(lines.get(1).matches("Follower Assay +1,000,000 +1 +2\\.00 .*"), lines.get(1));
        assertEquals(lines.get(1).indexOf("1,000,000"), lines.get(2).indexOf("1,000,000"));
    }

    @Test
    void aTableReplacesWhatStandsBetweenItsMarksAndNothingElse() {
        String readme = "before\n<!-- bench:ingest -->\nold\n<!-- /bench:ingest -->\nafter\n";
        assertEquals(
                Optional.of("before\n<!-- bench:ingest -->\nnew\n<!-- /bench:ingest -->\nafter\n"),
                new Marked(readme).with("ingest", "new\n"));
        assertEquals(Optional.empty(), new Marked(readme).with("rank", "new"));
    }

    private static Result result(String session, String contender, int run, double seconds, long bytes) {
        Measurement measured = new Measurement(
                seconds, 2 * seconds, 512L << 20, bytes, 2 * bytes, new TreeMap<>(Map.of("spark", "4")));
        return new Result(IngestBench.NAME, session, "abc1234", MACHINE, contender, 1_000_000, 980_000, run, measured);
    }
}
