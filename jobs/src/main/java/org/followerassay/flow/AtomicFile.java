package org.followerassay.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file that appears whole or not at all, and only if no other writer made one of that name first. */
final class AtomicFile {
    /**
     * Creates a file in one step.
     *
     * <p>Local disks: a hard link to a finished temporary file, since a local rename replaces silently. HDFS and others
     * with an atomic rename: rename without overwrite. Object stores: one conditional put, visible at its end.
     *
     * @throws FileAlreadyExistsException if the file is there already
     */
    static void create(FileSystem fileSystem, Path path, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        switch (fileSystem.getUri().getScheme()) {
            case "file" -> link(path, bytes);
            case "hdfs", "viewfs", "webhdfs", "abfs", "abfss" -> rename(fileSystem, path, bytes);
            default -> put(fileSystem, path, bytes);
        }
    }

    static String read(FileSystem fileSystem, Path path) throws IOException {
        try (InputStream in = fileSystem.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void link(Path path, byte[] bytes) throws IOException {
        java.nio.file.Path target = Paths.get(path.toUri().getPath());
        Files.createDirectories(target.getParent());
        java.nio.file.Path temporary = Files.createTempFile(target.getParent(), ".manifest-", ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.createLink(target, temporary);
        } catch (java.nio.file.FileAlreadyExistsException taken) {
            throw new FileAlreadyExistsException(path.toString());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void rename(FileSystem fileSystem, Path path, byte[] bytes) throws IOException {
        Path temporary = new Path(path.getParent(), "." + path.getName() + "-" + System.nanoTime() + ".tmp");
        put(fileSystem, temporary, bytes);
        try {
            FileContext.getFileContext(path.toUri(), fileSystem.getConf()).rename(temporary, path);
        } finally {
            deleteQuietly(fileSystem, temporary);
        }
    }

    private static void deleteQuietly(FileSystem fileSystem, Path temporary) {
        try {
            fileSystem.delete(temporary, false);
        } catch (IOException leftBehind) {
            // Nobody reads a name that begins with a dot.
        }
    }

    private static void put(FileSystem fileSystem, Path path, byte[] bytes) throws IOException {
        try (OutputStream out = fileSystem.create(path, false)) {
            out.write(bytes);
        }
    }

    private AtomicFile() {}
}
