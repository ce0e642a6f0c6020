package org.followerassay.flow;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.table.Table;

/**
 * A run in progress: the published state plus what this run has written so far, which no reader sees yet.
 *
 * <p>Ends with {@link #publish} or, on any failure, {@link #abandon}.
 */
public final class Draft implements Inputs {
    /** The second version of the format stores sorted ids as differences: a third of the bytes of a tie. */
    private static final String DELTA_ENCODINGS = "PARQUET_2_0";

    /** What Spark says when the executor is gone that held a local checkpoint. */
    private static final String ROWS_LOST = "CHECKPOINT_RDD_BLOCK_ID_NOT_FOUND";

    private static final int MOST_ATTEMPTS = 4;

    private final Warehouse warehouse;
    private final SparkSession session;
    private final RunInfo run;
    private final long number;
    private final String id;
    private final Instant startedAt = Instant.now();
    private final SortedMap<String, List<Manifest.Part>> tables = new TreeMap<>();
    private final Map<String, Manifest.Part> published = new HashMap<>();
    private final List<Manifest.Input> ingested = new ArrayList<>();
    private final List<Manifest.Step> steps = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private boolean changed;
    private boolean mayBePublished;
    private int written;

    Draft(Warehouse warehouse, SparkSession session, RunInfo run, Optional<Manifest> parent) {
        this.warehouse = warehouse;
        this.session = session;
        this.run = run;
        this.number = parent.map(Manifest::number).orElse(0L) + 1;
        this.id = String.format(
                Locale.ROOT, "%08d-%s", number, UUID.randomUUID().toString().substring(0, 8));
        parent.ifPresent(state -> {
            state.tables().forEach((table, parts) -> tables.put(table, new ArrayList<>(parts)));
            state.tables()
                    .forEach((table, parts) -> parts.forEach(part -> published.put(table + "/" + part.name(), part)));
            ingested.addAll(state.inputs());
        });
    }

    public SparkSession session() {
        return session;
    }

    @Override
    public Dataset<Row> of(Table table) {
        return warehouse.rows(session, table, parts(table));
    }

    @Override
    public long rows(Table table) {
        return parts(table).stream().mapToLong(Manifest.Part::rows).sum();
    }

    @Override
    public long present(Table table, String column) {
        return Warehouse.presentIn(parts(table), column);
    }

    /** The parts of a table as this run sees them. */
    public List<Manifest.Part> parts(Table table) {
        return List.copyOf(tables.getOrDefault(table.name(), List.of()));
    }

    /** Every export ingested so far, this run's included. */
    public List<Manifest.Input> ingested() {
        return List.copyOf(ingested);
    }

    public void ingested(Manifest.Input input) {
        ingested.add(input);
        changed = true;
    }

    /** Leaves an export, and every part that bears its key, out of the next state. */
    public void withdraw(Manifest.Input input) {
        changed |= ingested.remove(input);
        tables.values().forEach(parts -> parts.removeIf(part -> part.name().equals(input.key())));
    }

    /** Changes what is said of exports, and not which they are. */
    public void amend(UnaryOperator<Manifest.Input> change) {
        ingested.replaceAll(change);
        changed = true;
    }

    /** Names this run, as in the manifest that it will publish. */
    public String id() {
        return id;
    }

    /** The rows of one part only. */
    public Dataset<Row> rowsOf(Table table, Manifest.Part part) {
        return rowsOf(table, List.of(part));
    }

    /** The rows of some parts only. */
    public Dataset<Row> rowsOf(Table table, List<Manifest.Part> parts) {
        return warehouse.rows(session, table, parts);
    }

    /** Runs one step, or carries its earlier result over if inputs, options and code are the same. */
    public Manifest.Step derive(Derivation step) {
        if (step instanceof DerivationInParts inParts) {
            return deriveInParts(inParts);
        }
        String key = keyOf(step);
        Manifest.Part earlier = published.get(step.output().name() + "/" + step.name());
        if (!run.force() && earlier != null && earlier.key().equals(key)) {
            return record(new Manifest.Step(step.name(), step.output().name(), earlier.rows(), 0, true));
        }
        Instant start = Instant.now();
        Manifest.Part part = untilNoRowsAreLost(() -> write(step.output(), step.name(), key, step.derive(this)));
        double seconds = start.until(Instant.now(), ChronoUnit.MILLIS) / 1000.0;
        return record(new Manifest.Step(step.name(), step.output().name(), part.rows(), seconds, false));
    }

    /**
     * Derives and writes a step, and begins it again if an executor was lost that held intermediate rows of which there was no
     * copy. Derivations are pure, so that nothing is left of the first attempt but files that no manifest names.
     */
    private static <T> T untilNoRowsAreLost(Supplier<T> step) {
        for (int attempt = 1; true; attempt++) {
            try {
                return step.get();
            } catch (RuntimeException failed) {
                if (attempt == MOST_ATTEMPTS || !hasLostRows(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean hasLostRows(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(ROWS_LOST)) {
                return true;
            }
        }
        return false;
    }

    private Manifest.Step deriveInParts(DerivationInParts step) {
        Instant start = Instant.now();
        boolean worked = untilNoRowsAreLost(() -> new PartsOfStep(this, step).derive());
        double seconds = worked ? start.until(Instant.now(), ChronoUnit.MILLIS) / 1000.0 : 0;
        long rows = parts(step.output()).stream()
                .filter(part -> PartsOfStep.writer(part).equals(step.name()))
                .mapToLong(Manifest.Part::rows)
                .sum();
        return record(new Manifest.Step(step.name(), step.output().name(), rows, seconds, !worked));
    }

    /** True if this part of a table is published and was computed from the same things. */
    boolean stands(Table table, String part, String key) {
        Manifest.Part earlier = published.get(table.name() + "/" + part);
        return !run.force() && earlier != null && earlier.key().equals(key);
    }

    /** Writes parts of a step's table by their numbers; one without rows is a part, too, so that it is known to be empty. */
    void writeParts(Derivation step, Map<Integer, String> names, Map<Integer, String> keys, Dataset<Row> rows) {
        String what = step.name() + " → " + step.output().name();
        Set<Integer> found = writeEach(step.output(), names, keys::get, rows, what);
        for (int number : names.keySet()) {
            if (!found.contains(number)) {
                String nowhere = String.format(
                        Locale.ROOT, "tables/%s/%s/%03d-none", step.output().name(), id, ++written);
                replace(
                        step.output(),
                        new Manifest.Part(names.get(number), keys.get(number), nowhere, 0, new TreeMap<>(), List.of()));
            }
        }
    }

    /** Notes in the manifest what the run did. */
    public Manifest.Step record(Manifest.Step step) {
        steps.add(step);
        return step;
    }

    /**
     * Writes one part of a table, in place of the part of that name if there is one. One shuffle, to put rows that
     * are read together into the same file; large keys are split, small ones packed.
     *
     * @throws AssayException if a required column holds a null
     */
    public Manifest.Part write(Table table, String name, String key, Dataset<Row> rows) {
        Column[] order = table.sortedBy().stream().map(column -> col(column)).toArray(Column[]::new);
        Dataset<Row> conformed = table.conform(rows);
        // A table of one row has no order.
        Dataset<Row> arranged = order.length == 0
                ? conformed.coalesce(1)
                : conformed.hint("rebalance", order[0]).sortWithinPartitions(order);
        return write(table, name, key, arranged, name + " → " + table.name());
    }

    private Manifest.Part write(Table table, String name, String key, Dataset<Row> arranged, String what) {
        String relative =
                String.format(Locale.ROOT, "tables/%s/%s/%03d-%s", table.name(), id, ++written, folderName(name));
        Path folder = new Path(warehouse.root(), relative);
        touched.add(table.name());
        session.sparkContext().setJobGroup(id, what, false);
        try {
            arranged.write()
                    .option("compression", "zstd")
                    .option("parquet.writer.version", DELTA_ENCODINGS)
                    .parquet(folder.toString());
            Footers footers = Footers.in(warehouse.fileSystem(), folder, warehouse.hadoop());
            refuseNulls(table, footers);
            Manifest.Part part =
                    new Manifest.Part(name, key, relative, footers.rows(), footers.nulls(), footers.files());
            replace(table, part);
            return part;
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "the table " + table.name() + " can't be written to " + folder + ": " + unwritable.getMessage(),
                    unwritable);
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    /**
     * Writes a part of a table for each of several inputs in one go. One shuffle, by input, or by what the table is sorted
     * by if there is only one. An input without rows gets no part.
     *
     * @param rows with the column {@code source}, the number of an input
     * @param names by the number of an input: what its part is called, which is also its key
     * @throws AssayException if a required column holds a null
     */
    public void writeEach(Table table, Map<Integer, String> names, Dataset<Row> rows) {
        writeEach(table, names, names::get, rows, "ingest → " + table.name());
    }

    private Set<Integer> writeEach(
            Table table, Map<Integer, String> names, IntFunction<String> keys, Dataset<Row> rows, String what) {
        Set<Integer> found = new HashSet<>();
        String relative = String.format(Locale.ROOT, "tables/%s/%s/%03d-inputs", table.name(), id, ++written);
        Path folder = new Path(warehouse.root(), relative);
        touched.add(table.name());
        session.sparkContext().setJobGroup(id, what, false);
        try {
            Column[] order = Stream.concat(Stream.of("source"), table.sortedBy().stream())
                    .map(column -> col(column))
                    .toArray(Column[]::new);
            table.conformWith(rows, "source")
                    .hint("rebalance", names.size() > 1 ? order[0] : order[1])
                    .sortWithinPartitions(order)
                    .write()
                    .partitionBy("source")
                    .option("compression", "zstd")
                    .option("parquet.writer.version", DELTA_ENCODINGS)
                    .parquet(folder.toString());
            for (Map.Entry<Integer, String> input : names.entrySet()) {
                String part = relative + "/source=" + input.getKey();
                Path inputs = new Path(warehouse.root(), part);
                if (warehouse.fileSystem().exists(inputs)) {
                    Footers footers = Footers.in(warehouse.fileSystem(), inputs, warehouse.hadoop());
                    refuseNulls(table, footers);
                    String name = input.getValue();
                    found.add(input.getKey());
                    replace(
                            table,
                            new Manifest.Part(
                                    name,
                                    keys.apply(input.getKey()),
                                    part,
                                    footers.rows(),
                                    footers.nulls(),
                                    footers.files()));
                }
            }
            return found;
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "the table " + table.name() + " can't be written to " + folder + ": " + unwritable.getMessage(),
                    unwritable);
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    /** A folder, relative to the warehouse, into which tasks write the files of one part themselves. */
    public String room(Table table, String name) {
        touched.add(table.name());
        return String.format(Locale.ROOT, "tables/%s/%s/%03d-%s", table.name(), id, ++written, folderName(name));
    }

    /** The folder of a part, or of one that is being written. */
    public Path folder(String relative) {
        return new Path(warehouse.root(), relative);
    }

    /**
     * Takes files that tasks have written as a part of a table, in place of the part of that name. Others in the folder,
     * left by a task that was run again, are deleted.
     *
     * @param room as {@link #room} named it
     * @param files names of the files that count
     * @throws AssayException if a required column holds a null
     */
    public Manifest.Part adopt(Table table, String name, String key, String room, Set<String> files) {
        Path folder = folder(room);
        try {
            if (!files.isEmpty()) {
                for (FileStatus file : warehouse.fileSystem().listStatus(folder)) {
                    if (!files.contains(file.getPath().getName())) {
                        warehouse.fileSystem().delete(file.getPath(), false);
                    }
                }
            }
            Footers footers =
                    files.isEmpty() ? Footers.NONE : Footers.in(warehouse.fileSystem(), folder, warehouse.hadoop());
            refuseNulls(table, footers);
            Manifest.Part part = new Manifest.Part(name, key, room, footers.rows(), footers.nulls(), footers.files());
            replace(table, part);
            return part;
        } catch (IOException unreadable) {
            throw AssayException.failed(
                    "the table " + table.name() + " can't be written to " + folder + ": " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /**
     * Writes a part of a few rows that are at hand, in their order: no job of Spark's, which takes longer than the rows.
     *
     * @param rows numbers, texts, truths and nulls in the order of the table's columns
     * @throws AssayException if a required column holds a null
     */
    public Manifest.Part writeFew(Table table, String name, String key, List<List<?>> rows) {
        String room = room(table, name);
        String file = "part-00000.zstd.parquet";
        try (RowFile out = RowFile.create(table, new Path(folder(room), file), warehouse.hadoop())) {
            for (List<?> row : rows) {
                out.row(row);
            }
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "the table " + table.name() + " can't be written to " + folder(room) + ": "
                            + unwritable.getMessage(),
                    unwritable);
        }
        return adopt(table, name, key, room, Set.of(file));
    }

    /** Deletes what tasks have written into a folder that is not adopted. */
    public void vacate(String room) {
        try {
            warehouse.fileSystem().delete(folder(room), true);
        } catch (IOException leftBehind) {
            // No manifest names the folder, so what is left of it is never read.
        }
    }

    /** Leaves out of the next state every part of a table but those that steps of these names write. */
    public void keepOnly(Table table, Set<String> names) {
        changed |= tables.getOrDefault(table.name(), new ArrayList<>())
                .removeIf(part -> !names.contains(PartsOfStep.writer(part)));
    }

    /** Leaves a part out of the next state. */
    public void drop(Table table, String name) {
        changed |= tables.getOrDefault(table.name(), new ArrayList<>())
                .removeIf(part -> part.name().equals(name));
    }

    /**
     * Makes this run's state the current one, in one step. A run that changed nothing publishes nothing.
     *
     * @throws AssayException if another run published since this one began
     */
    public Manifest publish() {
        Manifest manifest = manifest();
        if (!changed) {
            return warehouse.current().orElse(manifest);
        }
        Path path = new Path(warehouse.manifests(), manifestName(number));
        try {
            AtomicFile.create(warehouse.fileSystem(), path, manifest.json());
            return manifest;
        } catch (IOException failed) {
            return whatBecameOf(path, manifest, failed);
        }
    }

    /** A write that failed may have been done all the same: then its files are published, and must stay. */
    private Manifest whatBecameOf(Path path, Manifest manifest, IOException failed) {
        mayBePublished = true;
        try {
            if (!warehouse.fileSystem().exists(path)) {
                mayBePublished = false;
            } else if (warehouse.read(path).run().equals(id)) {
                return manifest;
            } else {
                mayBePublished = false;
                throw AssayException.failed(
                        "another run published to " + warehouse.root()
                                + " while this one was at work; its result stands: run this one again",
                        failed);
            }
        } catch (IOException unknown) {
            failed.addSuppressed(unknown);
        }
        throw AssayException.failed("the manifest " + path + " can't be written: " + failed.getMessage(), failed);
    }

    static String manifestName(long number) {
        return String.format(Locale.ROOT, "%08d.json", number);
    }

    /** Deletes what this run has written. The published state was never touched. */
    public void abandon() {
        if (mayBePublished) {
            return;
        }
        for (String table : touched) {
            try {
                warehouse.fileSystem().delete(new Path(warehouse.root(), "tables/" + table + "/" + id), true);
            } catch (IOException leftBehind) {
                // No manifest names the folder, so what is left of it is never read.
            }
        }
    }

    private Manifest manifest() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("follower-assay", run.codeVersion());
        versions.put("spark", session.version());
        versions.put("hadoop", VersionInfo.getVersion());
        versions.put("java", Runtime.version().toString());
        return new Manifest(
                Manifest.FORMAT,
                number,
                id,
                run.command(),
                startedAt.toString(),
                Instant.now().toString(),
                run.options(),
                versions,
                List.copyOf(ingested),
                new TreeMap<>(tables),
                List.copyOf(steps));
    }

    private String keyOf(Derivation step) {
        Stream<String> read =
                step.inputs().stream().flatMap(table -> parts(table).stream().map(Manifest.Part::path));
        return keyOf(step, read.sorted().toList());
    }

    /** Names what a step makes of these. */
    String keyOf(Derivation step, List<String> read) {
        return Hashes.of(
                step.name(), step.getClass().getName(), run.codeVersion(), RunInfo.describe(step.options()), read);
    }

    private void replace(Table table, Manifest.Part part) {
        List<Manifest.Part> parts = tables.computeIfAbsent(table.name(), name -> new ArrayList<>());
        parts.removeIf(earlier -> earlier.name().equals(part.name()));
        parts.add(part);
        changed = true;
    }

    private static void refuseNulls(Table table, Footers footers) {
        for (String column : table.required()) {
            long nulls = footers.nulls().getOrDefault(column, 0L);
            if (nulls > 0) {
                throw AssayException.failed("the table " + table.name() + " would hold " + nulls
                        + " rows without the required column '" + column + "': this is a defect, please report it");
            }
        }
    }

    private static String folderName(String part) {
        return part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
