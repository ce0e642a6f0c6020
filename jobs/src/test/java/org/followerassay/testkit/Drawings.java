package org.followerassay.testkit;

import static org.followerassay.table.IngestTables.FOLLOWS;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.followerassay.table.Table;

/**
 * Small graphs as text. Names stand for accounts; ids are given from 1 in the order in which names are first drawn.
 *
 * <pre>
 * ann  -> bob cat      ann follows bob and cat
 * ann <-  dan          dan follows ann
 * ann <-> eve          both follow each other
 * </pre>
 */
public final class Drawings {
    public static final Timestamp DAY_1 = at("2026-01-01T00:00:00Z");

    private final SparkSession session;
    private final Map<String, Long> ids = new LinkedHashMap<>();

    public Drawings(SparkSession session) {
        this.session = session;
    }

    public SparkSession session() {
        return session;
    }

    public long id(String name) {
        return ids.computeIfAbsent(name, unseen -> ids.size() + 1L);
    }

    /** The name of an account, or the id itself if it was never drawn. */
    public String name(long id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue() == id)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Long.toString(id));
    }

    /** The ties of one snapshot, 2026-01-01, without positions or times. */
    public Dataset<Row> follows(String drawing) {
        return follows("2026-01-01T00:00:00Z", drawing);
    }

    /** The ties of a snapshot, without positions or times. */
    public Dataset<Row> follows(String snapshot, String drawing) {
        List<Row> rows = new ArrayList<>();
        for (String line : drawing.lines().filter(text -> !text.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+");
            Arrays.stream(words)
                    .filter(word -> Character.isLetterOrDigit(word.charAt(0)))
                    .forEach(this::id);
            for (String other : Arrays.copyOfRange(words, 2, words.length)) {
                if (words[1].contains(">")) {
                    rows.add(tie(snapshot, words[0], other));
                }
                if (words[1].contains("<")) {
                    rows.add(tie(snapshot, other, words[0]));
                }
            }
        }
        return rows(FOLLOWS, rows);
    }

    /** The follower list of one account, oldest first, as names. */
    public Dataset<Row> followerList(String snapshot, String followee, String... oldestFirst) {
        List<Row> rows = new ArrayList<>();
        for (int position = 0; position < oldestFirst.length; position++) {
            rows.add(RowFactory.create(at(snapshot), id(followee), id(oldestFirst[position]), (long) position, null));
        }
        return rows(FOLLOWS, rows);
    }

    /**
     * Rows of a table, values in the order of its columns. As a checkpoint: rows within a plan are compared, hashed and computed by the
     * planner again and again.
     */
    public Dataset<Row> rows(Table table, List<Row> rows) {
        return session.createDataFrame(rows, table.schema()).localCheckpoint();
    }

    /** The table with these columns only filled, all others null; one array per row. */
    public Dataset<Row> rows(Table table, List<String> columns, Object[]... rows) {
        List<String> all = Arrays.asList(table.schema().fieldNames());
        List<Row> filled = new ArrayList<>();
        for (Object[] row : rows) {
            Object[] values = new Object[all.size()];
            for (int i = 0; i < columns.size(); i++) {
                values[all.indexOf(columns.get(i))] = row[i];
            }
            filled.add(RowFactory.create(values));
        }
        return rows(table, filled);
    }

    public static Timestamp at(String instant) {
        return Timestamp.from(Instant.parse(instant));
    }

    private Row tie(String snapshot, String follower, String followee) {
        return RowFactory.create(at(snapshot), id(followee), id(follower), null, null);
    }
}
