package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Owner;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkTest.class)
class TiesTest {
    private static final StructType STAGED = StructType.fromDDL("source int, unit int, line bigint, further boolean,"
            + " direction string, snapshot timestamp, follower bigint, followee bigint, position bigint, place bigint,"
            + " followed_at bigint");
    private static final String[] TOLD = {
        "source",
        "unit",
        "line",
        "further",
        "direction",
        "snapshot",
        "follower",
        "followee",
        "position",
        "followed_at",
        "in_list",
        "verdict",
        "holder"
    };

    /** With nothing held, every tie is compared with every other. */
    @ParameterizedTest(name = "{0} rows among {1} accounts, seed {2}")
    @CsvSource({"0, 5, 1", "40, 1000, 2", "300, 60, 3", "300, 8, 4"})
    void sparingSingleTiesTheComparisonChangesNoVerdict(int count, int accounts, long seed, SparkSession session) {
        List<Row> rows = rows(count, accounts, new Random(seed));
        List<String> compared = judged(session, rows, 0);

        assertEquals(compared, judged(session, rows, 1_000_000));
        assertEquals(count, compared.size());
    }

    @Test
    void repeatsContradictionsAndOtherListsAreToldApart(SparkSession session) {
        List<Row> rows = List.of(
                tie(0, 1, null, 10, 20, 0L, null),
                tie(0, 2, null, 11, 20, 1L, null),
                tie(0, 3, null, 10, 20, 0L, null),
                tie(0, 4, null, 11, 20, 5L, null),
                tie(0, 5, null, 12, 20, 2L, null),
                tie(1, 1, Owner.FOLLOWEES, 12, 20, null, 7_000_000L));
        List<String> judged = judged(session, rows, 1_000_000);

        assertEquals(
                List.of(
                        "accepted accepted null",
                        "accepted accepted null",
                        "repeated repeated null",
                        "conflicting conflicting null",
                        "accepted accepted null",
                        "accepted repeated 0"),
                judged.stream().map(TiesTest::verdicts).toList());
        assertTrue(judged.get(4).contains("1970-01-01 00:00:07"), "the time that the other list knows: " + judged);
    }

    private static String verdicts(String row) {
        String[] cells = row.substring(1, row.length() - 1).split(",");
        return cells[10] + " " + cells[11] + " " + cells[12];
    }

    private static Row tie(
            int source, long line, String direction, long follower, long followee, Long position, Long followedAt) {
        return RowFactory.create(
                source,
                source,
                line,
                false,
                direction,
                new java.sql.Timestamp(0),
                follower,
                followee,
                position,
                null,
                followedAt);
    }

    private static List<Row> rows(int count, int accounts, Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int source = random.nextInt(3);
            String direction = source == 0 ? null : source == 1 ? Owner.FOLLOWERS : Owner.FOLLOWEES;
            long follower = random.nextInt(accounts);
            rows.add(RowFactory.create(
                    source,
                    source * 2 + random.nextInt(2),
                    (long) i,
                    false,
                    direction,
                    new java.sql.Timestamp(86_400_000L * random.nextInt(2)),
                    follower,
                    follower + 1 + random.nextInt(accounts),
                    source == 0 && random.nextBoolean() ? Long.valueOf(random.nextInt(3)) : null,
                    source == 1 ? Long.valueOf(i) : null,
                    random.nextInt(3) == 0 ? Long.valueOf(1_000_000L * random.nextInt(3)) : null));
        }
        return rows;
    }

    private static List<String> judged(SparkSession session, List<Row> rows, int mostHeld) {
        Dataset<Row> staged = session.createDataFrame(rows, STAGED).repartition(3);
        return new Ties(held -> held.localCheckpoint(), mostHeld)
                .judged(staged).selectExpr(TOLD).orderBy("source", "unit", "line").collectAsList().stream()
                        .map(Row::toString)
                        .toList();
    }
}
