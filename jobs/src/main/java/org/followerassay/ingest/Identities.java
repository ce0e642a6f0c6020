package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.followerassay.table.IngestTables.IDENTITIES;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.StagedColumns;

/**
 * The names behind ids that don't tell: rows of the table identities, one per account and platform, or one per handle where
 * an export shows that an account changed it.
 *
 * <p>Also where two names with the same id are found out. Names are compared with all names known to the warehouse, not
 * with decimal ids.
 */
final class Identities {
    private static final int LOOKED_AT = 1_000;
    private static final StructType NAMED = new StructType()
            .add("source", DataTypes.IntegerType)
            .add("account", DataTypes.LongType)
            .add("external_id", DataTypes.StringType)
            .add("handle", DataTypes.StringType)
            .add("platform", DataTypes.StringType);

    /**
     * Writes the names that no earlier input has given, if names are to be kept at all.
     *
     * @param rows staged rows that stand
     * @param readings by source
     */
    static void write(
            Draft draft,
            SortedMap<Integer, Reading> readings,
            SortedMap<Integer, String> keys,
            Dataset<Row> rows,
            StagedColumns columns,
            boolean keep) {
        Dataset<Row> names = named(draft, readings, rows, columns).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Dataset<Row> known = draft.of(IDENTITIES);
            refuseTwoNamesOfOneAccount(names.drop("source").unionByName(known));
            if (keep) {
                draft.writeEach(IDENTITIES, keys, unknown(once(names), known, draft.rows(IDENTITIES)));
            }
        } finally {
            names.unpersist();
        }
    }

    /** One row per account, platform and handle; one without a handle only if the account has none. */
    private static Dataset<Row> once(Dataset<Row> names) {
        WindowSpec account = Window.partitionBy("account", "platform");
        return names.groupBy("account", "platform", "handle")
                .agg(min("external_id").as("external_id"), min("source").as("source"))
                .withColumn("any_handle", max("handle").over(account))
                .where(col("handle").isNotNull().or(col("any_handle").isNull()))
                .drop("any_handle");
    }

    private static Dataset<Row> unknown(Dataset<Row> names, Dataset<Row> known, long knownRows) {
        if (knownRows == 0) {
            return names;
        }
        Dataset<Row> others = known.select(
                col("account").as("known_account"),
                col("platform").as("known_platform"),
                col("handle").as("known_handle"));
        Column same = col("account")
                .equalTo(col("known_account"))
                .and(col("platform").equalTo(col("known_platform")))
                .and(col("handle").isNull().or(col("handle").eqNullSafe(col("known_handle"))));
        return names.join(others, same, "left_anti");
    }

    private static Dataset<Row> named(
            Draft draft, SortedMap<Integer, Reading> readings, Dataset<Row> rows, StagedColumns columns) {
        Column platform = platform(readings);
        Dataset<Row> all = draft.session().createDataFrame(owners(readings), NAMED);
        List<String> accounts = Stream.of(Kind.values())
                .flatMap(kind -> kind.accounts().stream())
                .distinct()
                .filter(columns::has)
                .toList();
        for (String account : accounts) {
            Column text = col(StagedColumns.textOf(account));
            boolean described = account.equals("account") && columns.has("handle");
            Column handle = described ? col("handle") : lit(null).cast("string");
            all = all.unionByName(rows.where(text.isNotNull().or(handle.isNotNull()))
                    .select(
                            col("source"),
                            col(account).as("account"),
                            coalesce(text, col(account).cast("string")).as("external_id"),
                            handle.as("handle"))
                    .withColumn("platform", platform));
        }
        return all;
    }

    private static Column platform(SortedMap<Integer, Reading> readings) {
        Column[] pairs = readings.entrySet().stream()
                .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(platform(entry.getValue()))))
                .toArray(Column[]::new);
        return element_at(map(pairs), col("source"));
    }

    private static String platform(Reading reading) {
        String platform = reading.export().platform();
        return platform.isEmpty() ? reading.export().format().name() : platform;
    }

    private static List<Row> owners(SortedMap<Integer, Reading> readings) {
        List<Row> rows = new ArrayList<>();
        readings.forEach((source, reading) -> {
            if (reading.export().owner().isPresent()) {
                Owner owner = reading.export().owner().get();
                if (owner.named() || owner.handle() != null) {
                    rows.add(RowFactory.create(
                            source, owner.account(), owner.name(), owner.handle(), platform(reading)));
                }
            }
        });
        return rows;
    }

    private static void refuseTwoNamesOfOneAccount(Dataset<Row> names) {
        Column normal = lower(regexp_replace(col("external_id"), "^@", ""));
        Dataset<Row> suspects = names.withColumn("normal", normal)
                .groupBy("account")
                .agg(min("normal").as("first_normal"), max("normal").as("last_normal"))
                .where(col("first_normal").notEqual(col("last_normal")))
                .limit(LOOKED_AT);
        for (Row suspect : suspects.select("first_normal", "last_normal").collectAsList()) {
            if (!Ids.normalName(suspect.getString(0)).equals(Ids.normalName(suspect.getString(1)))) {
                throw AssayException.badInput(
                        "two names have the same 63-bit hash, so that their accounts would be taken for one:"
                                + " choose another key with --key-file");
            }
        }
    }

    private Identities() {}
}
