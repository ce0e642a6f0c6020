package org.followerassay.ingest.edges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeiboLinksTest {
    private static final Path FIXTURE = Path.of("../datasets/fixtures/weibo-links/weibo_invented.bin");

    @TempDir
    Path folder;

    @Test
    void whatStoodOnTheFirstDayIsATieAndTheRestAreChangesToTheDay() {
        Staged staged = Staged.of(new WeiboLinks(), FIXTURE);

        staged.assertRows("tie", """
                line  follower  followee  snapshot
                1     1         2         2012-09-28
                3     1         4         2012-09-28
                5     3         1         2012-09-28
                """);
        staged.assertRows("event", """
                line  further  follower  followee  change    earliest    latest
                2     false    1         3         follow    2012-10-03  2012-10-04
                3     true     1         4         unfollow  2012-10-05  2012-10-06
                4     false    1         5         follow    2012-10-01  2012-10-02
                4     true     1         5         unfollow  2012-10-02  2012-10-03
                4     true     1         5         follow    2012-10-07  2012-10-08
                """);
        staged.assertRows("rejected", """
                line  code        explanation
                7     bad_time    the days are not between 0 and 31 or do not ascend
                8     bad_time    the days are not between 0 and 31 or do not ascend
                9     bad_record  the edge has no day
                """);
        assertEquals(1, staged.counted("self_tie"));
    }

    @Test
    void theDirectionCanBeTurned() {
        Staged.of(new WeiboLinks(), FIXTURE, EdgeListTest.REVERSED).assertRows("tie", """
                line  follower  followee
                1     2         1
                3     4         1
                5     1         3
                """);
    }

    @Test
    void aFileThatIsCutShortOrGoesOnIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURE);
        Path cut = Files.write(folder.resolve("cut-weibo.bin"), Arrays.copyOf(whole, whole.length - 2));
        Path more = Files.write(folder.resolve("more-weibo.bin"), Arrays.copyOf(whole, whole.length + 1));

        assertTrue(Staged.of(new WeiboLinks(), cut).damage().get(0).contains("cut short"));
        assertTrue(Staged.of(new WeiboLinks(), more).damage().get(0).contains("something follows them"));
    }

    @Test
    void aTextOfThatNameIsLeftAlone() throws IOException {
        Path text = Files.writeString(folder.resolve("weibo.txt"), "1 2\n2 3\n3 4\n4 5\n5 6\n");

        assertTrue(Staged.recognise(new WeiboLinks(), text, Staged.asked()).isEmpty());
        AssayException refused = Assertions.assertThrows(
                AssayException.class, () -> Staged.recognise(new WeiboLinks(), text, Staged.asked(null, null, null)));
        assertTrue(refused.getMessage().contains("does not begin with plausible numbers"));
    }
}
