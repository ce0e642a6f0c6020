package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
    private static final String TIES = "follower,followee\n" + "1,2\n".repeat(1_000);

    @ParameterizedTest
    @EnumSource
    void isToldByTheFirstBytes(Compression compression) throws IOException {
        byte[] packed = packed(compression);

        assertEquals(compression, Compression.of(packed));
        assertEquals(TIES, unpacked(compression, packed));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsCutShortIsNotTakenForWhole(Compression compression) throws IOException {
        byte[] packed = packed(compression);

        assertThrows(IOException.class, () -> unpacked(compression, Arrays.copyOf(packed, packed.length - 5)));
    }

    private static String unpacked(Compression compression, byte[] packed) throws IOException {
        return new String(compression.open(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] packed(Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case NONE -> bytes;
            case GZIP -> new GZIPOutputStream(bytes);
            case BZIP2 -> new BZip2CompressorOutputStream(bytes);
            case ZSTD -> new ZstdOutputStream(bytes);
        }) {
            out.write(TIES.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
