package org.followerassay.ingest.series;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.followerassay.flow.Hashes;

/** A repository in the making, written as AT Protocol's servers write it, but for the signature. */
final class Repository {
    private static final int CID_TAG = 42;

    /** A link to a block: version 1, DAG-CBOR, SHA-256. */
    private record Cid(byte[] bytes) {}

    private record Block(Cid cid, byte[] bytes) {}

    private final TreeMap<String, Cid> records = new TreeMap<>();
    private final List<Block> blocks = new ArrayList<>();

    Repository follow(String key, String subject, String createdAt) throws IOException {
        return record("app.bsky.graph.follow/" + key, follow(subject, createdAt));
    }

    Repository post(String key) throws IOException {
        return record("app.bsky.feed.post/" + key, ordered("text", "post " + key, "$type", "app.bsky.feed.post"));
    }

    Repository profile() throws IOException {
        return record("app.bsky.actor.profile/self", ordered("$type", "app.bsky.actor.profile"));
    }

    /** A record whose block nothing leads to any more. */
    Repository deletedFollow(String subject, String createdAt) throws IOException {
        block(follow(subject, createdAt));
        return this;
    }

    /** A key whose record is not in the file. */
    Repository lostFollow(String key) throws IOException {
        follow(key, "did:plc:lost", "2026-01-01T00:00:00Z");
        blocks.remove(blocks.size() - 1);
        return this;
    }

    Repository record(String key, Map<String, Object> record) throws IOException {
        records.put(key, block(record));
        return this;
    }

    private static Map<String, Object> follow(String subject, String createdAt) {
        Map<String, Object> record = ordered("$type", "app.bsky.graph.follow");
        if (subject != null) {
            record.put("subject", subject);
        }
        record.put("createdAt", createdAt);
        return record;
    }

    /** The blocks in the order: commit, records, tree; without the tree's root if {@code whole} is false. */
    void write(Path file, String did, String revision, boolean whole) throws IOException {
        int height = records.keySet().stream().mapToInt(Repository::layer).max().orElse(0);
        Cid data = node(new ArrayList<>(records.keySet()), height);
        if (!whole) {
            blocks.remove(blocks.size() - 1);
        }
        Cid commit = block(ordered(
                "did", did, "rev", revision, "sig", new byte[] {1, 2, 3}, "data", data, "prev", null, "version", 3));
        ByteArrayOutputStream car = new ByteArrayOutputStream();
        section(car, cbor(ordered("roots", List.of(commit), "version", 1)));
        blocks.add(0, blocks.remove(blocks.size() - 1));
        for (Block block : blocks) {
            ByteArrayOutputStream section = new ByteArrayOutputStream();
            section.write(block.cid().bytes());
            section.write(block.bytes());
            section(car, section.toByteArray());
        }
        Files.createDirectories(file.getParent());
        Files.write(file, car.toByteArray());
    }

    /** A node holds the keys of its layer, and links to nodes with those between them. */
    private Cid node(List<String> keys, int layer) throws IOException {
        List<Object> entries = new ArrayList<>();
        List<String> between = new ArrayList<>();
        Map<String, Object> node = ordered("e", entries, "l", null);
        Map<String, Object> open = node;
        String before = "";
        for (String key : keys) {
            if (layer(key) < layer) {
                between.add(key);
                continue;
            }
            open.put(open == node ? "l" : "t", between.isEmpty() ? null : node(between, layer - 1));
            between.clear();
            int shared = 0;
            while (shared < Math.min(before.length(), key.length()) && before.charAt(shared) == key.charAt(shared)) {
                shared++;
            }
            byte[] rest = key.substring(shared).getBytes(StandardCharsets.UTF_8);
            open = ordered("k", rest, "p", shared, "t", null, "v", records.get(key));
            entries.add(open);
            before = key;
        }
        open.put(open == node ? "l" : "t", between.isEmpty() ? null : node(between, layer - 1));
        return block(node);
    }

    /** A quarter of the keys of a layer rises to the next. */
    private static int layer(String key) {
        byte[] hash = Hashes.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return Integer.numberOfLeadingZeros(java.nio.ByteBuffer.wrap(hash).getInt()) / 2;
    }

    private Cid block(Map<String, Object> value) throws IOException {
        byte[] bytes = cbor(value);
        ByteArrayOutputStream cid = new ByteArrayOutputStream();
        cid.write(new byte[] {1, 0x71, 0x12, 32});
        cid.write(Hashes.sha256().digest(bytes));
        Block block = new Block(new Cid(cid.toByteArray()), bytes);
        blocks.add(block);
        return block.cid();
    }

    private static byte[] cbor(Map<String, Object> value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator cbor = new CBORFactory().createGenerator(bytes)) {
            write(cbor, value);
        }
        return bytes.toByteArray();
    }

    private static void write(CBORGenerator cbor, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            cbor.writeStartObject(value, map.size());
            for (Map.Entry<?, ?> field : map.entrySet()) {
                cbor.writeFieldName((String) field.getKey());
                write(cbor, field.getValue());
            }
            cbor.writeEndObject();
        } else if (value instanceof List<?> list) {
            cbor.writeStartArray(value, list.size());
            for (Object element : list) {
                write(cbor, element);
            }
            cbor.writeEndArray();
        } else if (value instanceof Cid cid) {
            byte[] link = new byte[cid.bytes().length + 1];
            System.arraycopy(cid.bytes(), 0, link, 1, cid.bytes().length);
            cbor.writeTag(CID_TAG);
            cbor.writeBinary(link);
        } else if (value instanceof byte[] bytes) {
            cbor.writeBinary(bytes);
        } else if (value instanceof Integer number) {
            cbor.writeNumber(number);
        } else if (value == null) {
            cbor.writeNull();
        } else {
            cbor.writeString((String) value);
        }
    }

    private static void section(ByteArrayOutputStream car, byte[] bytes) throws IOException {
        int length = bytes.length;
        while (length >= 0x80) {
            car.write(length & 0x7f | 0x80);
            length >>>= 7;
        }
        car.write(length);
        car.write(bytes);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
