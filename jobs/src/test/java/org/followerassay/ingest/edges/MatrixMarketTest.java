package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMarketTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/matrix-market");

    @TempDir
    Path folder;

    @Test
    void theRowFollowsTheColumnAndTheSizesAreNoTie() {
        Path file = FIXTURES.resolve("general.mtx");
        Staged staged = Staged.of(new MatrixMarket(), file);

        assertEquals(6, staged.export().statedTies().orElseThrow());
        assertEquals(5, staged.export().statedAccounts().orElseThrow());
        staged.assertRows("tie", """
                line  follower  followee
                5     2         1
                6     3         1
                7     4         1
                8     5         1
                9     1         2
                """);
        staged.assertRows("rejected", """
                line  code    explanation
                10    bad_id  a number is not between 1 and 5, the size of the matrix
                11    bad_id  a number is not between 1 and 5, the size of the matrix
                """);
        Staged.of(new MatrixMarket(), file, EdgeListTest.REVERSED).assertRows("tie", """
                line  follower  followee
                5     1         2
                6     1         3
                7     1         4
                8     1         5
                9     2         1
                """);
    }

    @Test
    void aSymmetricMatrixHasLostTheDirection() {
        Staged staged = Staged.of(new MatrixMarket(), FIXTURES.resolve("symmetric.mtx"));

        assertTrue(staged.export().isUndirected());
        assertTrue(staged.export().notes().get(0).contains("who follows whom is lost"));
        staged.assertRows("tie", """
                line  further  follower  followee
                3     false    2         1
                3     true     1         2
                4     false    3         1
                4     true     1         3
                """);
        staged.assertRows("rejected", """
                line  code              explanation
                5     not_a_tie         its value is 0 or less
                7     not_a_tie         its value is 0 or less
                8     wrong_cell_count  1 cell instead of 2 or 3
                """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix array real general           | 2 2 1 | writes its matrix as 'array'",
                "matrix coordinate complex general   | 2 2 1 | holds values of kind 'complex'",
                "matrix coordinate real hermitian    | 2 2 1 | is 'hermitian'",
                "matrix coordinate pattern           | 2 2 1 | has an incomplete first line",
                "matrix coordinate pattern general   | 2 3 1 | has 2 rows but 3 columns",
                "matrix coordinate pattern general   | 2 3   | has no line with rows, columns and entries",
            })
    void whatIsNoGraphIsRefused(String words, String sizes, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("m.mtx"), "%%MatrixMarket " + words + "\n" + sizes + "\n");

        String refusal = Staged.refusal(new MatrixMarket(), file);
        assertTrue(refusal.contains(why), refusal);
    }
}
