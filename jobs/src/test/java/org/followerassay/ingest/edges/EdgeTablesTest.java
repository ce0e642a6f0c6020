package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that graph tools write: Gephi's and Neo4j's. */
class EdgeTablesTest {
    private static final Path GEPHI = Path.of("../datasets/fixtures/gephi-csv/edges.csv");
    private static final Path NEO4J = Path.of("../datasets/fixtures/neo4j-csv");

    @TempDir
    Path folder;

    @Test
    void gephisSourceFollowsAndUndirectedRowsRunBothWays() {
        Staged staged = Staged.of(new GephiCsv(), GEPHI);

        staged.assertRows("tie", """
                line  further  follower  followee  followed_at
                2     false    1         2         2026-01-01
                3     false    3         1         -
                5     false    dora      1         2026-03-01
                5     true     1         dora      2026-03-01
                6     false    1         dora2     -
                """);
        staged.assertRows("rejected", """
                line  further  code          explanation
                7     false    not_a_tie     Weight is 0 or less
                8     false    bad_word      Type is neither Directed nor Undirected
                9     false    missing_cell  followee is missing
                """);
        assertEquals(1, staged.counted("self_tie"));
    }

    @Test
    void gephisDirectionCanBeTurned() throws IOException {
        Path file = write("e.csv", "Source;Target\nann;bob\n");

        Staged.of(new GephiCsv(), file, EdgeListTest.REVERSED).assertRows("tie", """
                follower  followee
                bob       ann
                """);
    }

    @Test
    void otherTablesWithASourceAreNotGephis() throws IOException {
        assertFalse(isOf(new GephiCsv(), "source,target,weight\n1,2,3\n"));
        assertFalse(isOf(new GephiCsv(), "source_id,target_id\n1,2\n"));
        assertTrue(isOf(new GephiCsv(), "source,target,type\n1,2,Directed\n"));
    }

    @Test
    void onlyFollowsAmongAccountsAreTiesOfNeo4j() {
        Staged staged = Staged.of(new Neo4jCsv(), NEO4J.resolve("relationships.csv"));

        staged.assertRows("tie", """
                line  follower  followee  followed_at
                2     a1        a2        2026-01-02 03:04:05
                3     a3        a2        2026-01-02 02:04:05
                6     a4        a2        -
                """);
        staged.assertRows("rejected", """
                line  code              explanation
                8     bad_time          followed_at 'soon' is not a time between 1970 and 2100
                9     missing_cell      follower is missing
                10    wrong_cell_count  3 cells instead of 4
                """);
        assertEquals(2, staged.counted("other"));
    }

    @Test
    void neo4jsDirectionCanBeTurned() throws IOException {
        Path file = write("r.csv", ":START_ID;:END_ID;:TYPE\nann;bob;FOLLOWS\n");

        Staged.of(new Neo4jCsv(), file, EdgeListTest.REVERSED).assertRows("tie", """
                follower  followee
                bob       ann
                """);
    }

    @Test
    void whoFollowsATagFollowsNoAccount() throws IOException {
        Path file = write("r.csv", ":START_ID(Account),:END_ID(Tag),:TYPE\na1,t1,FOLLOWS\n");
        Staged staged = Staged.of(new Neo4jCsv(), file);

        staged.assertRows("tie", "follower  followee");
        assertEquals(1, staged.counted("other"));
    }

    @Test
    void relationshipsWithoutATypeAreReadOnlyIfTheFileIsNamedAfterFollows() throws IOException {
        String text = ":START_ID,:END_ID\na1,a2\n";

        assertFalse(isOf(new Neo4jCsv(), text));
        Staged staged = Staged.of(new Neo4jCsv(), write("follows.csv", text));
        assertEquals(1, staged.export().notes().size());
    }

    @Test
    void nodesAreFactsOnlyIfTheyAreAccounts() {
        Staged staged = Staged.of(new Neo4jCsv(), NEO4J.resolve("accounts.csv"));

        staged.assertRows("profile", """
                line  account  handle       followers  followees  created_at  verified
                2     a1       ann_example  1          1          2020-01-01  true
                3     a2       bob_example  3          1          2020-01-02  false
                """);
        staged.assertRows("rejected", """
                line  code        explanation
                5     bad_number  followers '-4' is not a whole number of 0 or more
                """);
        assertEquals(1, staged.counted("other"));
    }

    private boolean isOf(ExportFormat format, String text) throws IOException {
        return Staged.recognise(format, write("maybe.csv", text), Staged.asked())
                .isPresent();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
