package org.followerassay.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/** The files in a zip, by its directory. A zip that leads out of itself, or names a file twice, is refused. */
final class ZipListing {
    private static final int KIND_OF_FILE = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;

    record Found(String path, Stretch stretch) {}

    static List<Found> of(Stretch zip, Limits limits, Configuration hadoop) {
        Path path = new Path(zip.path());
        List<Found> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipDirectory.Item item : items(zip, path, limits, hadoop)) {
            String name = item.name().replace('\\', '/');
            refuseTraps(zip.shown(), item, name);
            if (item.isFolder()) {
                continue;
            }
            name = withoutEmptySteps(name);
            if (!names.add(name)) {
                throw AssayException.badInput(zip.shown() + " names " + shown(name) + " twice: download it again");
            }
            if (item.unpacked() > limits.bytes() - unpacked) {
                throw AssayException.badInput(zip.shown() + " unpacks to more than " + Words.number(limits.bytes())
                        + " bytes: raise --max-unpacked-bytes if that is right");
            }
            unpacked += item.unpacked();
            String shown = zip.shown() + "!" + Words.harmless(name);
            found.add(new Found(
                    name, new Stretch(zip.path(), name, shown, Compression.NONE, item.unpacked(), limits, item.at())));
        }
        return found;
    }

    private static List<ZipDirectory.Item> items(Stretch zip, Path path, Limits limits, Configuration hadoop) {
        try {
            FileSystem fileSystem = path.getFileSystem(hadoop);
            try (FSDataInputStream in = fileSystem.open(path)) {
                return ZipDirectory.items(in, fileSystem.getFileStatus(path).getLen(), zip.shown(), limits);
            }
        } catch (IOException damaged) {
            throw AssayException.badInput(
                    zip.shown() + " is damaged or cut short (" + Words.why(damaged)
                            + "): copy or export it again, or unpack it and name the folder",
                    damaged);
        }
    }

    private static void refuseTraps(String zip, ZipDirectory.Item item, String name) {
        if (item.isEncrypted()) {
            throw AssayException.badInput(zip + " is encrypted: unpack it, and name the folder");
        }
        boolean leadsOut = name.startsWith("/")
                || name.matches("(?s)[A-Za-z]:.*")
                || Arrays.asList(name.split("/")).contains("..");
        if (leadsOut) {
            throw AssayException.badInput(zip + " names a file outside of itself (" + shown(name)
                    + "): do not trust it, download the export again");
        }
        int kind = item.unixMode() & KIND_OF_FILE;
        if (kind != 0 && kind != FILE && kind != FOLDER) {
            throw AssayException.badInput(zip + " holds a link instead of a file (" + shown(name)
                    + "): do not trust it, download the export again");
        }
        Place.refuseTooDeep(zip, name);
    }

    /** {@code ./a//b} is a/b. */
    private static String withoutEmptySteps(String name) {
        return Arrays.stream(name.split("/"))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .collect(Collectors.joining("/"));
    }

    private static String shown(String name) {
        return Words.harmless(name.length() <= 80 ? name : name.substring(0, 80) + "…");
    }

    private ZipListing() {}
}
