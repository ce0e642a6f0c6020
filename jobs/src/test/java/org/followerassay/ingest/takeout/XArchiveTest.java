package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XArchiveTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/x-archive");
    private static final String ACCOUNT = "window.YTD.account.part0 = [{\"account\": {\"accountId\": \"77\"}}]";

    @TempDir
    private Path folder;

    @Test
    void listsAreReadInTheOrderOfTheirPartsFollowersFirst() {
        Staged staged = Staged.of(new XArchive(), FIXTURES.resolve("2026-10"));

        assertEquals(List.of("data/follower.js", "data/follower-part1.js", "data/following.js"), files(staged));
        assertEquals(
                Map.of(Owner.FOLLOWERS, 11L, Owner.FOLLOWEES, 5L),
                staged.export().stated());
        staged.assertRows("tie", """
                file                   line  follower             followee             direction
                data/follower.js        1    1786194125423378472  OWNER                followers
                data/follower.js        2    1888387759379316777  OWNER                followers
                data/follower.js        3    9999999901           OWNER                followers
                data/follower.js        4    1101996112614522882  OWNER                followers
                data/follower.js        5    1389007813883199492  OWNER                followers
                data/follower.js        6    9999999902           OWNER                followers
                data/follower.js        7    1675657127286276102  OWNER                followers
                data/follower-part1.js  1    1036405444081352712  OWNER                followers
                data/follower-part1.js  2    9999999903           OWNER                followers
                data/follower-part1.js  3    1466560608118767627  OWNER                followers
                data/follower-part1.js  4    1477794887809105932  OWNER                followers
                data/following.js       1    OWNER                959577425576984577   followees
                data/following.js       2    OWNER                1101996112614522882  followees
                data/following.js       3    OWNER                1245864351114461187  followees
                data/following.js       4    OWNER                1389007813883199492  followees
                data/following.js       5    OWNER                1786194125423378472  followees
                """);
    }

    @Test
    void anArchiveOf2019HasItsFilesAtTheRoot() {
        Staged staged = Staged.of(new XArchive(), FIXTURES.resolve("2019-04"));

        assertEquals(List.of("follower.js", "following.js"), files(staged));
        assertEquals(99_000_001L, staged.export().owner().orElseThrow().account());
        staged.assertRows("rejected", """
                file         line  code          explanation
                follower.js  6     missing_cell  accountId is missing
                """);
    }

    @Test
    void elevenPartsAreReadInTheOrderOfTheirNumbers() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("data/account.js", ACCOUNT);
        files.put("data/follower.js", list(0, "100"));
        for (int part = 1; part <= 11; part++) {
            files.put("data/follower-part" + part + ".js", list(part, "" + (100 + part)));
        }

        Staged staged = Staged.of(new XArchive(), Drawn.folder(folder, files));

        assertEquals(
                Stream.concat(
                                Stream.of("data/follower.js"),
                                IntStream.rangeClosed(1, 11).mapToObj(part -> "data/follower-part" + part + ".js"))
                        .toList(),
                files(staged));
    }

    @Test
    void anAccountThatStandsInTwoPartsIsTheSameAccount() throws IOException {
        Staged staged = Staged.of(
                new XArchive(),
                Drawn.folder(
                        folder,
                        Map.of(
                                "data/account.js", ACCOUNT,
                                "data/follower.js", list(0, "102", "101"),
                                "data/follower-part1.js", list(1, "101", "100"))));

        staged.assertRows("tie", """
                file                    line  follower  followee
                data/follower.js        1     102       OWNER
                data/follower.js        2     101       OWNER
                data/follower-part1.js  1     101       OWNER
                data/follower-part1.js  2     100       OWNER
                """);
    }

    @Test
    void copiesBesideTheFilesOfAZipAreNotRead() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("data/account.js", ACCOUNT);
        files.put("data/follower.js", list(0, "101"));
        files.put("__MACOSX/data/._follower.js", "\u0000\u0005\u0016\u0007");
        files.put("data/._follower.js", "\u0000\u0005\u0016\u0007");
        files.put("backup/data/follower.js", list(0, "555", "556"));
        files.put("follower.js", list(0, "777"));

        Staged staged = Staged.of(new XArchive(), Drawn.zip(folder.resolve("archive.zip"), files));

        assertEquals(List.of("data/follower.js"), files(staged));
        staged.assertRows("tie", """
                line  follower  followee  direction
                1     101       OWNER     followers
                """);
    }

    @Test
    void anArchiveWithoutAccountAsksForIt() throws IOException {
        Path archive = Drawn.folder(folder, Map.of("data/follower.js", list(0, "101")));

        String refusal = Staged.refusal(new XArchive(), archive);

        assertTrue(refusal.endsWith("(account.js is missing): add --account with the id"), refusal);
    }

    private static List<String> files(Staged staged) {
        return staged.export().parts().stream().map(part -> part.entry().path()).toList();
    }

    private static String list(int part, String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"follower\": {\"accountId\": \"" + id + "\"}}")
                .collect(Collectors.joining(", ", "window.YTD.follower.part" + part + " = [", "]"));
    }
}
