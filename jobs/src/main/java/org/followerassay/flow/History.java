package org.followerassay.flow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The earlier states of a warehouse, and what broken runs left beside them.
 *
 * <p>States share files: a run carries over what is unchanged. So a file goes only when no state that stays names it. Manifests go
 * first; whoever is interrupted leaves files without a name, which the next one finds.
 */
public final class History {
    /** Files that no manifest names and that nobody has touched for so long are no run's that is at work. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Warehouse warehouse;

    /**
     * What was deleted.
     *
     * @param states earlier states
     * @param folders of tables' parts
     * @param bytes in these
     * @param kept states that are left, the current one included
     */
    public record Purged(int states, int folders, long bytes, int kept) {}

    private record State(FileStatus file, Manifest manifest) {}

    History(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** How many states are kept, the current one included. */
    public int states() {
        try {
            return warehouse.globbed("manifests/*").length;
        } catch (IOException unreadable) {
            throw failed("read", unreadable);
        }
    }

    /**
     * Deletes every file that the current manifest does not name: all earlier states, and what broken runs left. A run that is at
     * work here at the same time loses what it has written.
     */
    public void deleteAll() {
        Manifest current = warehouse.published();
        try {
            for (FileStatus file : warehouse.globbed("manifests/*")) {
                if (!file.getPath().getName().equals(Draft.manifestName(current.number()))) {
                    warehouse.fileSystem().delete(file.getPath(), false);
                }
            }
            for (FileStatus folder : unnamed(named(List.of(current)))) {
                warehouse.fileSystem().delete(folder.getPath(), true);
            }
        } catch (IOException undeletable) {
            throw failed("deleted", undeletable);
        }
    }

    /**
     * Deletes the states that were published before a time, but for the current one, the files that only they name, and what
     * broken runs left a day ago or earlier. Safe beside readers of what stays, and beside a run at work.
     *
     * @param pretend only count
     */
    public Purged purge(Instant before, boolean pretend) {
        Manifest current = warehouse.published();
        List<State> old = new ArrayList<>();
        List<Manifest> kept = new ArrayList<>();
        try {
            for (FileStatus file : warehouse.globbed("manifests/[0-9]*.json")) {
                Manifest manifest = warehouse.read(file.getPath());
                // Numbers above the current one were published since.
                boolean stays = manifest.number() >= current.number()
                        || !Instant.parse(manifest.publishedAt()).isBefore(before);
                if (stays) {
                    kept.add(manifest);
                } else {
                    old.add(new State(file, manifest));
                }
            }
            Set<String> gone = named(old.stream().map(State::manifest).toList());
            long abandoned = Instant.now().minus(ABANDONED).toEpochMilli();
            List<FileStatus> folders = unnamed(named(kept)).stream()
                    .filter(folder -> folder.getModificationTime() < abandoned || isIn(gone, folder))
                    .toList();
            long bytes = 0;
            for (FileStatus folder : folders) {
                bytes += warehouse
                        .fileSystem()
                        .getContentSummary(folder.getPath())
                        .getLength();
            }
            if (!pretend) {
                for (State state : old) {
                    warehouse.fileSystem().delete(state.file().getPath(), false);
                }
                for (FileStatus folder : folders) {
                    warehouse.fileSystem().delete(folder.getPath(), true);
                }
            }
            return new Purged(old.size(), folders.size(), bytes, kept.size());
        } catch (IOException undeletable) {
            throw failed("deleted", undeletable);
        }
    }

    private static Set<String> named(List<Manifest> manifests) {
        Set<String> paths = new HashSet<>();
        manifests.forEach(manifest ->
                manifest.tables().values().forEach(parts -> parts.forEach(part -> paths.add(part.path()))));
        return paths;
    }

    /** Folders of parts, or of the sources within one, that hold nothing named. */
    private List<FileStatus> unnamed(Set<String> named) throws IOException {
        Set<String> holding = new HashSet<>(named);
        named.forEach(path -> holding.add(new Path(path).getParent().toString()));
        List<FileStatus> folders = new ArrayList<>();
        for (FileStatus part : warehouse.globbed("tables/*/*/*")) {
            if (!holding.contains(warehouse.relative(part.getPath()))) {
                folders.add(part);
            }
        }
        for (FileStatus source : warehouse.globbed("tables/*/*/*/source=*")) {
            String part = warehouse.relative(source.getPath().getParent());
            boolean partIsKept = holding.contains(part) && !named.contains(part);
            if (partIsKept && !named.contains(warehouse.relative(source.getPath()))) {
                folders.add(source);
            }
        }
        return folders;
    }

    private boolean isIn(Set<String> named, FileStatus folder) {
        String path = warehouse.relative(folder.getPath());
        return named.contains(path) || named.stream().anyMatch(one -> one.startsWith(path + "/"));
    }

    private AssayException failed(String what, IOException cause) {
        return AssayException.failed(
                "earlier states in " + warehouse.root() + " can't be " + what + ": " + cause.getMessage(), cause);
    }
}
