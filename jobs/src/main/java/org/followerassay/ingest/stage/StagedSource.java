package org.followerassay.ingest.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.StagedColumns;

/** The staged rows of some files, as a data source of Spark: rows go straight into Spark's own form. */
public final class StagedSource implements TableProvider {
    private static final String PLAN = "plan";

    /** The staged rows of all units, with the column {@code source}, the number of the export, before the staged ones. */
    public static Dataset<Row> rows(
            SparkSession session, List<Unit> units, StagedColumns columns, Ids ids, long taskBytes) {
        return load(session, new StagePlan(columns, ids, Packing.tasks(units, taskBytes), Lane.RECORDS));
    }

    /**
     * The same for long lists of plain ties, without the plain ties.
     *
     * @param units whose readers are {@link org.followerassay.ingest.format.PlainTies}
     */
    public static Dataset<Row> verdicts(
            SparkSession session, List<Unit> units, StagedColumns columns, Ids ids, long taskBytes) {
        return load(session, new StagePlan(columns, ids, Packing.tasks(units, taskBytes), Lane.VERDICTS));
    }

    private static Dataset<Row> load(SparkSession session, StagePlan plan) {
        return session.read()
                .format(StagedSource.class.getName())
                .option(PLAN, plan.encoded())
                .load();
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return StagePlan.decoded(options.get(PLAN)).schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new Files(StagePlan.decoded(new CaseInsensitiveStringMap(properties).get(PLAN)));
    }

    private record Files(StagePlan plan) implements SupportsRead {
        @Override
        public String name() {
            return "exports";
        }

        @Override
        public Column[] columns() {
            return Stream.of(plan.schema().fields())
                    .map(field -> Column.create(field.name(), field.dataType(), true))
                    .toArray(Column[]::new);
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new Reading(plan);
        }
    }

    private record Reading(StagePlan plan) implements Scan, Batch {
        @Override
        public StructType readSchema() {
            return plan.schema();
        }

        @Override
        public Batch toBatch() {
            return this;
        }

        @Override
        public InputPartition[] planInputPartitions() {
            return plan.tasks().stream().map(Task::new).toArray(InputPartition[]::new);
        }

        @Override
        public PartitionReaderFactory createReaderFactory() {
            SparkSession session = SparkSession.active();
            Configuration hadoop = session.sparkContext().hadoopConfiguration();
            return new Readers(
                    plan.withoutTasks(),
                    JavaSparkContext.fromSparkContext(session.sparkContext())
                            .broadcast(new SerializableConfiguration(hadoop)));
        }
    }

    record Task(List<Unit> units) implements InputPartition {}

    private record Readers(StagePlan plan, Broadcast<SerializableConfiguration> hadoop)
            implements PartitionReaderFactory {
        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            Task task = (Task) partition;
            Configuration settings = hadoop.value().value();
            return plan.lane() == Lane.RECORDS
                    ? new TaskReader(task.units(), plan.columns(), plan.ids(), settings)
                    : new PlainTaskReader(plan, task, settings);
        }
    }
}
