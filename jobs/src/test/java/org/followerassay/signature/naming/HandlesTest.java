package org.followerassay.signature.naming;

import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.NamingTables.HANDLE_SHAPES;
import static org.followerassay.table.NamingTables.HANDLE_TEMPLATES;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkTest.class)
class HandlesTest {
    private static final Timestamp DAY = Drawings.DAY_1;
    private static final NamingOptions OPTIONS = NamingOptions.defaults();

    @Test
    void aTemplateKeepsWhereLettersAndDigitsStandAndNothingElse(Drawings draw) {
        Dataset<Row> identities = draw.rows(
                IDENTITIES,
                List.of("account", "platform", "external_id", "handle"),
                new Object[] {1L, "x", "1", "Ann_Example"},
                new Object[] {2L, "x", "2", "@bob12345678"},
                new Object[] {3L, "bluesky", "did:plc:abc", "cat.bsky.social"},
                new Object[] {4L, "mastodon", "dan7@example.org", null},
                new Object[] {5L, "bluesky", "did:plc:def", null},
                new Object[] {6L, "x", "42", null},
                new Object[] {7L, "x", "7", "Zoë2x31337"});

        assertTable("""
                follower  template   five_digits
                1         a_a        false
                2         a99999999  true
                3         a          false
                4         a9         false
                7         a9a99999   true
                """, HandleTemplate.of(identities), draw);
    }

    @ParameterizedTest(name = "random handles, seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void templatesAreCountedAsDefined(long seed, Drawings draw) {
        Random random = new Random(seed);
        List<List<String>> lists = new ArrayList<>();
        for (int list = 0; list < 3; list++) {
            List<String> handles = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                handles.add("abc" + "7".repeat(random.nextInt(8)) + (random.nextBoolean() ? "_z" : ""));
            }
            lists.add(handles);
        }
        TestInputs inputs = inputs(draw, lists);

        List<String> templates = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        for (int list = 0; list < 3; list++) {
            Map<String, Long> own = templates(lists.get(list));
            List<String> others = new ArrayList<>();
            for (int other = 0; other < 3; other++) {
                others.addAll(other == list ? List.of() : lists.get(other));
            }
            Map<String, Long> elsewhere = templates(others);
            double entropy = 0;
            for (Map.Entry<String, Long> entry : own.entrySet()) {
                double share = entry.getValue() / 150.0;
                entropy -= share * Math.log(share) / Math.log(2);
                if (entry.getValue() >= OPTIONS.minTemplate()) {
                    double expected = elsewhere.getOrDefault(entry.getKey(), 0L) / 300.0;
                    templates.add(line(list + 1, entry.getKey(), entry.getValue(), expected));
                }
            }
            long digits = lists.get(list).stream()
                    .filter(handle -> handle.matches(".*[0-9]{5}"))
                    .count();
            shapes.add(line(list + 1, "five digits", digits, entropy));
        }
        templates.sort(null);
        assertEquals(templates, lines(templates(inputs), "template", "expected_share"));
        assertEquals(shapes, lines(shapes(inputs), null, "entropy"));
    }

    @Test
    void oneRuleForManyHandlesIsAWeakFinding(Drawings draw) {
        TestInputs market = market(draw, 4);
        assertTable("""
                account  signature         axis      tier  support  evidence
                4        handle templates  audience  weak  60       60 of 120 followers with a known handle have one that is built as a99999999 (letters as a, digits as 9): 50.0 %, against 0.0 % in the other lists.
                """, findings(market), draw);
        assertEquals(List.of(), Recounted.notGiven(market, findings(market)));
    }

    /** The look-alike: the platform suggests such handles to everybody. */
    @Test
    void whatThePlatformSuggestsToAllIsNoFinding(Drawings draw) {
        assertEquals(0, findings(market(draw, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).count());
    }

    @Test
    void neitherTheOrderOfRowsNorTheirPartitionsMatter(Drawings draw) {
        TestInputs inputs = market(draw, 4);
        List<String> once = lines(templates(inputs), "template", "expected_share");
        for (int partitions : new int[] {1, 7}) {
            inputs.with(IDENTITIES, inputs.of(IDENTITIES).repartition(partitions));
            inputs.with(FOLLOWS, inputs.of(FOLLOWS).repartition(partitions));
            assertEquals(once, lines(templates(inputs), "template", "expected_share"));
        }
    }

    @Test
    void anExportWithoutHandlesSaysSo(Drawings draw) {
        TestInputs inputs = market(draw, 4);
        inputs.with(IDENTITIES, draw.rows(IDENTITIES, List.of()));

        assertEquals(0, findings(inputs).count());
        assertEquals(
                "no handles of followers",
                new HandleFindings(OPTIONS).readiness(inputs).first().getAs("reason"));
    }

    /** Ten lists of 120 names; in some of them, half of the handles are a name and eight digits. */
    private static TestInputs market(Drawings draw, Integer... byRule) {
        Random random = new Random(3);
        List<Integer> lists = List.of(byRule);
        List<List<String>> handles = new ArrayList<>();
        for (int list = 1; list <= 10; list++) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                boolean filledUp = lists.contains(list) && i % 2 == 0;
                names.add(
                        filledUp
                                ? "ann" + (10_000_000 + random.nextInt(9_000_000))
                                : "ann_" + "b".repeat(i % 5) + (i % 3 == 0 ? "" : "9".repeat(i % 4)));
            }
            handles.add(names);
        }
        return inputs(draw, handles);
    }

    private static Map<String, Long> templates(List<String> handles) {
        return handles.stream()
                .map(handle -> handle.replaceAll("[a-z]+", "a").replaceAll("[0-9]", "9"))
                .collect(Collectors.groupingBy(template -> template, TreeMap::new, Collectors.counting()));
    }

    /** Lists 1, 2, … of followers with these handles. */
    private static TestInputs inputs(Drawings draw, List<List<String>> lists) {
        List<Row> follows = new ArrayList<>();
        List<Object[]> identities = new ArrayList<>();
        List<Object[]> coverage = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            long account = list + 1L;
            List<String> handles = lists.get(list);
            coverage.add(new Object[] {DAY, account, "followers", (long) handles.size(), true});
            for (int i = 0; i < handles.size(); i++) {
                long follower = account * 10_000 + i;
                follows.add(RowFactory.create(DAY, account, follower, null, null));
                identities.add(new Object[] {follower, "x", Long.toString(follower), handles.get(i)});
            }
        }
        return new TestInputs(draw.session())
                .with(FOLLOWS, draw.rows(FOLLOWS, follows))
                .with(
                        COVERAGE,
                        draw.rows(
                                COVERAGE,
                                List.of("snapshot", "account", "direction", "listed", "complete"),
                                coverage.toArray(Object[][]::new)))
                .with(
                        IDENTITIES,
                        draw.rows(
                                IDENTITIES,
                                List.of("account", "platform", "external_id", "handle"),
                                identities.toArray(Object[][]::new)));
    }

    private static List<String> lines(Dataset<Row> rows, String what, String number) {
        return rows.limit(1_000).collectAsList().stream()
                .map(row -> line(
                        row.getAs("account"),
                        what == null ? "five digits" : row.getAs(what),
                        row.getAs("followers"),
                        row.getAs(number)))
                .sorted()
                .toList();
    }

    private static String line(long account, String what, long followers, double number) {
        return String.format(Locale.ROOT, "%d: %s, %d, %.6f", account, what, followers, number);
    }

    private static Dataset<Row> templates(TestInputs inputs) {
        return HANDLE_TEMPLATES.conform(new HandleTemplates(OPTIONS).derive(inputs));
    }

    private static Dataset<Row> shapes(TestInputs inputs) {
        return HANDLE_SHAPES.conform(new HandleShapes(OPTIONS).derive(inputs));
    }

    private static Dataset<Row> findings(TestInputs inputs) {
        inputs.with(HANDLE_TEMPLATES, templates(inputs).localCheckpoint());
        inputs.with(HANDLE_SHAPES, shapes(inputs).localCheckpoint());
        return FINDINGS.conform(new HandleFindings(OPTIONS).derive(inputs));
    }
}
