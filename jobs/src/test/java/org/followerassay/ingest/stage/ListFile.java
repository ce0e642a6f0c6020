package org.followerassay.ingest.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.followerassay.ingest.edges.EdgeList;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Staged;

/** An edge list in a file, as the tests of this package read it. */
final class ListFile {
    private static final List<String> ODD = List.of(
            "",
            "   ",
            "# a comment",
            "% another, with 1 2",
            "7",
            "7 ",
            "ann 3",
            "3 ann",
            "03 4",
            "4 03",
            "-1 2",
            "1 -2",
            "9223372036854775807 1",
            "9223372036854775808 1",
            "1 9999999999999999999",
            "12345678901234567890 2",
            "5 5",
            "1 2 -1",
            "1 2 -x",
            "1 2 3 -4",
            "1 2 größer",
            "1 2 #",
            "1 2x",
            "1x 2",
            "1;2",
            "0 1",
            "00 1",
            ",,8,\t9,,",
            "1 2\r\r",
            "\u00f6 1");

    private static final List<String> BETWEEN = List.of(" ", "\t", ",", ", ", "  \t");

    /** Lines of all sorts, most of them ties; the last one may lack its end. */
    static byte[] random(Random random, int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(random.nextInt(5) == 0 ? ODD.get(random.nextInt(ODD.size())) : tie(random));
            text.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        if (random.nextBoolean()) {
            text.setLength(text.length() - 1);
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String tie(Random random) {
        long most = random.nextInt(4) == 0 ? Long.MAX_VALUE : 40;
        String between = BETWEEN.get(random.nextInt(BETWEEN.size()));
        String tie =
                (random.nextLong() & Long.MAX_VALUE) % most + between + (random.nextLong() & Long.MAX_VALUE) % most;
        return switch (random.nextInt(6)) {
            case 0 -> " " + tie;
            case 1 -> tie + between;
            case 2 -> tie + between + random.nextInt(9);
            default -> tie;
        };
    }

    /** The whole file as one unit, read as the user's words and the file's say. */
    static Unit unit(Path file, byte[] content, boolean reversed) throws IOException {
        Files.write(file, content);
        Asked asked =
                new Asked(true, Optional.empty(), Optional.empty(), reversed, Optional.empty(), Map.of(), Ids.open());
        Export export = Staged.recognise(new EdgeList(), file, asked).orElseThrow();
        Part part = export.parts().get(0);
        return new Unit(0, 0, part.entry().stretch(), part.reader(), export.platform(), null, 0, Long.MAX_VALUE);
    }

    private ListFile() {}
}
