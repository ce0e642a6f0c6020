package org.followerassay.flow;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.table.Table;

/**
 * A folder of published tables, under any Hadoop URI.
 *
 * <pre>
 * manifests/00000007.json      the state after the seventh run; the highest number is the current one
 * tables/NAME/RUN/PART/        Parquet files that some manifest names; anything else is left by a broken run
 * </pre>
 *
 * Nothing is ever overwritten. A run writes folders that no manifest names yet, then one new manifest: a reader finds
 * the old state or the new one, whole.
 */
public final class Warehouse {
    private final Path root;
    private final Configuration hadoop;

    private Warehouse(Path root, Configuration hadoop) {
        this.root = root;
        this.hadoop = hadoop;
    }

    public static Warehouse at(String uri, Configuration hadoop) {
        try {
            Path path = new Path(uri);
            return new Warehouse(path.getFileSystem(hadoop).makeQualified(path), hadoop);
        } catch (IOException | IllegalArgumentException unreachable) {
            throw AssayException.badInput(
                    "the warehouse '" + uri + "' can't be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    public Path root() {
        return root;
    }

    /** The state that readers see; empty if nothing was ever published here. */
    public Optional<Manifest> current() {
        try {
            Path newest = null;
            for (FileStatus file : fileSystem().listStatus(manifests())) {
                boolean isManifest = file.getPath().getName().matches("[0-9]{8}\\.json");
                if (isManifest && (newest == null || file.getPath().compareTo(newest) > 0)) {
                    newest = file.getPath();
                }
            }
            return newest == null ? Optional.empty() : Optional.of(read(newest));
        } catch (FileNotFoundException nothingYet) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw AssayException.failed(
                    "the warehouse " + root + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The state that readers see.
     *
     * @throws AssayException if nothing was published here
     */
    public Manifest published() {
        return current()
                .orElseThrow(() -> AssayException.badInput("there is no published result in the warehouse " + root
                        + ": run 'assay run' or 'assay ingest' with --warehouse " + root + " first"));
    }

    /** The tables that a manifest names. */
    public Inputs tables(SparkSession session, Manifest manifest) {
        return new Inputs() {
            @Override
            public Dataset<Row> of(Table table) {
                return Warehouse.this.rows(session, table, manifest.parts(table.name()));
            }

            @Override
            public long rows(Table table) {
                return manifest.rows(table.name());
            }

            @Override
            public long present(Table table, String column) {
                return presentIn(manifest.parts(table.name()), column);
            }
        };
    }

    /** Begins a run on top of the current state. Nothing is visible to readers until {@link Draft#publish}. */
    public Draft draft(SparkSession session, RunInfo run) {
        return new Draft(this, session, run, current());
    }

    /**
     * Does a run's work and publishes it; on any failure, deletes what the run wrote, and the earlier state stays.
     *
     * @throws AssayException if the folder can't be written, or another run published meanwhile
     */
    public Manifest publish(SparkSession session, RunInfo run, Consumer<Draft> work) {
        makeFolder();
        Draft draft = draft(session, run);
        boolean done = false;
        try {
            work.accept(draft);
            Manifest manifest = draft.publish();
            done = true;
            return manifest;
        } finally {
            if (!done) {
                draft.abandon();
            }
        }
    }

    /** Earlier states. */
    public History history() {
        return new History(this);
    }

    FileStatus[] globbed(String pattern) throws IOException {
        FileStatus[] found = fileSystem().globStatus(new Path(root, pattern));
        return found == null ? new FileStatus[0] : found;
    }

    String relative(Path path) {
        return root.toUri().relativize(path.toUri()).getPath();
    }

    private void makeFolder() {
        try {
            if (!fileSystem().mkdirs(new Path(root, "tables"))) {
                throw new IOException("the folder can't be made");
            }
        } catch (IOException unwritable) {
            throw AssayException.failed(
                    "the warehouse " + root + " can't be written: "
                            + String.valueOf(unwritable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + "; name another folder after --warehouse, or mend its permissions",
                    unwritable);
        }
    }

    /** The folder of a part. */
    public Path folder(Manifest.Part part) {
        return new Path(root, part.path());
    }

    Dataset<Row> rows(SparkSession session, Table table, List<Manifest.Part> parts) {
        String[] files = parts.stream()
                .flatMap(part -> files(part).stream())
                .map(Path::toString)
                .toArray(String[]::new);
        return files.length == 0
                ? session.createDataFrame(List.<Row>of(), table.schema())
                : session.read().schema(table.schema()).parquet(files);
    }

    static long presentIn(List<Manifest.Part> parts, String column) {
        return parts.stream()
                .mapToLong(part -> part.rows() - part.nulls().getOrDefault(column, 0L))
                .sum();
    }

    /** The files of a part, each checked to be there with the length that was published. */
    private List<Path> files(Manifest.Part part) {
        if (part.files().isEmpty()) {
            return List.of();
        }
        Map<String, Long> found = new HashMap<>();
        try {
            Arrays.stream(fileSystem().listStatus(folder(part)))
                    .forEach(file -> found.put(file.getPath().getName(), file.getLen()));
        } catch (IOException gone) {
            throw damaged(folder(part), "can't be listed (" + gone.getMessage() + ")");
        }
        List<Path> paths = new ArrayList<>();
        for (Manifest.DataFile file : part.files()) {
            Path path = new Path(folder(part), file.name());
            Long bytes = found.get(file.name());
            if (bytes == null) {
                throw damaged(path, "is missing");
            }
            if (bytes != file.bytes()) {
                throw damaged(path, "has " + bytes + " bytes instead of " + file.bytes());
            }
            paths.add(path);
        }
        return paths;
    }

    private static AssayException damaged(Path path, String how) {
        return AssayException.failed("the published file " + path + " " + how
                + ": restore it from a copy, or run again with --force to compute it anew");
    }

    Manifest read(Path path) throws IOException {
        return Manifest.parse(AtomicFile.read(fileSystem(), path), path.toString());
    }

    Path manifests() {
        return new Path(root, "manifests");
    }

    FileSystem fileSystem() throws IOException {
        return root.getFileSystem(hadoop);
    }

    Configuration hadoop() {
        return hadoop;
    }
}
