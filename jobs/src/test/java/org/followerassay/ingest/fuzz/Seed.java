package org.followerassay.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file of a fixture, to be changed while the others stay. As bytes: its path below {@code datasets/fixtures}, a line
 * feed, and what is in it.
 *
 * @param path such as {@code x-archive/2026-10/data/follower.js}, or {@code x-archive/2026-10.zip} for all of a case
 */
public record Seed(String path, byte[] content) {
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "lines", List.of("csv", "txt", "tsv", "edges", "circles", "net", "mtx"),
            "json", List.of("json", "js", "jsonl", "ndjson"),
            "xml", List.of("xml", "graphml", "gexf", "html"),
            "zip", List.of("zip"));

    static final List<String> FAMILIES = List.of("lines", "json", "xml", "zip", "binary");

    static Path fixtures() {
        return Path.of(System.getProperty("fuzz.fixtures", "../datasets/fixtures"));
    }

    /** Which parsers such a file goes to, told by its ending; whatever has none of the known ones is binary. */
    static String family(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return ENDINGS.entrySet().stream()
                .filter(family -> family.getValue().contains(ending))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("binary");
    }

    byte[] bytes() {
        byte[] name = (path + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(name, name.length + content.length);
        System.arraycopy(content, 0, bytes, name.length, content.length);
        return bytes;
    }

    static Seed of(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String path = new String(bytes, 0, end, StandardCharsets.UTF_8);
        return new Seed(path, Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length));
    }

    /** All seeds of a family, in the order of their paths. */
    static List<Seed> ofFamily(String family) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (Path fixture : cases()) {
            if (Files.isRegularFile(fixture)) {
                String path = fixtures().relativize(fixture).toString();
                if (family(path).equals(family)) {
                    seeds.add(new Seed(path, Files.readAllBytes(fixture)));
                }
                continue;
            }
            Map<String, byte[]> files = files(fixture);
            String base = fixtures().relativize(fixture).toString();
            if (family.equals("zip")) {
                seeds.add(new Seed(base + ".zip", zipped(files)));
            }
            files.forEach((below, content) -> {
                if (family(below).equals(family)) {
                    seeds.add(new Seed(base + "/" + below, content));
                }
            });
        }
        return seeds;
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(fixtures(), 2)) {
            return paths.filter(path -> path.getNameCount() == fixtures().getNameCount() + 2)
                    .sorted()
                    .toList();
        }
    }

    /** The files of a folder by their paths in it. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Stored, so that a changed byte is a changed byte of a file and not of its packing alone.
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                entry.setMethod(file.getKey().hashCode() % 2 == 0 ? ZipEntry.STORED : ZipEntry.DEFLATED);
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Writes the seeds of a family to a folder, each into a file of its own. */
    public static void main(String[] familyAndFolder) throws IOException {
        Path folder = Files.createDirectories(Path.of(familyAndFolder[1]));
        int number = 0;
        for (Seed seed : ofFamily(familyAndFolder[0])) {
            Files.write(folder.resolve(String.format("%04d", number++)), seed.bytes());
        }
    }
}
