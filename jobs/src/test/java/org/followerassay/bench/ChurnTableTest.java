package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChurnTableTest {
    private static final Machine MACHINE = new Machine(2, 24L << 30, "Example CPU, Linux amd64", 0.3);

    @Test
    void rowsHoldMediansAndRatiosToDuckDbAndAReplayStandsBelow() {
        List<Result> besideDuckDb = List.of(
                result(OurLedger.NAME, 1, 12),
                result(OurLedger.NAME, 2, 8),
                result(OurComparison.NAME, 1, 6),
                result(DuckDbLedger.NAME, 1, 4),
                result(DuckDbLedger.NAME, 2, 4));
        List<Result> replay = List.of(result("365 days at once", 1, 90), result("day 366 alone", 1, 5));
        String table = new ChurnTable(besideDuckDb, replay).markdown();
        assertTrue(table.startsWith("""
                        | two snapshots | ties of each | runs | wall s | CPU s | peak MB | wall × | CPU × |
                        |---|--:|--:|--:|--:|--:|--:|--:|
                        | Follower Assay | 1,000,000 | 2 | 10.00 | 20.00 | 512 | 2.50 | 2.50 |
                        | Follower Assay, comparison alone | 1,000,000 | 1 | 6.00 | 12.00 | 512 | 1.50 | 1.50 |
                        | DuckDB | 1,000,000 | 2 | 4.00 | 8.00 | 512 |  |  |

                        2026-11-29, commit abc, on 2 cores and 24 GB (Example CPU, Linux amd64; load up to 0.3 before a run).
                        """), table);
        assertTrue(table.contains("""
                        | 365 days at once | 2,000,000 | 90.0 | 180.0 | 512 |
                        | day 366 alone | 2,000,000 | 5.0 | 10.0 | 512 |
                        """), table);
    }

    @Test
    void withoutAReplayThereIsNoTableOfIt() {
        String table = new ChurnTable(List.of(result(DuckDbLedger.NAME, 1, 4)), List.of()).markdown();
        assertEquals(-1, table.indexOf("replay |"));
    }

    private static Result result(String contender, int run, double seconds) {
        Measurement measured = new Measurement(seconds, 2 * seconds, 512L << 20, 1, 1, new TreeMap<>());
        return new Result(
                "churn", "2026-11-29T10:00:00Z", "abc", MACHINE, contender, 2_000_000, 2_000_000, run, measured);
    }
}
