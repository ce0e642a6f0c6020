package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GhArchiveTest {
    @TempDir
    Path folder;

    @Test
    void theActorFollowsTheTargetInEveryShapeOfTheEvent() throws IOException {
        Staged staged = staged("""
                {"type":"FollowEvent","created_at":"2011-02-12T00:00:33Z","actor":{"login":"ann"},"payload":{"actor":"ann","target":{"login":"bob","followers":151}}}
                {"type":"FollowEvent","created_at":"2011-02-12T00:00:34Z","actor":{},"payload":{"actor":"ann","target":{"login":"cat"}}}
                {"type":"FollowEvent","created_at":"2011-05-25T21:42:08Z","actor":{"login":"ann"},"payload":{"target":{"id":3,"login":"dan","followers":0}}}
                {"type":"FollowEvent","created_at":"2012/03/10 22:55:32 -0800","actor":"ann","payload":{"target":{"login":"eve"}}}
                {"type":"FollowEvent","created_at":"2013-01-01T00:00:48-08:00","actor":"ann","actor_attributes":{"login":"ann"},"payload":{"target":{"login":"fay"}}}
                """);

        staged.assertRows("event", """
                follower  followee  change  earliest             latest
                ann       bob       follow  2011-02-12 00:00:33  2011-02-12 00:00:33
                ann       cat       follow  2011-02-12 00:00:34  2011-02-12 00:00:34
                ann       dan       follow  2011-05-25 21:42:08  2011-05-25 21:42:08
                ann       eve       follow  2012-03-11 06:55:32  2012-03-11 06:55:32
                ann       fay       follow  2013-01-01 08:00:48  2013-01-01 08:00:48
                """);
        staged.assertRows("profile", """
                account  followers  observed_at
                bob      151        2011-02-12 00:00:33
                dan      0          2011-05-25 21:42:08
                """);
    }

    @Test
    void aWatchEventIsAStarOfARepositoryOnTheDayInUtc() throws IOException {
        Staged staged = staged("""
                {"type":"WatchEvent","created_at":"2013-01-01T23:30:00-08:00","actor":"ann","repository":{"owner":"bob","name":"hammer"},"payload":{"action":"started"}}
                {"type":"WatchEvent","created_at":"2025-01-01T00:00:00Z","actor":{"login":"42"},"repo":{"name":"bob/9lives"},"payload":{"action":"started"}}
                """);

        staged.assertRows("interaction", """
                actor  target      interaction  period      count
                ann    bob/hammer  star         2013-01-02  1
                42     bob/9lives  star         2025-01-01  1
                """);
    }

    @Test
    void whatIsNoFollowOrStarIsPassedOverAndWhatIsDamagedIsRejected() throws IOException {
        Staged staged = staged("""
                {"type":"PushEvent","created_at":"2013-01-01T00:00:00Z","actor":"ann","payload":{}}
                {"created_at":"2013-01-01T00:00:00Z","actor":"ann","payload":{}}
                {"type":"FollowEvent","created_at":"2013-01-01T00:00:00Z","actor":"ann","payload":{"target":{"id":7}}}
                {"type":"FollowEvent","created_at":"now","actor":"ann","payload":{"target":{"login":"bob"}}}
                {"type":"WatchEvent","created_at":"2013-01-01T00:00:00Z","actor":"ann","repo":{"name":"/"},"payload":{}}
                {"type":"FollowEvent","created_at":"2013-01-01T00:00:00Z","actor":"ann","payload":{"target":{"login":"bob","followers":-1}}}
                {"type":"FollowEv""");

        assertEquals(1, staged.counted(RowSink.OTHER));
        staged.assertRows("rejected", """
                line  code
                2     missing_cell
                3     missing_cell
                4     bad_time
                5     missing_cell
                6     bad_number
                7     bad_record
                """);
        staged.assertRows("event", """
                line  followee
                6     bob
                """);
    }

    @Test
    void anHourWithoutLineFeedsIsReadToItsDamage() throws IOException {
        String event = "{\"type\":\"WatchEvent\",\"created_at\":\"2012-03-11T00:00:00Z\",\"actor\":\"ann\","
                + "\"repository\":{\"owner\":\"bob\",\"name\":\"hammer\"},\"payload\":{}}";
        Staged staged = staged(event + event + "{\"a\":1,\"a\":2}" + "[7]" + event + event.substring(0, 50));

        staged.assertRows("interaction", """
                line  actor  target
                1     ann    bob/hammer
                2     ann    bob/hammer
                5     ann    bob/hammer
                """);
        staged.assertRows("rejected", """
                line  code
                3     bad_record
                4     bad_record
                """);
        assertEquals(1, staged.damage().size());
    }

    @Test
    void aLongHourWithoutLineFeedsIsRecognised() throws IOException {
        String event = "{\"type\":\"WatchEvent\",\"created_at\":\"2012-03-11T00:00:00Z\",\"actor\":\"ann\","
                + "\"repository\":{\"owner\":\"bob\",\"name\":\"hammer\"},\"payload\":{}}";
        Staged staged = staged(event.repeat(9_000));

        assertEquals(List.of(), staged.damage());
        assertEquals(9_000, staged.counted(RowSink.ROW));
    }

    @Test
    void linesOfOtherJsonAreLeftToOthers() throws IOException {
        for (String line : List.of("{\"type\":\"click\"}", "{\"type\":\"FollowEvent\"}", "[1,2]", "")) {
            Path file = Files.writeString(folder.resolve("other.json"), line);
            assertTrue(Staged.recognise(new GhArchive(), file, Staged.asked()).isEmpty(), line);
        }
    }

    private Staged staged(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("2013-01-01-0.json"), lines);
        return Staged.of(new GhArchive(), file);
    }
}
