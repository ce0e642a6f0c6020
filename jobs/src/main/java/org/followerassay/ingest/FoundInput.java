package org.followerassay.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/**
 * A file, or a folder that is one export as a whole.
 *
 * @param name as on the command line; below a folder, that and the way to it
 * @param bytes 0 for a folder
 */
record FoundInput(Path path, String name, long bytes, boolean isFolder) {
    /** The lists of an X archive, as its files are named. */
    static final Pattern LIST_FILE = Pattern.compile("(follower|following)(?:-part([0-9]+))?\\.js");

    InputFile file() {
        return new InputFile(path, name, bytes);
    }

    /** The inputs that a file or folder stands for, folders in the order of their files' names. */
    static List<FoundInput> at(String input, Configuration hadoop) {
        try {
            Path path = new Path(input);
            FileSystem fileSystem = path.getFileSystem(hadoop);
            FileStatus status = fileSystem.getFileStatus(path);
            List<FoundInput> found = new ArrayList<>();
            collect(fileSystem, status, input.replaceAll("(?<=[^/])/+$", ""), found);
            if (found.isEmpty()) {
                throw AssayException.badInput(input + " is a folder without exports: name a file, or another folder");
            }
            return found;
        } catch (FileNotFoundException missing) {
            throw AssayException.badInput(input + " does not exist: correct the path after --input", missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw AssayException.badInput(
                    input + " can't be read (" + unreadable.getMessage() + "): check the path after --input",
                    unreadable);
        }
    }

    private static void collect(FileSystem fileSystem, FileStatus status, String name, List<FoundInput> found)
            throws IOException {
        if (status.isFile()) {
            found.add(new FoundInput(status.getPath(), name, status.getLen(), false));
            return;
        }
        FileStatus[] children = fileSystem.listStatus(status.getPath());
        if (isArchive(fileSystem, children)) {
            found.add(new FoundInput(status.getPath(), name, 0, true));
            return;
        }
        Arrays.sort(children, Comparator.comparing(child -> child.getPath().getName()));
        for (FileStatus child : children) {
            String childName = child.getPath().getName();
            if (!childName.startsWith(".") && !childName.startsWith("_")) {
                collect(fileSystem, child, name + "/" + childName, found);
            }
        }
    }

    private static boolean isArchive(FileSystem fileSystem, FileStatus[] children) throws IOException {
        for (FileStatus child : children) {
            if (child.isFile() && LIST_FILE.matcher(child.getPath().getName()).matches()) {
                return true;
            }
            if (child.isDirectory() && child.getPath().getName().equals("data")) {
                for (FileStatus inData : fileSystem.listStatus(child.getPath())) {
                    if (LIST_FILE.matcher(inData.getPath().getName()).matches()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
