package org.followerassay.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Manifest;

/**
 * A folder that holds one report and nothing else, under any Hadoop URI.
 *
 * <p>A report is whole if its {@code manifest.json} is there: the old one goes before the first file changes, the new one
 * comes after the last. A write that was interrupted can simply be done again. Only files that a report may hold are ever
 * replaced or deleted.
 */
final class ReportFolder implements AutoCloseable {
    static final String HTML = "report.html";
    static final String JSON = "report.json";
    static final String MARKDOWN = "summary.md";
    private static final Set<String> FILES = Set.of(HTML, JSON, MARKDOWN);
    private static final String MANIFEST = "manifest.json";
    private static final String TABLES = "tables";

    private final FileSystem fileSystem;
    private final Path root;

    private ReportFolder(FileSystem fileSystem, Path root) {
        this.fileSystem = fileSystem;
        this.root = root;
    }

    static ReportFolder at(String uri, Configuration hadoop) {
        try {
            Path path = new Path(uri);
            // An instance of its own: the shared one must go on writing checksum files beside the warehouse's tables.
            FileSystem own = FileSystem.newInstance(path.toUri(), hadoop);
            own.setWriteChecksum(false);
            return new ReportFolder(own, own.makeQualified(path));
        } catch (IOException | IllegalArgumentException unreachable) {
            throw AssayException.usage("the report's folder '" + uri + "' can't be reached: " + unreachable.getMessage()
                    + "; name another after --out");
        }
    }

    /**
     * Stops before any work if the folder is not for a report.
     *
     * @throws AssayException if it holds something that no report has
     */
    void refuseForeign() {
        try {
            for (FileStatus entry : list(root)) {
                String name = entry.getPath().getName();
                boolean known = entry.isDirectory()
                        ? name.equals(TABLES)
                        : FILES.contains(name) || (name.equals(MANIFEST) && isReport(entry));
                if (!known) {
                    throw foreign(entry.getPath());
                }
            }
            for (FileStatus entry : list(new Path(root, TABLES))) {
                if (!isTwin(entry)) {
                    throw foreign(entry.getPath());
                }
            }
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        }
    }

    private boolean isReport(FileStatus manifest) throws IOException {
        try (InputStream in = fileSystem.open(manifest.getPath())) {
            // A manifest of no bytes is what an interrupted write leaves.
            return manifest.getLen() == 0
                    || ReportManifest.isOne(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isTwin(FileStatus entry) {
        String name = entry.getPath().getName();
        int dot = name.lastIndexOf('.');
        return entry.isFile()
                && (name.endsWith(".csv") || name.endsWith(".parquet"))
                && Messages.has("table." + name.substring(0, dot));
    }

    private AssayException foreign(Path path) {
        return AssayException.usage("the folder " + root + " holds '" + path.getName()
                + "', which is not part of a report: name an empty or a new folder after --out");
    }

    ReportFiles replace(Map<String, byte[]> files, Manifest state, Map<String, Object> request) {
        try {
            fileSystem.delete(new Path(root, MANIFEST), false);
            List<String> tables = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String path = write(file.getKey(), file.getValue());
                if (file.getKey().startsWith(TABLES + "/")) {
                    tables.add(path);
                }
            }
            for (FileStatus entry : list(new Path(root, TABLES))) {
                if (!files.containsKey(TABLES + "/" + entry.getPath().getName())) {
                    fileSystem.delete(entry.getPath(), false);
                }
            }
            byte[] manifest = ReportManifest.json(files, state, request).getBytes(StandardCharsets.UTF_8);
            return new ReportFiles(new Path(root, HTML).toString(), write(MANIFEST, manifest), List.copyOf(tables));
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private String write(String name, byte[] bytes) throws IOException {
        Path path = new Path(root, name);
        try (OutputStream out = fileSystem.create(path, true)) {
            out.write(bytes);
        }
        return path.toString();
    }

    /** Entries of a folder, hidden ones left out; none if it is not there. */
    private List<FileStatus> list(Path folder) throws IOException {
        List<FileStatus> entries = new ArrayList<>();
        try {
            for (FileStatus entry : fileSystem.listStatus(folder)) {
                if (!entry.getPath().getName().startsWith(".")) {
                    entries.add(entry);
                }
            }
        } catch (FileNotFoundException nothingYet) {
            return List.of();
        }
        return entries;
    }

    private AssayException unwritable(IOException cause) {
        return AssayException.failed(
                "the report can't be written to " + root + ": " + cause.getMessage()
                        + "; name another folder after --out, or mend its permissions",
                cause);
    }

    @Override
    public void close() {
        try {
            fileSystem.close();
        } catch (IOException nothingLost) {
            // Every file was closed, and so written, before.
        }
    }
}
