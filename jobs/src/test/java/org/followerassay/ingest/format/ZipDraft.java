package org.followerassay.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips that no honest program would: each number of the directory may lie. */
public final class ZipDraft {
    /** An entry, as its line of the directory says. */
    public static final class Line {
        byte[] name;
        byte[] localName;
        byte[] extra = {};
        int flags;
        int method = 8;
        int madeOn = 3;
        int mode = 0100644;
        long checksum;
        long packed;
        long unpacked;
        long start;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Line> lines = new ArrayList<>();

    public ZipDraft file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8), line -> {});
    }

    ZipDraft file(String name, byte[] content, Consumer<Line> lie) {
        Line line = new Line();
        line.name = name.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        line.checksum = sum.getValue();
        line.unpacked = content.length;
        byte[] packed = deflated(content);
        line.packed = packed.length;
        line.start = bytes.size();
        lie.accept(line);
        byte[] localName = line.localName == null ? line.name : line.localName;
        ByteBuffer local = buffer(30 + localName.length);
        local.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) line.flags)
                .putShort((short) line.method);
        local.putInt(0).putInt((int) line.checksum).putInt((int) line.packed).putInt((int) line.unpacked);
        local.putShort((short) localName.length).putShort((short) 0).put(localName);
        bytes.writeBytes(local.array());
        bytes.writeBytes(packed);
        lines.add(line);
        return this;
    }

    /** One more line of the directory for bytes that are there already. */
    ZipDraft again(String name, int entry) {
        Line first = lines.get(entry);
        Line line = new Line();
        line.name = name.getBytes(StandardCharsets.UTF_8);
        line.checksum = first.checksum;
        line.unpacked = first.unpacked;
        line.packed = first.packed;
        line.start = first.start;
        lines.add(line);
        return this;
    }

    public byte[] bytes() {
        return bytes(lines.size());
    }

    byte[] bytes(int statedEntries) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(bytes.toByteArray());
        for (Line line : lines) {
            ByteBuffer item = buffer(46 + line.name.length + line.extra.length);
            item.putInt(0x02014b50).put((byte) 20).put((byte) line.madeOn).putShort((short) 20);
            item.putShort((short) line.flags)
                    .putShort((short) line.method)
                    .putInt(0)
                    .putInt((int) line.checksum);
            item.putInt((int) line.packed).putInt((int) line.unpacked).putShort((short) line.name.length);
            item.putShort((short) line.extra.length)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0);
            item.putInt(line.mode << 16).putInt((int) line.start).put(line.name).put(line.extra);
            zip.writeBytes(item.array());
        }
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) statedEntries).putShort((short) statedEntries);
        end.putInt(zip.size() - bytes.size()).putInt(bytes.size()).putShort((short) 0);
        zip.writeBytes(end.array());
        return zip.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("export.zip"), bytes());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
