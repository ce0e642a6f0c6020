package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.Owner;

/** What exports say of themselves, beside their rows, as small tables: a row or two for each export. */
final class Ownings {
    private final SparkSession session;
    private final List<Reading> readings;
    private final Set<Integer> sources;
    private final SortedMap<Integer, Snapshots> snapshots;
    private final Tally tally;

    Ownings(
            SparkSession session,
            List<Reading> readings,
            Set<Integer> sources,
            SortedMap<Integer, Snapshots> snapshots,
            Tally tally) {
        this.session = session;
        this.readings = readings;
        this.sources = sources;
        this.snapshots = snapshots;
        this.tally = tally;
    }

    private Export export(int source) {
        return readings.get(source).export();
    }

    boolean haveLists() {
        return sources.stream().anyMatch(source -> !export(source).lists().isEmpty());
    }

    boolean haveProfiles() {
        return sources.stream()
                .anyMatch(source -> export(source).owner().map(Owner::createdAt).isPresent());
    }

    /** The owner's lists that an export holds or states the length of: source, snapshot, account, direction, stated. */
    Dataset<Row> statements() {
        List<Row> rows = new ArrayList<>();
        for (int source : sources) {
            Export export = export(source);
            for (String direction : List.of(Owner.FOLLOWERS, Owner.FOLLOWEES)) {
                Long stated = export.stated().get(direction);
                if (export.owner().isPresent()
                        && (stated != null || export.lists().contains(direction))) {
                    rows.add(RowFactory.create(
                            source,
                            snapshots.get(source).last(),
                            export.owner().get().account(),
                            direction,
                            stated,
                            null,
                            null));
                }
            }
        }
        return session.createDataFrame(
                        rows,
                        new StructType()
                                .add("source", IntegerType)
                                .add("snapshot", LongType)
                                .add("account", LongType)
                                .add("direction", StringType)
                                .add("stated", LongType)
                                .add("complete", BooleanType)
                                .add("reason", StringType))
                .withColumn("snapshot", timestamp_micros(col("snapshot")));
    }

    /** By source: why none of its lists is whole, or null. */
    Column whyPartial() {
        Column why = lit(null).cast(StringType);
        for (int source : sources) {
            if (whyPartial(source).isPresent()) {
                why = when(col("source").equalTo(source), whyPartial(source).get())
                        .otherwise(why);
            }
        }
        return why;
    }

    private Optional<String> whyPartial(int source) {
        return HeaderClaim.of(export(source)).whyPartial(tally.rows(source));
    }

    /** True for sources that are lists at several times. */
    Column areSeries() {
        return only(source -> snapshots.get(source).several());
    }

    /** True for sources that hold ties, or lists of their owner. */
    Column holdLists(Counted counted) {
        return only(source -> counted.kinds(source).contains(Kind.TIE)
                || !export(source).lists().isEmpty());
    }

    private Column only(IntPredicate wanted) {
        return col("source")
                .isin(sources.stream().filter(source -> wanted.test(source)).toArray());
    }

    /** Staged profiles with those of the owners whose creation an export tells. */
    Dataset<Row> withOwners(Dataset<Row> told) {
        List<Row> rows = new ArrayList<>();
        for (int source : sources) {
            export(source)
                    .owner()
                    .filter(owner -> owner.createdAt() != null)
                    .ifPresent(owner -> rows.add(RowFactory.create(
                            source, snapshots.get(source).last(), owner.account(), owner.createdAt())));
        }
        if (rows.isEmpty()) {
            return told;
        }
        Dataset<Row> owners = session.createDataFrame(
                        rows,
                        new StructType()
                                .add("source", IntegerType)
                                .add("snapshot", LongType)
                                .add("account", LongType)
                                .add("created_at", LongType))
                .withColumn("snapshot", timestamp_micros(col("snapshot")))
                .withColumn("unit", lit(-1))
                .withColumn("line", lit(0L));
        return told.unionByName(owners, true);
    }
}
