package org.followerassay.reliability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.Calls;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/** The least job that writes in each of the ways that a run has: a table, parts by input, and a few rows at hand. */
record PublishedTwice(SparkSession session, String warehouse) implements EveryOperation.Job {
    @Override
    public Calls run(String month) {
        RunInfo run = new RunInfo("test", new TreeMap<>(), "test", false);
        try {
            Warehouse.at(warehouse, session.sparkContext().hadoopConfiguration())
                    .publish(session, run, draft -> write(draft, month.length()));
            return new Calls(0, "", "");
        } catch (AssayException refused) {
            return new Calls(1, "", refused.getMessage());
        } catch (Exception broken) {
            // As in the program, where what Spark throws ends in a sentence and this code.
            return new Calls(1, "", broken.toString().lines().findFirst().orElse(""));
        }
    }

    private void write(Draft draft, long number) {
        Dataset<Row> ties = session.range(200)
                .selectExpr(
                        "timestamp '2026-01-01' as snapshot",
                        "id % 7 as followee",
                        "id + " + number + " as follower",
                        "id as position",
                        "cast(null as timestamp) as followed_at",
                        "cast(id % 2 as int) as source");
        draft.write(IngestTables.FOLLOWS, "all", "all " + number, ties);
        draft.writeEach(IngestTables.FOLLOWS, Map.of(0, "even", 1, "odd"), ties);
        draft.writeFew(
                IngestTables.REJECTS,
                "few",
                "few " + number,
                List.of(
                        List.of("a file", number, "bad_id", "no id", "x"),
                        List.of("a file", 9L, "bad_id", "none", "y")));
    }
}
