package org.followerassay.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes a file a little, in the ways in which files are damaged or forged; the same for the same random numbers. */
final class Mutations {
    private static final List<String> WORDS = List.of(
            "\"",
            "\"\"",
            ",",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "\uFEFF",
            "[",
            "]",
            "{",
            "}",
            ":",
            "null",
            "\\ud800",
            "-1",
            "0",
            "1e400",
            "99999999999999999999999999999999",
            "9223372036854775808",
            "../",
            "<",
            "&a;",
            "<!DOCTYPE a [",
            "]]>",
            "%",
            "#",
            "\u202e",
            "NaN",
            "1970-01-01",
            "2100-01-01T00:00:00Z",
            "PK\u0003\u0004");

    static byte[] of(byte[] content, byte[] other, Random random) {
        byte[] changed = content;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            changed = once(changed, other, random);
        }
        return changed;
    }

    private static byte[] once(byte[] content, byte[] other, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, from);
        switch (random.nextInt(7)) {
            case 0 -> {
                // Cut out.
            }
            case 1 -> {
                changed.write(content, from, to - from);
                changed.write(content, from, to - from);
            }
            case 2 -> changed.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> {
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                changed.writeBytes(noise);
            }
            case 4 -> {
                int start = random.nextInt(other.length + 1);
                changed.write(other, start, Math.min(other.length - start, 300));
            }
            case 5 -> {
                for (int i = from; i < to; i++) {
                    changed.write(content[i] ^ (1 << random.nextInt(8)));
                }
            }
            default -> to = content.length;
        }
        changed.write(content, to, content.length - to);
        return changed.toByteArray();
    }

    private Mutations() {}
}
