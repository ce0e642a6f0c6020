package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.ZipDirectory.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZipDirectoryTest {
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    Path folder;

    /** As a library writes them, with comments, times and rights, and the longer numbers of large zips. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Zip64Mode.class)
    void whatALibraryWritesIsRead(Zip64Mode mode) throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
            out.setUseZip64(mode);
            out.setComment("a comment of the whole");
            for (String name : List.of("b.txt", "a/", "a/ü.txt", "ä.csv")) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setComment("of " + name);
                entry.setUnixMode(name.endsWith("/") ? 040755 : 0100600);
                entry.setTime(1_761_868_800_000L);
                out.putArchiveEntry(entry);
                if (!name.endsWith("/")) {
                    out.write(name.repeat(300).getBytes(StandardCharsets.UTF_8));
                }
                out.closeArchiveEntry();
            }
        }

        List<Item> items = items(zip, Limits.defaults());

        assertEquals(
                List.of("b.txt", "a/", "a/ü.txt", "ä.csv"),
                items.stream().map(Item::name).toList());
        assertEquals(
                List.of(1_500L, 0L, 2_400L, 1_800L),
                items.stream().map(Item::unpacked).toList());
        assertEquals(
                List.of(0100600, 040755, 0100600, 0100600),
                items.stream().map(Item::unixMode).toList());
        assertEquals(
                List.of(false, true, false, false),
                items.stream().map(Item::isFolder).toList());
        assertEquals(0, items.get(0).start());
        assertTrue(items.stream().allMatch(item -> item.packed() < 100 && !item.isEncrypted()), items.toString());
        for (Item item : items) {
            assertEquals(item, itemAt(zip, item.at()));
        }
        assertEquals(items.get(0).at() + items.get(0).length(), items.get(1).at());
    }

    @Test
    void rightsAreReadOnlyOfZipsThatWereMadeOnUnix() throws IOException {
        byte[] none = {};
        Path zip = new ZipDraft()
                .file("a", none, line -> line.madeOn = 3)
                .file("b", none, line -> line.madeOn = 19)
                .file("c", none, line -> line.madeOn = 0)
                .in(folder);

        assertEquals(
                List.of(0100644, 0100644, 0),
                items(zip, Limits.defaults()).stream().map(Item::unixMode).toList());
    }

    @Test
    void encryptionIsToldByItsFlagsOrItsMethod() throws IOException {
        byte[] none = {};
        Path zip = new ZipDraft()
                .file("a", none, line -> line.flags = 1)
                .file("b", none, line -> line.flags = 0x40)
                .file("c", none, line -> line.flags = 0x2000)
                .file("d", none, line -> line.method = 99)
                .file("e", none, line -> line.flags = 0x808)
                .in(folder);

        assertEquals(
                List.of(true, true, true, true, false),
                items(zip, Limits.defaults()).stream().map(Item::isEncrypted).toList());
    }

    /** The directory may name entries in another order than that of their bytes. */
    @Test
    void entriesMayTouchButNotOverlapWhateverTheirOrder() throws IOException {
        ZipDraft touching = new ZipDraft().file("a", "some text").file("b", "more text");
        byte[] honest = touching.bytes();
        assertEquals(2, items(write(honest), Limits.defaults()).size());

        byte[] turned = turned(honest);
        assertEquals(
                List.of("b", "a"),
                items(write(turned), Limits.defaults()).stream().map(Item::name).toList());

        byte[] overlapping = turned(new ZipDraft()
                .file("a", "some text".getBytes(StandardCharsets.UTF_8), line -> line.packed += 2)
                .file("b", "more text")
                .bytes());
        assertUnreadable(overlapping, "two of its files are the same bytes");
    }

    @Test
    void theLastEntryMayReachUpToTheDirectoryAndNoFurther() throws IOException {
        byte[] text = "some text".getBytes(StandardCharsets.UTF_8);
        // The local name is one byte, which the directory does not tell of.
        assertEquals(
                1,
                items(
                                write(new ZipDraft()
                                        .file("a", text, line -> line.packed++)
                                        .bytes()),
                                Limits.defaults())
                        .size());
        assertUnreadable(
                new ZipDraft().file("a", text, line -> line.packed += 2).bytes(), "a file of it lies outside of it");
        assertUnreadable(
                new ZipDraft()
                        .file("a", text, line -> line.packed = 0xfffffff0L)
                        .bytes(),
                "a file of it lies outside of it");
    }

    @Test
    void asManyFilesAsAllowedAreReadAndNotOneMore() throws IOException {
        Path zip = write(
                new ZipDraft().file("a", "x").file("b", "x").file("c", "x").bytes());

        assertEquals(3, items(zip, new Limits(3, 400, 1L << 40)).size());
        assertThrows(AssayException.class, () -> items(zip, new Limits(2, 400, 1L << 40)));
        Path lying = write(
                new ZipDraft().file("a", "x").file("b", "x").file("c", "x").bytes(1));
        assertThrows(AssayException.class, () -> items(lying, new Limits(2, 400, 1L << 40)));
    }

    @Test
    void aDirectoryOfOtherLengthThanStatedIsRefused() throws IOException {
        ZipDraft draft = new ZipDraft().file("a", "x").file("b", "x");
        assertUnreadable(draft.bytes(1), "not as long as it says");
        assertUnreadable(draft.bytes(3), "not as long as it says");

        byte[] inFront = draft.bytes();
        byte[] moved = new byte[inFront.length + 1];
        System.arraycopy(inFront, 0, moved, 1, inFront.length);
        assertUnreadable(moved, "other bytes in front of it");
        assertUnreadable(Arrays.copyOf(inFront, inFront.length - 1), "no list of files at its end");
    }

    @Test
    void aPartOfAZipInSeveralPartsIsRefused() throws IOException {
        byte[] zip = new ZipDraft().file("a", "x").bytes();
        zip[zip.length - 22 + 4] = 1;

        assertUnreadable(zip, "one part of a zip in several parts");
    }

    /** The longer numbers stand in a field of number 1, which others may precede; of those that are full, in order. */
    @Test
    void longerNumbersAreReadFromTheirField() throws IOException {
        ByteBuffer extra = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort((short) 0x5455).putShort((short) 5).put(new byte[5]);
        extra.putShort((short) 1).putShort((short) 16).putLong(9).putLong(11);
        byte[] field = Arrays.copyOf(extra.array(), extra.position());
        Path zip = write(new ZipDraft()
                .file("a", "some text".getBytes(StandardCharsets.UTF_8), line -> {
                    line.unpacked = 0xffffffffL;
                    line.packed = 0xffffffffL;
                    line.extra = field;
                })
                .bytes());

        Item item = items(zip, Limits.defaults()).get(0);

        assertEquals(9, item.unpacked());
        assertEquals(11, item.packed());
        assertFalse(item.isFolder());
    }

    @Test
    void aLongerNumberBelowZeroIsDamage() throws IOException {
        ByteBuffer extra = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort((short) 1).putShort((short) 8).putLong(-1);
        assertUnreadable(
                new ZipDraft()
                        .file("a", new byte[] {1}, line -> {
                            line.unpacked = 0xffffffffL;
                            line.extra = extra.array();
                        })
                        .bytes(),
                "its list of files is damaged");
    }

    /** Swaps the two lines of the directory, which are equally long. */
    private static byte[] turned(byte[] zip) {
        int line = 46 + 1;
        int directory = zip.length - 22 - 2 * line;
        byte[] turned = zip.clone();
        System.arraycopy(zip, directory, turned, directory + line, line);
        System.arraycopy(zip, directory + line, turned, directory, line);
        return turned;
    }

    private Path write(byte[] zip) throws IOException {
        return Files.write(folder.resolve("export.zip"), zip);
    }

    private void assertUnreadable(byte[] zip, String why) throws IOException {
        Path file = write(zip);
        IOException refused = assertThrows(IOException.class, () -> items(file, Limits.defaults()));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private static List<Item> items(Path zip, Limits limits) throws IOException {
        try (FSDataInputStream in = open(zip)) {
            return ZipDirectory.items(in, Files.size(zip), "export.zip", limits);
        }
    }

    private static Item itemAt(Path zip, long at) throws IOException {
        try (FSDataInputStream in = open(zip)) {
            return ZipDirectory.itemAt(in, at);
        }
    }

    private static FSDataInputStream open(Path zip) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(zip.toUri());
        return path.getFileSystem(HADOOP).open(path);
    }
}
