package org.followerassay.ingest.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.followerassay.flow.AssayException;

/**
 * The files of a folder and of all folders in it.
 *
 * <p>On a local disk Hadoop's own listing follows links, out of the folder and round in circles, and a pipe would be waited
 * for without end. Here a link to a file of the same folder is read, since some programs that keep large data sets lay
 * them out so; any other link is refused.
 */
final class FolderListing {
    interface Found {
        void file(String below, FileStatus status) throws IOException;
    }

    private final FileSystem fileSystem;
    private final String shown;
    private final Limits limits;
    private final Predicate<String> unmeant;
    private final java.nio.file.Path localRoot;

    private FolderListing(FileSystem fileSystem, Path root, String shown, Limits limits, Predicate<String> unmeant)
            throws IOException {
        this.fileSystem = fileSystem;
        this.shown = shown;
        this.limits = limits;
        this.unmeant = unmeant;
        boolean isLocal = "file".equals(fileSystem.getUri().getScheme());
        this.localRoot = isLocal ? local(root).toRealPath() : null;
    }

    /** @param unmeant paths below the folder that are passed over unseen, whatever lies there */
    static void of(
            FileSystem fileSystem, Path root, String shown, Limits limits, Predicate<String> unmeant, Found found)
            throws IOException {
        new FolderListing(fileSystem, root, shown, limits, unmeant).walk(root, found);
    }

    private void walk(Path root, Found found) throws IOException {
        Deque<Path> folders = new ArrayDeque<>();
        folders.add(root);
        String path = root.toString();
        int prefix = path.endsWith("/") ? path.length() : path.length() + 1;
        long seen = 0;
        while (!folders.isEmpty()) {
            Path folder = folders.poll();
            if (localRoot != null) {
                refuseTraps(local(folder).toRealPath());
            }
            RemoteIterator<FileStatus> children = fileSystem.listStatusIterator(folder);
            while (children.hasNext()) {
                FileStatus child = children.next();
                String below = child.getPath().toString().substring(prefix);
                Place.refuseTooMany(shown, ++seen, limits);
                Place.refuseTooDeep(shown, below);
                if (unmeant.test(child.isDirectory() ? below + "/" : below)) {
                    continue;
                }
                if (child.isDirectory()) {
                    folders.add(child.getPath());
                } else {
                    found.file(below, child);
                }
            }
        }
    }

    /** Looks for itself, since Hadoop says nothing of a link to nowhere. */
    private void refuseTraps(java.nio.file.Path folder) throws IOException {
        try (DirectoryStream<java.nio.file.Path> children = Files.newDirectoryStream(folder)) {
            for (java.nio.file.Path child : children) {
                if (!unmeant.test(child.getFileName().toString())) {
                    refuseTrap(child);
                }
            }
        }
    }

    private void refuseTrap(java.nio.file.Path child) throws IOException {
        boolean isLink = Files.isSymbolicLink(child);
        if (isLink && (!Files.isRegularFile(child) || !child.toRealPath().startsWith(localRoot))) {
            throw AssayException.badInput(name(child) + " is a link that leads out of the folder or to no file: name"
                    + " what it points at after --input, or copy it there");
        }
        if (!isLink) {
            refuseDevice(name(child), child);
        }
    }

    private String name(java.nio.file.Path child) {
        return shown + "/" + Words.harmless(localRoot.relativize(child).toString());
    }

    /** @throws AssayException if the path is a pipe, a socket or a device, which can't be read twice */
    static void refuseDevice(String shown, java.nio.file.Path path) throws IOException {
        if (Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw AssayException.badInput(
                    shown + " is a pipe or a device: save what it gives to a file, and name that");
        }
    }

    static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
