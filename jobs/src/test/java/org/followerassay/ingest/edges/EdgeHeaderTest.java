package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of counts must not be taken for a tie, nor a tie for counts. */
class EdgeHeaderTest {
    @TempDir
    Path folder;

    @Test
    void countsOfAccountsAndTiesAreNoTie() throws IOException {
        EdgeHeader header = header("3 4\n0 1\n1 2\n2 0\n0 2\n");

        assertEquals(1, header.headerLines());
        assertEquals(OptionalLong.of(3), header.accounts());
        assertEquals(OptionalLong.of(4), header.ties());
        assertEquals("0 1", header.tie());
    }

    @Test
    void aFirstTieThatCountsNothingIsATie() throws IOException {
        assertEquals(0, header("3 4\n0 1\n1 2\n2 0\n").headerLines(), "three ties follow, not four");
        assertEquals(0, header("3 2\n0 1\n1 4\n").headerLines(), "account 4 is not among three");
        assertEquals(0, header("3 2\n0 1\n4 1\n").headerLines(), "nor is it as a follower");
        assertEquals(1, header("3 2\n0 3\n3 1\n").headerLines(), "ids may count from 1");
        assertEquals(0, header("3 2 1\n0 1\n1 2\n").headerLines(), "three cells are a weighted tie");
        assertEquals(0, header("3 4\n").headerLines(), "nothing follows");
        assertEquals(0, header("# 3\n0 1\n").headerLines());
    }

    @Test
    void aNumberAloneIsACount() throws IOException {
        EdgeHeader header = header("# some\n\n5\n0 1\n# more\n1 2\n");

        assertEquals(3, header.headerLines());
        assertEquals(OptionalLong.of(5), header.accounts());
        assertEquals(OptionalLong.empty(), header.ties());
        assertEquals("0 1", header.tie());
        assertEquals(0, header("ann\n0 1\n").headerLines());
    }

    @Test
    void commentsStateCountsAndAreNoTies() throws IOException {
        EdgeHeader header = header("# Nodes: 4,039 Edges: 88,234\n% Undirected\n\n0 1\n# Nodes: 7\n");

        assertEquals("# nodes: 4,039 edges: 88,234 % undirected ", header.comments());
        assertEquals(OptionalLong.of(4_039), header.accounts());
        assertEquals(OptionalLong.of(88_234), header.ties());
        assertEquals("0 1", header.tie());
        assertEquals(null, header("# nothing\n\n").tie());
        assertEquals(OptionalLong.empty(), header("0 1\n").ties());
    }

    @Test
    void linesBetweenTiesAreNotCountedAsTies() throws IOException {
        EdgeHeader header = header("3 2\n# a comment\n0 1\n\n1 2\n");

        assertEquals(1, header.headerLines(), "a file with comments is judged by its size: two ties fit");
        assertEquals("0 1", header.tie());
    }

    /** Only the beginning of a long file is looked at: its size tells whether so many lines fit. */
    @Test
    void aLongFileHoldsAsManyTiesAsFit() throws IOException {
        String ties = "1 2\n".repeat(1_000);

        assertEquals(1, header("9 1000\n" + ties).headerLines());
        assertEquals(1, header("9 1001\n" + ties).headerLines(), "4 bytes a line at least");
        assertEquals(0, header("9 1003\n" + ties).headerLines());
        assertEquals(1, header("9 96\n" + ties).headerLines(), "42 bytes a line at most");
        assertEquals(0, header("9 94\n" + ties).headerLines());
        assertEquals(0, header("9 0\n" + ties).headerLines());
    }

    @Test
    void aPackedFileHoldsMoreThanItsSize() throws IOException {
        Path file = folder.resolve("edges.txt.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("9 300\n" + "1 2\n".repeat(300)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        Entry entry = Staged.place(file).file();

        long most = entry.bytes() * 20 / 4;
        assertEquals(most >= 300 ? 1 : 0, EdgeHeader.of(entry, entry.lines()).headerLines());
        assertEquals(
                0,
                EdgeHeader.of(
                                entry,
                                java.util.stream.Stream.concat(
                                                java.util.stream.Stream.of("9 " + (most + 1)),
                                                entry.lines().stream().skip(1))
                                        .toList())
                        .headerLines());
        assertEquals(
                1,
                EdgeHeader.of(
                                entry,
                                java.util.stream.Stream.concat(
                                                java.util.stream.Stream.of("9 " + most),
                                                entry.lines().stream().skip(1))
                                        .toList())
                        .headerLines());
    }

    private EdgeHeader header(String text) throws IOException {
        Entry entry = Staged.place(Files.writeString(folder.resolve("edges.txt"), text))
                .file();
        return EdgeHeader.of(entry, entry.lines());
    }
}
