package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedInTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures/linkedin");

    @TempDir
    private Path folder;

    @Test
    void aConnectionRunsBothWaysAndAFollowOneWay() throws IOException {
        Staged staged = Staged.of(
                new LinkedIn(),
                Drawn.folder(
                        folder,
                        Map.of(
                                "Connections.csv",
                                "First Name,Last Name,URL,Connected On\n"
                                        + "Bea,B,https://www.linkedin.com/in/bea-b,15 Jun 2026\n",
                                "Company Follows.csv",
                                "Organization,Followed On\nAcme,Wed Jun 24 12:43:42 UTC 2026\n")),
                Staged.asked("ann", null, null));

        staged.assertRows("tie", """
                file                 line  further  follower  followee        direction  followed_at
                Connections.csv      2     false    bea-b     OWNER           followers  2026-06-15
                Connections.csv      2     true     OWNER     bea-b           followees  2026-06-15
                Company Follows.csv  2     false    OWNER     Acme (company)  followees  2026-06-24 12:43:42
                """);
        assertEquals(List.of("followers", "followees"), staged.export().lists());
    }

    @Test
    void rowsThatCannotBeUsedSayWhy() {
        Staged staged = Staged.of(new LinkedIn(), FIXTURES.resolve("2026"));

        staged.assertRows("rejected", """
                file                 line  code              explanation
                Connections.csv      10    wrong_cell_count  the row has 3 cells, the header 7
                Connections.csv      11    bad_id            URL 'https://www.linkedin.com/company/acme' is not a profile's address
                Connections.csv      15    bad_time          Connected On '31 Foo 2023' is not a day between 1970 and 2100
                Member_Follows.csv   4     bad_word          Status 'Perhaps' is neither a follow nor an unfollow
                Company Follows.csv  4     missing_cell      Organization is missing
                """);
    }

    @Test
    void closedAccountsOfOneDayAreTwoPeopleAndTheSameInEachReading() {
        for (int reading = 0; reading < 2; reading++) {
            Staged.of(new LinkedIn(), FIXTURES.resolve("2026")).assertRows("event", """
                    follower  followee                                  change    latest
                    OWNER     Jan Beispiel (followed by Cleo Example)   unfollow  2025-05-02
                    """);
        }
        Staged staged = Staged.of(new LinkedIn(), FIXTURES.resolve("2023"), Staged.asked("ann", null, null));

        staged.assertRows("tie", """
                line  follower                                                    followee
                2     bea-beispiel-1                                              OWNER
                2     OWNER                                                       bea-beispiel-1
                3     quoted-comma                                                OWNER
                3     OWNER                                                       quoted-comma
                4     someone without a name since 2021-11-11 (connection of ann)  OWNER
                4     OWNER                                                       someone without a name since 2021-11-11 (connection of ann)
                """);
    }

    @Test
    void withoutAddressesPeopleAreKnownByNameAndDay() {
        Staged staged = Staged.of(new LinkedIn(), FIXTURES.resolve("2018"), Staged.asked("ann", null, null));

        staged.assertRows("tie", """
                line  follower                                               followed_at
                2     Bea Beispiel since 2018-12-31 (connection of ann)      2018-12-31 05:04:00
                2     OWNER                                                  2018-12-31 05:04:00
                3     Tom Beispiel since 2015-01-02 (connection of ann)      2015-01-02 23:59:00
                3     OWNER                                                  2015-01-02 23:59:00
                4     Tom Beispiel since 2015-01-02 #2 (connection of ann)   2015-01-02 23:58:00
                4     OWNER                                                  2015-01-02 23:58:00
                5     Tom Beispiel since 2014-03-04 (connection of ann)      2014-03-04 13:00:00
                5     OWNER                                                  2014-03-04 13:00:00
                """);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "15 Jun 2026                  | 2026-06-15T00:00:00Z",
                "03 Sep 2024                  | 2024-09-03T00:00:00Z",
                "1 Jan 2024                   | 2024-01-01T00:00:00Z",
                "12/31/18, 5:04 AM            | 2018-12-31T05:04:00Z",
                "1/2/2015, 12:30 am           | 2015-01-02T00:30:00Z",
                "Wed Jun 24 12:43:42 UTC 2026 | 2026-06-24T12:43:42Z",
                "2025/04/01 10:11:12 UTC      | 2025-04-01T10:11:12Z",
                "2025-04-01                   | 2025-04-01",
                "31 Foo 2023                  | 31 Foo 2023"
            })
    void daysAreReadInAllTheirForms(String text, String iso) {
        assertEquals(iso, LinkedInDates.iso(text));
    }

    @Test
    void followsAloneAreNoWholeList() throws IOException {
        Path export =
                Drawn.folder(folder, Map.of("Member_Follows_12.csv", "Date,Status,FullName\n2025-05-02,Active,Al\n"));

        Staged staged = Staged.of(new LinkedIn(), export, Staged.asked("ann", null, null));

        assertEquals(List.of(), staged.export().lists());
        assertTrue(staged.export().partial().isPresent());
    }

    @Test
    void anotherConnectionsFileIsNotClaimed() throws IOException {
        Path export = Drawn.folder(folder, Map.of("Connections.csv", "source,target\n1,2\n"));

        assertTrue(Staged.recognise(new LinkedIn(), export, Staged.asked()).isEmpty());
    }
}
