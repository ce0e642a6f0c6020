package org.followerassay.ingest.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoneypotTest {
    private static final String PROFILE = "7\t2006-09-18 01:07:50\t2010-01-17 20:38:25\t30\t20\t4\t10\t0\n";

    @TempDir
    Path set;

    @Test
    void theLengthsOfAListAreNeverReadAsAccounts() throws IOException {
        Files.writeString(set.resolve("content_polluters.txt"), PROFILE);
        Files.writeString(set.resolve("content_polluters_followings.txt"), "7\t30,31,32\n8\t1\n9\t\n10\t4,x\n");

        Staged staged = Staged.of(new Honeypot(), set);

        staged.assertRows("tie", "file");
        staged.assertRows("count", "file");
        assertEquals(2, staged.counted(RowSink.OTHER));
        staged.assertRows("rejected", """
                file                              line  code
                content_polluters_followings.txt  3     bad_record
                content_polluters_followings.txt  4     bad_record
                """);
    }

    @Test
    void lengthsByThemselvesAreRefusedBeforeTheyAreTakenForTies() throws IOException {
        Path lengths = Files.writeString(set.resolve("legitimate_users_followings.txt"), "7\t30,31\n");

        String refusal = Staged.refusal(new Honeypot(), lengths);

        assertTrue(refusal.contains("lengths of follow lists without dates, not ties"), refusal);
    }

    @Test
    void followeesStandBeforeFollowers() throws IOException {
        Files.writeString(set.resolve("legitimate_users.txt"), PROFILE);

        Staged.of(new Honeypot(), set).assertRows("profile", """
                account  followees  followers  posts  has_bio  created_at           snapshot
                7        30         20         4      false    2006-09-18 01:07:50  2010-01-17 20:38:25
                """);
    }

    @Test
    void anAccountInBothClassesKeepsWhatEachSaw() throws IOException {
        Files.writeString(set.resolve("content_polluters.txt"), PROFILE);
        Files.writeString(set.resolve("legitimate_users.txt"), PROFILE.replace("2010-01-17", "2010-02-17"));

        Staged.of(new Honeypot(), set).assertRows("profile", """
                file                   account  snapshot
                content_polluters.txt  7        2010-01-17 20:38:25
                legitimate_users.txt   7        2010-02-17 20:38:25
                """);
    }

    @Test
    void aRowIsWholeOrRejected() throws IOException {
        Files.writeString(
                set.resolve("content_polluters.txt"),
                PROFILE + "7\t2006\n7\t\t2010-01-17 20:38:25\t1\t2\t3\t4\t5\n"
                        + PROFILE.replace("\t30\t", "\t3.5\t")
                        + PROFILE.replace("7\t2006", "ann\t2006"));

        Staged.of(new Honeypot(), set).assertRows("rejected", """
                line  code
                2     wrong_cell_count
                3     missing_cell
                4     bad_number
                5     bad_id
                """);
    }

    @Test
    void anotherTextOfThatNameIsNotClaimed() throws IOException {
        Files.writeString(set.resolve("legitimate_users.txt"), "ann\nbob\n");

        assertTrue(Staged.recognise(new Honeypot(), set, Staged.asked()).isEmpty());
    }
}
