package org.followerassay.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.shared.SharedAudienceFindings;
import org.followerassay.table.Field;
import org.followerassay.table.IngestTables;
import org.followerassay.table.SharedTables;
import org.followerassay.table.Table;

/**
 * Everything that names some accounts: their ids in columns, and ids and names in text.
 *
 * <p>A cluster is named after its smallest account, but what is said of it is about all of them. So it stays, and goes by the
 * smallest account that is left in it.
 *
 * <p>Names are looked for in the columns that hold text of an export, and not where words are the program's own: an account may be
 * called "strong", and another one 10.
 */
final class Mentions {
    static final String ERASED = "(erased)";

    /** A row in which one of these names an account is about it. */
    static final Set<String> ACCOUNT_COLUMNS = Set.of(
            "account",
            "other_account",
            "follower",
            "followee",
            "actor",
            "target",
            "left_account",
            "came_account",
            "rename_candidate");

    /** Names a cluster of accounts. */
    static final String CLUSTER = "vendor";

    /** Names a pool of followers after its cluster. */
    private static final String POOL_COLUMN = "found_in";

    /** What an input is called and taken for. */
    private static final Set<String> ABOUT_INPUTS = Set.of("file", "read_as");

    private final List<Long> ids;
    private final Map<Long, Long> clusters;
    private final Spellings spellings;

    /** @param clusters that are named after one of them, and what they are to be called */
    private Mentions(List<Long> ids, Set<String> names, Map<Long, Long> clusters) {
        this.ids = ids;
        this.clusters = clusters;
        this.spellings = Spellings.of(ids, names);
    }

    /** @param asked as the user named the accounts */
    static Mentions of(List<Long> ids, List<String> asked, Inputs tables) {
        Set<String> names = new TreeSet<>();
        asked.forEach(name -> names.add(bare(name)));
        List<Row> known = tables.of(IngestTables.IDENTITIES)
                .where(col("account").isin(ids.toArray()))
                .select("external_id", "handle")
                .distinct()
                .collectAsList();
        for (Row row : known) {
            names.add(bare(row.getString(0)));
            if (!row.isNullAt(1)) {
                names.add(bare(row.getString(1)));
            }
        }
        return new Mentions(ids, names, renamedClusters(ids, tables));
    }

    private static Map<Long, Long> renamedClusters(List<Long> ids, Inputs tables) {
        Column stays = not(col("account").isin(ids.toArray()));
        Map<Long, Long> renamed = new TreeMap<>();
        tables.of(SharedTables.SHARED_CLUSTERS)
                .where(col(CLUSTER).isin(ids.toArray()).and(stays))
                .groupBy(CLUSTER)
                .agg(min("account").as("smallest"))
                .collectAsList()
                .forEach(row -> renamed.put(row.getLong(0), row.getLong(1)));
        return renamed;
    }

    private static String bare(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }

    int accounts() {
        return ids.size();
    }

    /** Of raw text that names one of them; upper and lower case are one. */
    String pattern() {
        return spellings.inRows();
    }

    boolean in(String text) {
        return Pattern.compile(spellings.inRows()).matcher(text).find();
    }

    /** True if an input's name, or what is said of the input, names one of them. */
    boolean inPath(String text) {
        return text != null
                && Pattern.compile(spellings.inPaths()).matcher(text).find();
    }

    String erasedFromPath(String text) {
        return text == null ? null : text.replaceAll(spellings.inPaths(), ERASED);
    }

    /** True of rows that are about one of them; never null. */
    Column rowsOf(Table table) {
        Column any = lit(false);
        for (Field field : table.fields()) {
            if (ACCOUNT_COLUMNS.contains(field.name())) {
                any = any.or(col(field.name()).isin(ids.toArray()));
            } else if (field.name().equals(CLUSTER)) {
                any = any.or(col(CLUSTER).isin(emptiedClusters()));
            } else if (field.name().equals(POOL_COLUMN)) {
                any = any.or(col(POOL_COLUMN)
                        .isin(Stream.of(emptiedClusters())
                                .map(id -> SharedAudienceFindings.POOL + id)
                                .toArray()));
            } else if (isRaw(table, field)) {
                any = any.or(col(field.name()).rlike(spellings.inRows()));
            }
        }
        return coalesce(any, lit(false));
    }

    /** Of clusters in which nobody is left. */
    private Object[] emptiedClusters() {
        return ids.stream().filter(id -> !clusters.containsKey(id)).toArray();
    }

    /** True of those, and of rows in which one of them is named aside from what they are about; never null. */
    Column anywhere(Table table) {
        Column any = rowsOf(table);
        for (Field field : table.fields()) {
            if (field.name().equals(CLUSTER)) {
                any = any.or(coalesce(col(CLUSTER).isin(ids.toArray()), lit(false)));
            } else if (isAmended(table, field)) {
                any = any.or(coalesce(col(field.name()).rlike(aside(field)), lit(false)));
            }
        }
        return any;
    }

    /** The rows with the name taken out where it stood aside, and with clusters renamed. */
    Dataset<Row> amended(Table table, Dataset<Row> rows) {
        Dataset<Row> amended = rows;
        if (table.fields().stream().anyMatch(field -> field.name().equals(CLUSTER))) {
            amended = amended.withColumn(CLUSTER, renamedCluster());
        }
        if (table.fields().stream().anyMatch(field -> field.name().equals(POOL_COLUMN))) {
            amended = amended.withColumn(POOL_COLUMN, renamedPool());
        }
        for (Field field :
                table.fields().stream().filter(field -> isAmended(table, field)).toList()) {
            amended =
                    amended.withColumn(field.name(), regexp_replace(col(field.name()), lit(aside(field)), lit(ERASED)));
        }
        return amended;
    }

    private Column renamedCluster() {
        Column name = col(CLUSTER);
        for (Map.Entry<Long, Long> cluster : clusters.entrySet()) {
            name = when(col(CLUSTER).equalTo(cluster.getKey()), cluster.getValue())
                    .otherwise(name);
        }
        return name;
    }

    private Column renamedPool() {
        Column name = col(POOL_COLUMN);
        for (Map.Entry<Long, Long> cluster : clusters.entrySet()) {
            name = when(
                            col(POOL_COLUMN).equalTo(SharedAudienceFindings.POOL + cluster.getKey()),
                            SharedAudienceFindings.POOL + cluster.getValue())
                    .otherwise(name);
        }
        return name;
    }

    /** True of the text of a rejected row, which is kept as it came: nobody knows what else in it is about whom. */
    private static boolean isRaw(Table table, Field field) {
        return table.equals(IngestTables.REJECTS)
                && field.type().equals(DataTypes.StringType)
                && !ABOUT_INPUTS.contains(field.name());
    }

    /** True of other text: the row is about more than the name in it, and stays without the name. */
    private static boolean isAmended(Table table, Field field) {
        return field.type().equals(DataTypes.StringType) && !isRaw(table, field);
    }

    private String aside(Field field) {
        return ABOUT_INPUTS.contains(field.name()) ? spellings.inPaths() : spellings.inQueries();
    }
}
