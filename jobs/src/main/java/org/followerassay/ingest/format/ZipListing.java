package org.followerassay.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/** The files in a zip, by its directory. A zip that leads out of itself, or names a file twice, is refused. */
final class ZipListing {
    record Found(String path, Stretch stretch) {}

    static List<Found> of(Stretch zip, Limits limits, Configuration hadoop) {
        Path path = new Path(zip.path());
        List<Found> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (ZipFile file = ZipEntries.open(path.getFileSystem(hadoop), path)) {
            Enumeration<ZipArchiveEntry> entries = file.getEntries();
            long unpacked = 0;
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                String name = entry.getName().replace('\\', '/');
                refuseTraps(zip.shown(), entry, name);
                if (entry.isDirectory()) {
                    continue;
                }
                if (!names.add(name)) {
                    throw AssayException.badInput(
                            zip.shown() + " names " + shortened(name) + " twice: download it again");
                }
                unpacked += Math.max(0, entry.getSize());
                if (unpacked > limits.bytes()) {
                    throw AssayException.badInput(zip.shown() + " unpacks to more than " + Words.number(limits.bytes())
                            + " bytes: raise --max-unpacked-bytes if that is right");
                }
                Place.refuseTooMany(zip.shown(), names.size(), limits);
                found.add(new Found(
                        name,
                        new Stretch(
                                zip.path(),
                                entry.getName(),
                                zip.shown() + "!" + name,
                                Compression.NONE,
                                entry.getSize(),
                                limits)));
            }
            return found;
        } catch (IOException | IllegalArgumentException damaged) {
            throw AssayException.badInput(
                    zip.shown() + " is damaged or cut short (" + damaged.getMessage() + "): copy or export it again",
                    damaged);
        }
    }

    private static void refuseTraps(String zip, ZipArchiveEntry entry, String name) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw AssayException.badInput(zip + " is encrypted: unpack it, and name the folder");
        }
        boolean leadsOut = name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
        if (leadsOut) {
            throw AssayException.badInput(zip + " names a file outside of itself (" + shortened(name)
                    + "): do not trust it, download the export again");
        }
        if (entry.isUnixSymlink()) {
            throw AssayException.badInput(zip + " holds a link instead of a file (" + shortened(name)
                    + "): do not trust it, download the export again");
        }
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    private ZipListing() {}
}
