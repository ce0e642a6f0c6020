package org.followerassay.signature;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.LotLinkTables.LOT_LINKS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;
import static org.followerassay.table.TrustTables.COLLUSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.detection.world.SharesWorld;
import org.followerassay.bench.detection.world.SharesWorld.Creation;
import org.followerassay.bench.detection.world.WorldInputs;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Pipeline;
import org.followerassay.table.Table;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything that findings rest on, in one small world, its rows in other orders and other numbers of partitions.
 *
 * <p>A run takes half a minute, most of it for planning, and the last is the first once more.
 */
@ExtendWith(SparkTest.class)
class SameFindingsTest {
    private static final String SHUFFLED = "spark.sql.shuffle.partitions";
    private static final List<Table> COMPARED = List.of(LOTS, LOT_LINKS, FINDINGS, SIGNATURE_MATCHES, COLLUSION);

    /** Steps that no finding rests on. */
    private static final String ASIDE =
            ".*placebo.*|fingerprint|estimates of arrivals|health.*|follow-through.*|trust|.*presets?.*";

    @Test
    void partitionsOrderAndRerunsChangeNoRow(SparkSession session) {
        WorldInputs world = new WorldInputs(
                session, new SharesWorld(24, 250, 700, 0.3, SharesWorld.Delivery.DAY_1, Creation.BATCH_30_DAYS).of(1));
        String before = session.conf().get(SHUFFLED);
        try {
            Map<String, List<String>> first = found(session, world, 1);
            assertTrue(first.get("findings").stream().anyMatch(row -> row.contains("\"strong\"")), first.toString());
            for (int partitions : new int[] {2, 7, 64, 1}) {
                Map<String, List<String>> again = found(session, world, partitions);
                COMPARED.forEach(table -> assertEquals(
                        first.get(table.name()),
                        again.get(table.name()),
                        table.name() + " with " + partitions + " partitions"));
            }
        } finally {
            session.conf().set(SHUFFLED, before);
        }
    }

    /** The rows of the compared tables, sorted; placebos are left out, for no finding rests on them. */
    private static Map<String, List<String>> found(SparkSession session, WorldInputs world, int partitions) {
        session.conf().set(SHUFFLED, partitions);
        TestInputs inputs = new TestInputs(session)
                .with(FOLLOWS, shuffled(world.follows(), partitions))
                .with(COVERAGE, shuffled(world.coverage(), partitions))
                .with(ACCOUNTS, shuffled(world.accounts(), partitions));
        List<Table> written = new ArrayList<>();
        for (Derivation step :
                Pipeline.of(SignatureSteps.steps(SignatureOptions.defaults())).steps()) {
            if (!step.name().matches(ASIDE)) {
                Dataset<Row> rows = step.output().conform(step.derive(inputs));
                boolean another = written.contains(step.output());
                inputs.with(
                        step.output(), (another ? inputs.of(step.output()).unionByName(rows) : rows).localCheckpoint());
                written.add(step.output());
            }
        }
        Map<String, List<String>> found = new TreeMap<>();
        COMPARED.forEach(table -> found.put(
                table.name(),
                inputs.of(table).toJSON().collectAsList().stream().sorted().toList()));
        return found;
    }

    /** Rows in another order for another number of partitions; shuffled once, not by every step that reads them. */
    private static Dataset<Row> shuffled(Dataset<Row> rows, int partitions) {
        Column[] cells = Stream.concat(
                        Stream.of(lit(partitions)),
                        Arrays.stream(rows.columns()).map(rows::col))
                .toArray(Column[]::new);
        return rows.repartition(partitions)
                .sortWithinPartitions(xxhash64(cells))
                .localCheckpoint();
    }
}
