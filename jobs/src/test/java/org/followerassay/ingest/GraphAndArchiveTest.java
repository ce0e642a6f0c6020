package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.IDENTITIES;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class GraphAndArchiveTest {
    @TempDir
    Path folder;

    @Test
    void anEdgeListSaysItsDirectionAndIsCheckedAgainstItsHeader(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder).snapshot("2026-10-31T00:00:00Z");
        run.read(run.file("edges.txt", """
                # Directed graph
                # Nodes: 3 Edges: 4
                0\t4
                0\t5
                4\t4
                0\t4
                """));

        assertTable("follower  followee\n0  4\n0  5\n", run.table(FOLLOWS), draw);
        assertTable("""
                account  direction  listed  complete
                0        followees  2       true
                4        followers  1       true
                5        followers  1       true
                """, run.table(COVERAGE), draw);
        assertTrue(run.hasSaid("0 follows 4"), run.said.toString());
        assertTrue(run.hasSaid("states 4 ties and 3 accounts, read were 4 and 3"), run.said.toString());
        assertTrue(
                run.hasSaid("6 lines = 2 header + 2 accepted + 1 repeated + 0 conflicting + 1 self ties"),
                run.said.toString());
    }

    @Test
    void aReversedListWithMissingEdgesIsNotComplete(Drawings draw) {
        IngestRun run = new IngestRun(draw.session(), folder)
                .snapshot("2026-10-31T00:00:00Z")
                .reversed();
        run.read(run.file("edges.txt", "# Nodes: 9 Edges: 40\n0 4\n"));

        assertTable("follower  followee\n4  0\n", run.table(FOLLOWS), draw);
        assertTrue(run.hasSaid("4 follows 0"), run.said.toString());
        assertTable("""
                account  complete  reason
                0        false     the header states 40 ties, the file holds 1
                4        false     the header states 40 ties, the file holds 1
                """, run.table(COVERAGE), draw);
    }

    /** Rows that are left out keep their place, so that places still tell how far two followers stood apart. */
    @Test
    void anArchiveIsReadNewestFirstOverItsPartsFromFolderOrZip(Drawings draw) throws IOException {
        Map<String, String> files = archive();
        IngestRun fromFolder = new IngestRun(draw.session(), folder.resolve("one"));
        files.forEach((name, content) -> fromFolder.file("x/" + name, content));
        fromFolder.read(folder.resolve("one/x").toString());
        IngestRun fromZip = new IngestRun(draw.session(), folder.resolve("two"));
        fromZip.read(fromZip.bytes("x.zip", zip(files)));

        for (IngestRun run : new IngestRun[] {fromFolder, fromZip}) {
            assertTable("""
                    snapshot              followee  follower             position
                    2026-10-31T08:00:00Z  900       1649505916260081665  5
                    2026-10-31T08:00:00Z  900       40120521             4
                    2026-10-31T08:00:00Z  900       77                   2
                    2026-10-31T08:00:00Z  900       5                    0
                    2026-10-31T08:00:00Z  40120521  900                  -
                    """, run.table(FOLLOWS), draw);
            assertTable("""
                    account  direction  listed  stated  complete  reason
                    900      followees  1       1       true      -
                    900      followers  4       9       false     5 of 9 stated ties are missing (55.6 %)
                    """, run.table(COVERAGE), draw);
            assertTable("""
                    account              created_at
                    1649505916260081665  2023-04-21T20:10:31.431Z
                    900                  2015-03-30T10:38:02.103Z
                    """, run.table(ACCOUNTS), draw);
            assertTable("""
                    account  platform  external_id  handle
                    900      x         900          ann_example
                    """, run.table(IDENTITIES), draw);
            assertTable("line  reason\n3  missing_cell\n", run.table(REJECTS), draw);
            assertTable("""
                    lines  accepted  conflicting  rejected
                    2      1         1            0
                    4      3         0            1
                    1      1         0            0
                    """, run.table(INPUT_FILES), draw);
            assertTrue(
                    run.hasSaid("X archive of one account, follower list, newest first, 4 rows of 9 stated,"
                            + " followee list, newest first, 1 row of 1 stated"),
                    run.said.toString());
        }
        assertTrue(
                fromZip.table(REJECTS).first().<String>getAs("file").endsWith("x.zip!data/follower.js"),
                fromZip.table(REJECTS).first().toString());
    }

    @Test
    void anEmptyListIsNotCompleteAndACutOneIsRefused(Drawings draw) {
        IngestRun cut = new IngestRun(draw.session(), folder.resolve("cut"));
        cut.file("x/data/account.js", archive().get("data/account.js"));
        cut.file(
                "x/data/follower.js",
                "window.YTD.follower.part0 = [ {\"follower\" : {\"accountId\" : \"12\"}}, {\"foll");
        cut.refuses(folder.resolve("cut/x").toString(), "damaged or cut short");

        IngestRun empty = new IngestRun(draw.session(), folder.resolve("empty")).account("900");
        empty.file("x/data/follower.js", "window.YTD.follower.part0 = [ ]");
        empty.file(
                "x/data/following.js", "window.YTD.following.part0 = [ {\"following\" : {\"accountId\" : \"12\"}} ]");
        empty.snapshot("2026-10-31T00:00:00Z").read(folder.resolve("empty/x").toString());
        assertTable("""
                direction  listed  complete  reason
                followees  1       true      -
                followers  0       false     the list is empty
                """, empty.table(COVERAGE), draw);
    }

    private static Map<String, String> archive() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("backup/data/follower.js", "window.YTD.follower.part0 = [ {\"follower\":{\"accountId\":\"666\"}} ]");
        files.put("__MACOSX/data/._follower.js", "junk");
        files.put("data/account.js", """
                window.YTD.account.part0 = [ { "account" : { "username" : "ann_example", "accountId" : "900",
                "createdAt" : "2015-03-30T10:38:02.103Z" } } ]""");
        files.put("data/manifest.js", """
                window.__THAR_CONFIG = { "archiveInfo" : { "generationDate" : "2026-10-31T08:00:00.000Z" },
                "dataTypes" : { "follower" : { "files" : [ { "count" : "4" }, { "count" : "5" } ] },
                "following" : { "files" : [ { "count" : "1" } ] } } }""");
        files.put("data/follower-part1.js", """
                window.YTD.follower.part1 = [ {"follower" : {"accountId" : "40120521"}}, {"follower" : {"accountId" : "5"}} ]""");
        files.put("data/follower.js", """
                window.YTD.follower.part0 = [
                  {"follower" : {"accountId" : "1649505916260081665", "userLink" : "https://example.invalid/?user_id=1"}},
                  {"follower" : {"accountId" : "40120521"}},
                  {"follower" : {}},
                  {"follower" : {"userLink" : "https://example.invalid/intent/user?user_id=77"}}
                ]""");
        files.put("data/following.js", """
                window.YTD.following.part0 = [ {"following" : {"accountId" : "40120521"}} ]""");
        return files;
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
