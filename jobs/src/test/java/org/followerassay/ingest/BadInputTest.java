package org.followerassay.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Limits;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class BadInputTest {
    private static final String TIES = "follower,followee\n" + "1,2\n".repeat(5_000) + "3,4\n";

    @TempDir
    Path folder;

    @Test
    void eachKindOfUnusableFileIsNamedWithItsRemedy(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        run.refuses(folder.resolve("nowhere.csv").toString(), "does not exist");
        run.refuses(run.file("empty.csv", ""), "is empty");
        run.refuses(run.bytes("empty.csv.gz", IngestRun.gzip("")), "empty once unpacked");
        run.refuses(run.file("blank.csv", "\n\n"), "blank lines only");
        run.refuses(run.file("header.csv", "follower,followee\n"), "no rows besides its header");
        run.refuses(run.bytes("utf16.csv", TIES.getBytes(StandardCharsets.UTF_16)), "UTF-16", "iconv");
        run.refuses(run.bytes("utf16le.csv", TIES.getBytes(StandardCharsets.UTF_16LE)), "UTF-16", "iconv");
        run.refuses(run.bytes("picture.csv", new byte[] {1, 2, 3, 0, 5, 6, 7, 8, 9}), "binary");
        run.refuses(
                run.file("pointer.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n"),
                "Git LFS pointer",
                "git lfs pull");
        run.refuses(run.file("page.csv", "<!DOCTYPE html><html></html>"), "web page");
        run.refuses(run.file("mac.csv", "follower,followee\r1,2\r"), "carriage return");
        run.refuses(run.file("other.csv", "shoe,size\n1,2\n"), "'shoe', 'size'", "--columns");
        run.refuses(run.file("rejects.csv", "follower,followee\n-1,2\n"), "none of its 1 row", "line 2");
        run.refuses(run.file("lists.csv", "account,row_in_list\n1,0\n"), "--direction");
        run.refuses(run.file("notes.zip", "PK\u0003\u0004"), "notes.zip");
    }

    @Test
    void aFileThatIsCutShortIsRefusedWhole(Drawings draw) throws IOException {
        IngestRun run = new IngestRun(draw.session(), folder);
        byte[] packed = IngestRun.gzip(TIES);
        run.refuses(run.bytes("cut.csv.gz", Arrays.copyOf(packed, packed.length - 5)), "damaged or cut short");
        byte[] flipped = packed.clone();
        flipped[packed.length - 6] ^= 1;
        run.refuses(run.bytes("flipped.csv.gz", flipped), "damaged or cut short");
        run.strict().refuses(run.file("open.csv", "follower,followee\n1,2\n1,23"), "no line end");
    }

    @Test
    void strictRefusesASingleRejectAndAWrongFormatIsSaid(Drawings draw) {
        IngestRun strict = new IngestRun(draw.session(), folder).strict();
        strict.refuses(strict.file("a.csv", "follower,followee\n1,2\nx y,\n"), "1 line was rejected", "--strict");
        IngestRun wrong = new IngestRun(draw.session(), folder).format("x-archive");
        wrong.refuses(wrong.file("b.csv", "follower,followee\n1,2\n"), "--format x-archive");
        IngestRun edges = new IngestRun(draw.session(), folder).format("columns");
        edges.refuses(edges.file("c.txt", "1 2\n"), "--format columns");
    }

    @Test
    void optionsThatCannotBeMeantAreUsageErrors() {
        usage(List.of(), Optional.empty(), Map.of(), Optional.empty(), false);
        usage(List.of("a"), Optional.of("csv"), Map.of(), Optional.empty(), false);
        usage(List.of("a"), Optional.empty(), Map.of("x", "shoe"), Optional.empty(), false);
        usage(List.of("a"), Optional.empty(), Map.of(), Optional.of("friends"), false);
        usage(List.of("a"), Optional.empty(), Map.of(), Optional.empty(), true);
    }

    private static void usage(
            List<String> inputs,
            Optional<String> format,
            Map<String, String> columns,
            Optional<String> direction,
            boolean pseudonymise) {
        AssayException refused = assertThrows(
                AssayException.class,
                () -> new IngestOptions(
                        inputs,
                        format,
                        Optional.empty(),
                        columns,
                        Optional.empty(),
                        direction,
                        false,
                        true,
                        pseudonymise,
                        Optional.empty(),
                        false,
                        Limits.defaults()));
        assertEquals(AssayException.Kind.USAGE, refused.kind());
    }
}
