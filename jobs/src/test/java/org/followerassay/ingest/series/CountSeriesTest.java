package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountSeriesTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsNamedAfterTheAccountUnlessTheUserSaysOtherwise() throws IOException {
        Path file = write("ann.csv", "date,followers,following\n2026-01-01,100,50\n");
        Staged staged = Staged.of(new CountSeries(), file);

        assertEquals("ann", staged.export().owner().orElseThrow().name());
        staged.assertRows("count", """
                account  observed_at  followers  followees  posts
                OWNER    2026-01-01   100        50         -
                """);
        assertEquals(
                "900000000000000001",
                Staged.of(new CountSeries(), file, Staged.asked("900000000000000001", null, null))
                        .export()
                        .owner()
                        .orElseThrow()
                        .name());
    }

    @Test
    void aColumnNamesTheAccountEvenOneOfDigits() throws IOException {
        Path file = write("all.tsv", "Time\tUser name\tFollowers Count\tMood\n2026-01-01 10:00:00\t007\t1\tgood\n");
        Staged staged = Staged.of(new CountSeries(), file);

        staged.assertRows("count", """
                account  observed_at          followers
                007      2026-01-01 10:00:00  1
                """);
        assertTrue(staged.export().owner().isEmpty());
        assertEquals(List.of("columns that are not read: mood"), staged.export().notes());
    }

    @Test
    void aRowWithoutTimeOrNumberIsRejected() throws IOException {
        Path file =
                write("ann.csv", "day,followers\n,5\n2026-01-01,\n2026-01-02,-1\n2026-01-03,12.3K\n31/12/2025,5\n1\n");

        Staged.of(new CountSeries(), file).assertRows("rejected", """
                line  code
                2     missing_cell
                3     missing_cell
                4     bad_number
                5     bad_number
                6     bad_time
                7     wrong_cell_count
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,followers_count,created_at",
                "account,snapshot,followers",
                "observed_at,account,row_in_list,followers",
                "observed_at,account,followers,created_at",
                "date,user_id,username,followers",
                "date,follower,followee,followers",
                "date,likes",
                "followers",
                "",
            })
    void tablesOfAccountsAndTiesAreLeftAlone(String header) throws IOException {
        Path file = write("table.csv", header + "\n1,2,3,4\n");

        assertTrue(Staged.recognise(new CountSeries(), file, Staged.asked()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily_followees_bob.csv",
                "daily_followers_bob.csv",
                "edges.txt",
                "names.csv",
                "ordered_followers.csv",
                "rejects.csv",
                "own",
                "own/accounts.csv",
                "own/coverage.csv",
                "own/follow_changes.csv",
                "own/follows.csv",
                "own/interactions.csv",
                ".",
            })
    void noFormatOfThisFamilyClaimsWhatTheGeneralOnesRead(String fixture) {
        Path path = Path.of("../datasets/fixtures").resolve(fixture).normalize();
        for (ExportFormat format : SeriesFormats.ALL) {
            assertTrue(Staged.recognise(format, path, Staged.asked()).isEmpty(), format.name());
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
