package org.followerassay.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Hashes;
import org.followerassay.ingest.format.Compression;

/**
 * Which files of an X archive matter, and the two small ones among them already read. Nothing is ever unpacked to disk.
 *
 * @param lists the list files, followers before followees, in the order of their parts
 * @param account what account.js says, or missing
 * @param manifest what manifest.js says, or missing
 */
record ArchiveIndex(
        String name,
        String fileName,
        String sha256,
        long bytes,
        List<ListFile> lists,
        JsonNode account,
        JsonNode manifest) {

    /** One part of one of the two lists. */
    record ListFile(Unit unit, String direction, int part) {}

    private static final int LARGEST_SMALL_FILE = 16 << 20;
    private static final int MOST_SMALL_FILES = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    static ArchiveIndex ofFolder(FoundInput folder, Configuration hadoop) {
        try {
            FileSystem fileSystem = folder.path().getFileSystem(hadoop);
            Path data = new Path(folder.path(), "data");
            boolean hasData = Arrays.stream(fileSystem.listStatus(folder.path()))
                    .noneMatch(file -> FoundInput.LIST_FILE
                            .matcher(file.getPath().getName())
                            .matches());
            Path from = hasData ? data : folder.path();
            String below = folder.name() + (hasData ? "/data/" : "/");
            TreeMap<String, String> digests = new TreeMap<>();
            TreeMap<Integer, ListFile> lists = new TreeMap<>();
            Map<String, JsonNode> small = new HashMap<>();
            long bytes = 0;
            FileStatus[] files = fileSystem.listStatus(from);
            Arrays.sort(files, Comparator.comparing(file -> file.getPath().getName()));
            for (FileStatus status : files) {
                String name = status.getPath().getName();
                InputFile file = new InputFile(status.getPath(), below + name, status.getLen());
                boolean isSmall = name.equals("account.js") || name.equals("manifest.js");
                Optional<ListFile> list = listFile(name, Unit.whole(file, Compression.NONE));
                if (isSmall || list.isPresent()) {
                    digests.put(name, file.sha256(hadoop));
                    bytes += status.getLen();
                }
                list.ifPresent(part -> lists.put(order(part), part));
                if (isSmall) {
                    try (InputStream in = file.open(hadoop)) {
                        small.put(name, json(file.name(), in));
                    }
                }
            }
            return index(folder.name(), folder.path().getName(), Hashes.of(digests), bytes, lists, small);
        } catch (IOException unreadable) {
            throw AssayException.badInput(
                    folder.name() + " can't be read (" + unreadable.getMessage() + "): check its permissions",
                    unreadable);
        }
    }

    /** Reads the zip once from beginning to end, for its digest and its small files. */
    static ArchiveIndex ofZip(InputFile zip, Configuration hadoop) {
        MessageDigest digest = Hashes.sha256();
        TreeMap<String, TreeMap<Integer, ListFile>> lists =
                new TreeMap<>(Comparator.comparing(ArchiveIndex::depth).thenComparing(Comparator.naturalOrder()));
        Map<String, JsonNode> small = new HashMap<>();
        try (DigestInputStream in = new DigestInputStream(zip.open(hadoop), digest)) {
            ZipInputStream entries = new ZipInputStream(in);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                String name = path.substring(path.lastIndexOf('/') + 1);
                String folder = path.substring(0, path.length() - name.length());
                if (path.contains("__MACOSX/") || name.startsWith(".")) {
                    continue;
                }
                Unit unit = new Unit(
                        zip.path().toString(),
                        entry.getName(),
                        zip.name() + "!" + path,
                        Compression.NONE,
                        0,
                        Long.MAX_VALUE,
                        0);
                listFile(name, unit)
                        .ifPresent(part -> lists.computeIfAbsent(folder, at -> new TreeMap<>())
                                .put(order(part), part));
                if ((name.equals("account.js") || name.equals("manifest.js")) && small.size() < MOST_SMALL_FILES) {
                    small.put(path, json(zip.name() + "!" + path, entries));
                }
            }
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | IllegalArgumentException damaged) {
            throw zip.damaged(String.valueOf(damaged.getMessage()));
        }
        if (lists.isEmpty()) {
            throw AssayException.badInput(zip.name() + " is a zip without data/follower.js and data/following.js, so no"
                    + " X archive: unpack it and name the files that it holds");
        }
        String folder = lists.firstKey();
        Map<String, JsonNode> beside = new HashMap<>();
        for (String name : List.of("account.js", "manifest.js")) {
            beside.put(name, small.getOrDefault(folder + name, JSON.missingNode()));
        }
        return index(
                zip.name(),
                zip.fileName(),
                HexFormat.of().formatHex(digest.digest()),
                zip.bytes(),
                lists.get(folder),
                beside);
    }

    private static ArchiveIndex index(
            String name,
            String fileName,
            String sha256,
            long bytes,
            TreeMap<Integer, ListFile> lists,
            Map<String, JsonNode> small) {
        return new ArchiveIndex(
                name,
                fileName,
                sha256,
                bytes,
                List.copyOf(lists.values()),
                small.getOrDefault("account.js", JSON.missingNode()),
                small.getOrDefault("manifest.js", JSON.missingNode()));
    }

    /** Copies of an archive may lie deeper inside it; those are not read. */
    private static long depth(String folder) {
        return folder.chars().filter(character -> character == '/').count();
    }

    private static Optional<ListFile> listFile(String name, Unit unit) {
        Matcher list = FoundInput.LIST_FILE.matcher(name);
        if (!list.matches()) {
            return Optional.empty();
        }
        String direction = list.group(1).equals("follower") ? Lists.FOLLOWERS : Lists.FOLLOWEES;
        int part = list.group(2) == null ? 0 : Integer.parseInt(list.group(2));
        return Optional.of(new ListFile(unit, direction, part));
    }

    private static int order(ListFile list) {
        return list.part() + (list.direction().equals(Lists.FOLLOWERS) ? 0 : 1 << 30);
    }

    /** The value of {@code window.…  = value}. */
    private static JsonNode json(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_SMALL_FILE);
        String script = new String(bytes, StandardCharsets.UTF_8);
        try {
            return JSON.readTree(script.substring(script.indexOf('=') + 1));
        } catch (JsonProcessingException damaged) {
            throw AssayException.badInput(name + " is damaged or cut short (line "
                    + damaged.getLocation().getLineNr()
                    + " is not what an X archive holds): unpack or download the archive again");
        }
    }
}
