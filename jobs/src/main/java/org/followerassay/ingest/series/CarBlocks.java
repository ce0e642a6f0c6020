package org.followerassay.ingest.series;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.followerassay.flow.Hashes;

/**
 * The blocks of a CAR file (version 1), in the order in which they lie there. A block is named by its hash (its CID), which
 * is checked: what is damaged is not read.
 *
 * <p>Written here because no library for it is kept up on Maven Central.
 */
final class CarBlocks implements Closeable {
    /** A repository is held in memory while its tree is walked; the largest known are some hundred megabytes. */
    static final long LARGEST_FILE = 1L << 30;

    private static final int LARGEST_BLOCK = 8 << 20;
    private static final int SHA_256 = 0x12;
    private static final int SHA_256_BYTES = 32;
    private static final ObjectReader CBOR = new CBORMapper().reader();

    private final InputStream in;
    private final String root;
    private long read;
    private String cid;
    private byte[] block;

    /** Reads the header. */
    CarBlocks(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        JsonNode header = value(bytes(length()));
        this.root = link(header.path("roots").path(0));
        if (header.path("version").asInt() != 1 || root == null) {
            throw new IOException("it is no CAR file of version 1 with a root");
        }
    }

    /** The name of the block from which all others are found. */
    String root() {
        return root;
    }

    /** Goes to the next block; false at the end of the file. */
    boolean next() throws IOException {
        int length = length();
        if (length < 0) {
            return false;
        }
        byte[] section = bytes(length);
        int at = endOfCid(section);
        cid = name(section, 0, at);
        block = Arrays.copyOfRange(section, at, length);
        byte[] promised = Arrays.copyOfRange(section, at - SHA_256_BYTES, at);
        if (!Arrays.equals(promised, Hashes.sha256().digest(block))) {
            throw new IOException("a block is not what its name promises");
        }
        return true;
    }

    /** The name of the block, as a text of which nothing is meant to be read. */
    String cid() {
        return cid;
    }

    /** What the block holds; missing if it is no CBOR. */
    JsonNode value() {
        try {
            return value(block);
        } catch (IOException somethingElse) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode value(byte[] cbor) throws IOException {
        JsonNode value = CBOR.readTree(cbor);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** The name of the block that a link in another leads to, or null if it is no link. */
    static String link(JsonNode node) throws IOException {
        byte[] bytes = node.isBinary() ? node.binaryValue() : null;
        // A link is a CID after a zero.
        return bytes == null || bytes.length < 2 || bytes[0] != 0 ? null : name(bytes, 1, bytes.length);
    }

    private static String name(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Version 1, a kind of content, SHA-256 and its 32 bytes; each a number below 128. */
    private static int endOfCid(byte[] section) throws IOException {
        int end = 4 + SHA_256_BYTES;
        boolean known = section.length >= end
                && section[0] == 1
                && section[1] >= 0
                && section[2] == SHA_256
                && section[3] == SHA_256_BYTES;
        if (!known) {
            throw new IOException("a block is named in a way that repositories of accounts do not use");
        }
        return end;
    }

    /** The number that stands before a section, seven bits a byte, the lowest first; -1 at the end of the file. */
    private int length() throws IOException {
        long length = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int here = in.read();
            if (here < 0) {
                if (shift == 0) {
                    return -1;
                }
                throw new EOFException("it ends in the middle");
            }
            length |= (long) (here & 0x7f) << shift;
            if (here < 0x80) {
                if (length > LARGEST_BLOCK) {
                    throw new IOException("a block is larger than " + (LARGEST_BLOCK >> 20) + " MiB");
                }
                return (int) length;
            }
        }
        throw new IOException("the length of a block is no number");
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length < length || length <= 0) {
            throw new EOFException("it ends in the middle");
        }
        read += length;
        if (read > LARGEST_FILE) {
            throw new IOException("it is larger than 1 GiB, which no repository of one account is");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
