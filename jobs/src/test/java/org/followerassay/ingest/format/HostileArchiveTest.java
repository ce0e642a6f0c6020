package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips and folders that were made to do harm, or were damaged: each ends in a sentence, and nothing is written. */
class HostileArchiveTest {
    private static final byte[] TEXT = "1 2\n".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.csv",
                "a/../../out.csv",
                "/etc/out.csv",
                "C:/out.csv",
                "c:out.csv",
                "..\\out.csv",
                "\\out.csv"
            })
    void aNameThatLeadsOutOfTheZipIsRefused(String name) throws IOException {
        Path zip = new ZipDraft().file(name, "1 2\n").in(folder);

        assertRefused(zip, "export.zip names a file outside of itself (");
        assertEquals(List.of("export.zip"), names(folder));
    }

    @Test
    void twoDotsWithinANameLeadNowhere() throws IOException {
        Path zip = new ZipDraft().file("a..b/c..csv", "1 2\n").in(folder);

        assertEquals(
                "a..b/c..csv",
                paths(zip.getParent().resolve("export.zip")).toString().replaceAll("[\\[\\]]", ""));
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() throws IOException {
        Path zip = new ZipDraft()
                .file("a.csv", TEXT, line -> {})
                .again("b.csv", 0)
                .again("c.csv", 0)
                .in(folder);

        assertRefused(zip, "two of its files are the same bytes");
    }

    @Test
    void anEntryThatReachesIntoTheNextIsRefused() throws IOException {
        Path zip = new ZipDraft()
                .file("a.csv", TEXT, line -> line.packed += 10)
                .file("b.csv", TEXT, line -> {})
                .in(folder);

        assertRefused(zip, "two of its files are the same bytes");
    }

    @Test
    void anEntryOutsideOfTheZipIsRefused() throws IOException {
        Path zip =
                new ZipDraft().file("a.csv", TEXT, line -> line.start = 1 << 20).in(folder);

        assertRefused(zip, "a file of it lies outside of it");
    }

    @ParameterizedTest
    @CsvSource({"-1, it unpacks to more than the 399 bytes that its zip states", "1, it ends after 400 of 401 bytes"})
    void aSizeThatIsALieEndsTheReading(int lie, String why) throws IOException {
        Path zip =
                new ZipDraft().file("a.csv", TEXT, line -> line.unpacked += lie).in(folder);

        assertUnreadable(zip, why);
    }

    @Test
    void aChecksumThatIsWrongEndsTheReading() throws IOException {
        Path zip = new ZipDraft().file("a.csv", TEXT, line -> line.checksum++).in(folder);

        assertUnreadable(zip, "its checksum is wrong");
    }

    @Test
    void anEntryWithTwoNamesIsNotRead() throws IOException {
        Path zip = new ZipDraft()
                .file("a.csv", TEXT, line -> line.localName = "b.csv".getBytes(StandardCharsets.UTF_8))
                .in(folder);

        assertUnreadable(zip, "the zip gives it two names");
    }

    @Test
    void aMethodOfPackingThatIsNotReadIsNamed() throws IOException {
        Path zip = new ZipDraft().file("a.csv", TEXT, line -> line.method = 14).in(folder);

        assertUnreadable(zip, "packed by method 14, which is not read: unpack the zip");
    }

    @Test
    void aSmallFileThatUnfoldsFurtherThanTextsDoIsNotReadToItsEnd() throws IOException {
        Path zip = new ZipDraft().file("a.csv", new byte[8 << 20], line -> {}).in(folder);

        assertUnreadable(zip, "it unpacks to more than 400 times its size (--max-ratio)");
    }

    @Test
    void aZipThatUnpacksToMoreThanIsAllowedIsRefusedByItsDirectory() throws IOException {
        Path zip = new ZipDraft()
                .file("a.csv", TEXT, line -> {})
                .file("b.csv", TEXT, line -> {})
                .in(folder);

        assertTrue(refusal(zip, new Limits(10, 400, 799)).contains("unpacks to more than 799 bytes"));
        assertEquals(2, place(zip, new Limits(10, 400, 800)).entries().size());
    }

    @Test
    void sizesThatOverflowWhenAddedAreRefused() throws IOException {
        byte[] huge = new byte[12];
        huge[0] = 1;
        huge[2] = 8;
        Arrays.fill(huge, 4, 11, (byte) 0xff);
        huge[11] = 0x7f;
        ZipDraft draft = new ZipDraft();
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            draft.file(name, TEXT, line -> {
                line.unpacked = 0xffffffffL;
                line.extra = huge;
            });
        }

        assertRefused(draft.in(folder), "unpacks to more than");
    }

    @Test
    void moreFilesThanAllowedAreRefusedWhateverTheZipStates() throws IOException {
        ZipDraft draft = new ZipDraft();
        for (int i = 0; i < 20; i++) {
            draft.file(i + ".csv", "1 2\n");
        }
        Limits few = new Limits(19, 400, 1 << 20);

        assertTrue(refusal(draft.in(folder), few).contains("holds more than 19 files"));
        Path lying = Files.write(folder.resolve("lying.zip"), draft.bytes(5));
        assertTrue(refusal(lying, few).contains("holds more than 19 files"));
        assertRefused(lying, "its list of files is not as long as it says");
    }

    @Tag("slow")
    @Test
    void manyFilesAreListedInLittleMemoryAndTime() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            out.setUseZip64(Zip64Mode.AsNeeded);
            for (int i = 0; i < 200_000; i++) {
                ZipArchiveEntry entry = new ZipArchiveEntry("data/" + i + ".js");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                out.putArchiveEntry(entry);
                out.closeArchiveEntry();
            }
        }

        Place place = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> place(zip, Limits.defaults()));

        assertEquals(200_000, place.entries().size());
        assertEquals(200_000, place.in("data").entries().size());
        assertEquals(0, place.entries().get(199_999).open().readAllBytes().length);
    }

    @Test
    void aFileNamedTwiceIsRefusedHoweverItIsWritten() throws IOException {
        assertRefused(
                new ZipDraft().file("a/b.csv", "1 2\n").file("a/b.csv", "3 4\n").in(folder), "names a/b.csv twice");
        assertRefused(
                new ZipDraft().file("a/b.csv", "1 2\n").file("./a//b.csv", "3").in(folder), "names a/b.csv twice");
        assertRefused(
                new ZipDraft().file("a/b.csv", "1 2\n").file("a\\b.csv", "3").in(folder), "names a/b.csv twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0x40, 0x2000})
    void anEncryptedEntryIsRefused(int flag) throws IOException {
        assertRefused(
                new ZipDraft().file("a.csv", TEXT, line -> line.flags = flag).in(folder),
                "export.zip is encrypted: unpack it, and name the folder");
    }

    @ParameterizedTest
    @ValueSource(ints = {0120777, 0010644, 0020644, 0060644})
    void aLinkOrDeviceInAZipIsRefused(int mode) throws IOException {
        assertRefused(
                new ZipDraft().file("a.csv", TEXT, line -> line.mode = mode).in(folder),
                "holds a link instead of a file (a.csv)");
    }

    @Test
    void aZipWithinAZipStaysAFileOfIt() throws IOException {
        byte[] inner = new ZipDraft().file("a.csv", "1 2\n").bytes();
        Path zip = new ZipDraft().file("inner.zip", inner, line -> {}).in(folder);

        assertEquals(List.of("inner.zip"), paths(zip));
        assertArrayEquals(inner, Staged.place(zip).entries().get(0).head());
    }

    @Test
    void aLargeZipsLongerNumbersAreRead() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            out.setUseZip64(Zip64Mode.AlwaysWithCompatibility);
            out.putArchiveEntry(new ZipArchiveEntry("a.csv"));
            out.write(TEXT);
            out.closeArchiveEntry();
        }

        assertArrayEquals(TEXT, Staged.place(zip).entries().get(0).head());
    }

    @Test
    void javasOwnZipsAreRead() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setComment("with a comment");
            out.putNextEntry(new ZipEntry("folder/"));
            out.putNextEntry(new ZipEntry("folder/naïve.csv"));
            out.write(TEXT);
        }

        assertEquals(List.of("folder/naïve.csv"), paths(zip));
        assertArrayEquals(TEXT, Staged.place(zip).entries().get(0).head());
    }

    @Test
    void bytesInFrontOfAZipAreRefused() throws IOException {
        byte[] zip = new ZipDraft().file("a.csv", "1 2\n").bytes();
        byte[] other = new ZipDraft().file("b.csv", "3 4\n").bytes();

        assertRefused(written(zip, zip), "there are other bytes in front of it");
        assertRefused(written(other, zip), "there are other bytes in front of it");
        assertRefused(written("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), zip), "there are other bytes in front");
    }

    @Test
    void aZipThatIsCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = new ZipDraft()
                .file("a.csv", TEXT, line -> {})
                .file("b.csv", "1 2\n")
                .bytes();
        for (int length = 0; length < whole.length; length++) {
            Path zip = Files.write(folder.resolve("export.zip"), Arrays.copyOf(whole, length));
            assertRefused(zip, "export.zip is damaged or cut short (");
        }
    }

    @Tag("slow")
    @Test
    void noDamagedByteEndsInACrash() throws IOException {
        byte[] whole = new ZipDraft()
                .file("a.csv", TEXT, line -> {})
                .file("b.csv", "1 2\n")
                .bytes();
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                readOrRefuse(Files.write(folder.resolve("export.zip"), damaged));
            }
        }
    }

    private static void readOrRefuse(Path zip) {
        try {
            for (Entry entry : Staged.place(zip).entries()) {
                try (InputStream in = entry.open()) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (AssayException | IOException said) {
            assertTrue(said.getMessage().length() > 10, said.getMessage());
        }
    }

    @Test
    void namesInOtherLettersAreReadAndDangerousOnesAreShownHarmless() throws IOException {
        byte[] dos = {'M', (byte) 0x81, 'l', 'l', 'e', 'r', '.', 'c', 's', 'v'};
        Path zip = new ZipDraft()
                .file("x", TEXT, line -> line.name = dos)
                .file("evil\u202evsc.exe\u001b[2J\n.csv", "1 2\n")
                .in(folder);

        List<Entry> entries = Staged.place(zip).entries();

        assertEquals("Müller.csv", entries.get(0).path());
        assertEquals(
                "export.zip!evil\\u202evsc.exe\\u001b[2J\\u000a.csv",
                entries.get(1).shown());
    }

    @Test
    void pathsThatAreTooDeepToWalkAreRefused() throws IOException {
        assertRefused(
                new ZipDraft().file("a/".repeat(20_000) + "b.csv", "1 2\n").in(folder), "holds a path longer than");
        assertRefused(new ZipDraft().file("a/".repeat(101) + "b.csv", "1 2\n").in(folder), "100 folders");
        assertEquals(
                1,
                paths(new ZipDraft().file("a/".repeat(100) + "b.csv", "1 2\n").in(folder))
                        .size());
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.csv"), "1 2\n");
        Files.createSymbolicLink(folder.resolve("ties.csv"), secret);
        assertRefused(folder, "/ties.csv is a link that leads out of the folder");

        Files.delete(folder.resolve("ties.csv"));
        Files.createSymbolicLink(folder.resolve("more"), outside);
        assertRefused(folder, "/more is a link that leads out of the folder");
    }

    @Test
    void foldersLinkedInACircleAreRefusedAtOnce() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(folder.resolve("a/b/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/b/up2"), folder.resolve("a"));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertRefused(folder, "is a link that leads out"));
    }

    @Test
    void aLinkToNowhereIsRefusedInsteadOfMissed() throws IOException {
        Files.createSymbolicLink(folder.resolve("ties.csv"), folder.resolve("annex/gone"));

        assertRefused(folder, "/ties.csv is a link that leads out of the folder or to no file");
    }

    @Test
    void aLinkWithinTheFolderAndLinksNobodyMeansAreFine() throws IOException {
        Files.createDirectories(folder.resolve(".store"));
        Files.writeString(folder.resolve(".store/1"), "1 2\n");
        Files.createSymbolicLink(folder.resolve("ties.csv"), Path.of(".store/1"));
        Files.createSymbolicLink(folder.resolve("_latest"), folder);

        Place place = Staged.place(folder);

        assertEquals(1, place.entries().size());
        assertEquals(List.of("1 2"), place.entries().get(0).lines());
    }

    @Test
    void aFolderThatIsNamedByALinkIsRead(@TempDir Path real) throws IOException {
        Files.writeString(real.resolve("ties.csv"), "1 2\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertEquals(1, Staged.place(link).entries().size());
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertRefused(folder, "/pipe.csv is a pipe or a device");
            assertRefused(pipe, "pipe.csv is a pipe or a device");
            assertRefused(Path.of("/dev/zero"), "zero is a pipe or a device");
        });
    }

    private Path written(byte[] first, byte[] second) throws IOException {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Files.write(folder.resolve("export.zip"), both);
    }

    private static Place place(Path path, Limits limits) throws IOException {
        Configuration hadoop = new Configuration();
        return Place.at(
                        new org.apache.hadoop.fs.Path(path.toUri()),
                        path.getFileName().toString(),
                        limits,
                        hadoop)
                .unzipped(limits, hadoop);
    }

    private static List<String> paths(Path path) throws IOException {
        return Staged.place(path).entries().stream().map(Entry::path).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String refusal(Path path, Limits limits) {
        return assertThrows(AssayException.class, () -> place(path, limits)).getMessage();
    }

    private static void assertRefused(Path path, String sentence) {
        String message = assertThrows(AssayException.class, () -> Staged.place(path), path.toString())
                .getMessage();
        assertTrue(message.contains(sentence), message);
        assertTrue(message.contains(path.getFileName().toString()) && message.contains(": "), message);
    }

    private static void assertUnreadable(Path zip, String why) throws IOException {
        Entry entry = Staged.place(zip).entries().get(0);
        String message = assertThrows(Exception.class, () -> {
                    try (InputStream in = entry.open()) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
