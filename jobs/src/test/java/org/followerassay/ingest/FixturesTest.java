package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The invented exports that the project ships, read as one folder without any option. */
@ExtendWith(SparkTest.class)
class FixturesTest {
    @TempDir
    Path folder;

    @Test
    void theWholeFolderIsReadWithoutOptions(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.read(Path.of("../datasets/fixtures").toString());

        Column name = functions.regexp_replace(functions.col("file"), "^.*fixtures/", "");
        assertTable("""
                name                                      accepted  repeated  conflicting  self_ties  rejected
                daily_followees_bob.csv                   4         0         0            0          0
                daily_followers_bob.csv                   40        0         0            0          0
                edges.txt                                 30        0         0            0          0
                names.csv                                 3         0         0            0          0
                ordered_followers.csv                     24        0         0            0          0
                own/accounts.csv                          3         0         0            0          0
                own/coverage.csv                          1         0         0            0          0
                own/follow_changes.csv                    2         0         0            0          0
                own/follows.csv                           24        0         0            0          0
                own/interactions.csv                      2         0         0            0          0
                rejects.csv                               1         1         1            1          3
                x-archive/2026-09/data/follower-part1.js  5         0         0            0          0
                x-archive/2026-09/data/follower.js        7         0         0            0          0
                x-archive/2026-09/data/following.js       5         0         0            0          0
                x-archive/2026-10/data/follower-part1.js  4         0         0            0          0
                x-archive/2026-10/data/follower.js        7         0         0            0          0
                x-archive/2026-10/data/following.js       5         0         0            0          0
                """, run.table(INPUT_FILES).withColumn("name", name), draw);
        assertTable("""
                listed  stated  reason
                8       9       the export stopped early
                8       40      32 of 40 stated ties are missing (80.0 %)
                """, run.table(COVERAGE).where("not complete"), draw);
        assertEquals(13, run.said.size());
    }
}
