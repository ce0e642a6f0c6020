package org.followerassay.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.RunInfo;
import org.followerassay.flow.Warehouse;
import org.followerassay.table.IngestTables;

/**
 * A process that publishes on command: each line of its input names a warehouse, a wait in milliseconds and a number, and it
 * publishes a thousand rows that bear the number. It answers a line each, {@code published} or {@code refused}.
 */
final class Publisher {
    static final int ROWS = 1_000;

    public static void main(String[] args) throws IOException, InterruptedException {
        try (SparkSession session = HeldSession.open()) {
            System.out.println("ready");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                Thread.sleep(Long.parseLong(words[1]));
                System.out.println(publish(session, words[0], Long.parseLong(words[2])));
            }
        }
    }

    private static String publish(SparkSession session, String warehouse, long number) {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        try {
            Warehouse.at(warehouse, hadoop)
                    .publish(
                            session,
                            new RunInfo("test", new TreeMap<>(), "test", true),
                            draft -> draft.write(
                                    IngestTables.FOLLOWS,
                                    "rows",
                                    Long.toString(number),
                                    session.range(ROWS)
                                            .selectExpr(
                                                    "timestamp '2026-01-01' as snapshot",
                                                    "id as followee",
                                                    "cast(" + number + " as bigint) as follower",
                                                    "id as position",
                                                    "cast(null as timestamp) as followed_at")));
            return "published";
        } catch (AssayException refused) {
            return refused.getMessage().contains("another run published")
                    ? "refused"
                    : "failed " + refused.getMessage();
        }
    }

    private Publisher() {}
}
