package org.followerassay.ingest.format;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The directory at the end of a zip, of which nothing is believed that can be checked.
 *
 * <p>Libraries read the whole directory, and keep a kilobyte of each entry, whenever one entry is opened. Here it is
 * passed once, in a few bytes an entry, and each entry remembers where its own line of the directory begins.
 */
final class ZipDirectory {
    private static final int ITEM = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int ITEM_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xffff;

    private static final long FULL = 0xffffffffL;
    private static final int FULL_SHORT = 0xffff;

    /** Half a million entries with names as long as they usually are. */
    private static final long LARGEST = 64L << 20;

    /**
     * One entry.
     *
     * @param at where its line in the directory begins
     * @param length of that line
     * @param start where the entry itself begins
     * @param unixMode kind and rights of the file, 0 if the zip was not made on Unix
     */
    record Item(
            String name,
            long at,
            int length,
            long start,
            long packed,
            long unpacked,
            int method,
            int flags,
            long checksum,
            int unixMode) {
        boolean isFolder() {
            return name.endsWith("/") || name.endsWith("\\");
        }

        boolean isEncrypted() {
            return (flags & 0x2041) != 0 || method == 99;
        }
    }

    private record Extent(long start, long bytes, long entries) {}

    /**
     * All entries in the order of the directory.
     *
     * @param shown the zip, as messages name it
     * @throws org.followerassay.flow.AssayException if there are more than the limits allow
     */
    static List<Item> items(FSDataInputStream in, long size, String shown, Limits limits) throws IOException {
        Extent extent = extent(in, size);
        Place.refuseTooMany(shown, extent.entries(), limits);
        if (extent.bytes() > LARGEST) {
            throw new IOException("its list of files is larger than 64 MiB");
        }
        List<Item> items = new ArrayList<>();
        in.seek(extent.start());
        DataInputStream buffered = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        long at = extent.start();
        long end = extent.start() + extent.bytes();
        while (at < end) {
            Item item = item(buffered, at);
            items.add(item);
            Place.refuseTooMany(shown, items.size(), limits);
            at += item.length();
        }
        if (at != end || items.size() != extent.entries()) {
            throw new IOException("its list of files is not as long as it says");
        }
        refuseOverlaps(items, extent.start());
        return items;
    }

    /** The entry whose line in the directory begins at a place. */
    static Item itemAt(FSDataInputStream in, long at) throws IOException {
        in.seek(at);
        return item(new DataInputStream(new BufferedInputStream(in, 1 << 9)), at);
    }

    private static Extent extent(FSDataInputStream in, long size) throws IOException {
        long tailStart = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
        in.seek(tailStart);
        ByteBuffer tail = bytes(new DataInputStream(in), (int) (size - tailStart));
        int end = tail.capacity() - END_BYTES;
        while (end >= 0 && !(tail.getInt(end) == END && end + END_BYTES + u16(tail, end + 20) == tail.capacity())) {
            end--;
        }
        if (end < 0) {
            throw new IOException("it has no list of files at its end");
        }
        if (u16(tail, end + 4) != 0 && u16(tail, end + 4) != FULL_SHORT) {
            throw new IOException("it is one part of a zip in several parts");
        }
        Extent extent = new Extent(u32(tail, end + 16), u32(tail, end + 12), u16(tail, end + 10));
        long endAt = tailStart + end;
        long end64At = end64(in, endAt);
        if (end64At >= 0) {
            in.seek(end64At);
            ByteBuffer end64 = bytes(new DataInputStream(in), 56);
            extent = new Extent(end64.getLong(48), end64.getLong(40), end64.getLong(32));
            endAt = end64At;
        }
        if (extent.start() < 0 || extent.bytes() < 0 || extent.start() != endAt - extent.bytes()) {
            throw new IOException("there are other bytes in front of it or in the middle of it, or some are missing");
        }
        return extent;
    }

    /** Where the longer form of the end stands, which large zips have; -1 if there is none. */
    private static long end64(FSDataInputStream in, long endAt) throws IOException {
        if (endAt < 20) {
            return -1;
        }
        in.seek(endAt - 20);
        ByteBuffer locator = bytes(new DataInputStream(in), 20);
        long at = locator.getLong(8);
        if (locator.getInt(0) != END64_LOCATOR || at < 0 || at > endAt - 76) {
            return -1;
        }
        in.seek(at);
        return bytes(new DataInputStream(in), 4).getInt(0) == END64 ? at : -1;
    }

    private static Item item(DataInputStream in, long at) throws IOException {
        ByteBuffer head = bytes(in, ITEM_BYTES);
        if (head.getInt(0) != ITEM) {
            throw new IOException("its list of files is damaged");
        }
        int flags = u16(head, 8);
        byte[] name = bytes(in, u16(head, 28)).array();
        ByteBuffer extra = bytes(in, u16(head, 30));
        int comment = u16(head, 32);
        in.skipNBytes(comment);
        long[] wide = wide(extra, u32(head, 24), u32(head, 20), u32(head, 42));
        int madeOn = u16(head, 4) >>> 8;
        boolean unix = madeOn == 3 || madeOn == 19;
        return new Item(
                name(name),
                at,
                ITEM_BYTES + name.length + extra.capacity() + comment,
                wide[2],
                wide[1],
                wide[0],
                u16(head, 10),
                flags,
                u32(head, 16),
                unix ? u16(head, 40) : 0);
    }

    /** Numbers that do not fit into 32 bits stand in a further field. */
    private static long[] wide(ByteBuffer extra, long... numbers) throws IOException {
        int field = 0;
        while (field + 4 <= extra.capacity() && u16(extra, field) != 1) {
            field += 4 + u16(extra, field + 2);
        }
        int at = field + 4;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == FULL && at + 8 <= extra.capacity()) {
                numbers[i] = extra.getLong(at);
                at += 8;
            }
            if (numbers[i] < 0) {
                throw new IOException("its list of files is damaged");
            }
        }
        return numbers;
    }

    /** Names are UTF-8, said or not, or else in the letters of the first PCs. */
    static String name(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new String(name, old);
        }
    }

    /** Small zips unfold to any size if their entries share bytes; an honest one writes each entry after the last. */
    private static void refuseOverlaps(List<Item> items, long end) throws IOException {
        long free = 0;
        Item[] byStart = items.toArray(new Item[0]);
        java.util.Arrays.sort(byStart, Comparator.comparingLong(Item::start));
        for (Item item : byStart) {
            if (item.start() < free) {
                throw new IOException("two of its files are the same bytes, which no honest zip does");
            }
            if (item.packed() > end || item.start() > end - LOCAL_BYTES - item.packed()) {
                throw new IOException("a file of it lies outside of it");
            }
            free = item.start() + LOCAL_BYTES + item.packed();
        }
    }

    static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long u32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private ZipDirectory() {}
}
