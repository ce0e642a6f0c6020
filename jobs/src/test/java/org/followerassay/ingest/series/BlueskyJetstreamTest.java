package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueskyJetstreamTest {
    @TempDir
    Path folder;

    @Test
    void theDidFollowsTheSubjectAtTheTimeOfTheServer() throws IOException {
        Staged staged = staged(follow("did:plc:ann", "did:plc:bob", "3mbinvented22"));

        staged.assertRows("event", """
                follower     followee     change  earliest             latest               record_key                 followed_at
                did:plc:ann  did:plc:bob  follow  2026-01-03 03:00:00  2026-01-03 03:00:00  did:plc:ann/3mbinvented22  -
                """);
    }

    @Test
    void anUnfollowNamesNobodyButItsKeyTellsWhenTheFollowBegan() throws IOException {
        String key = TidTest.key(1_750_000_000_000_000L, 9);
        Staged staged = staged(line("did:plc:ann", commit("delete", key, "")));

        staged.assertRows("event", """
                follower     followee  change    earliest             followed_at
                did:plc:ann  -         unfollow  2026-01-03 03:00:00  2025-06-15 15:06:40
                """);
    }

    @Test
    void aKeyThatClaimsATimeAfterItsOwnEndIsNotBelieved() throws IOException {
        String key = TidTest.key(1_790_000_000_000_000L, 9);
        Staged staged = staged(line("did:plc:ann", commit("delete", key, "")));

        staged.assertRows("event", """
                change    earliest             followed_at
                unfollow  2026-01-03 03:00:00  -
                """);
    }

    @Test
    void anAccountThatWasTakenDownIsSuspendedAndMayComeBack() throws IOException {
        Staged staged = staged(
                line("did:plc:ann", account("false,\"status\":\"takendown\"")),
                line("did:plc:ann", account("true")),
                line("did:plc:ann", account("false,\"status\":\"desynchronized\"")),
                line("did:plc:ann", account("false")));

        staged.assertRows("profile", """
                line  account      status     observed_at
                1     did:plc:ann  suspended  2026-01-03 03:00:00
                2     did:plc:ann  active     2026-01-03 03:00:00
                """);
        assertEquals(1, staged.counted(RowSink.OTHER));
        staged.assertRows("rejected", """
                line  code
                4     missing_cell
                """);
    }

    @Test
    void linesThatSayTooLittleAreRejectedOneByOne() throws IOException {
        Staged staged = staged(
                follow("did:plc:ann", "did:plc:bob", "3mbinvented22"),
                line("did:plc:ann", commit("create", "3mbinvented23", ",\"record\":{}")),
                line("did:plc:ann", commit("update", "3mbinvented22", ",\"record\":{\"subject\":\"did:plc:cat\"}")),
                "{\"time_us\":1767409200000000,\"kind\":\"commit\"}",
                "{\"did\":\"did:plc:ann\",\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\","
                        + "\"collection\":\"app.bsky.graph.follow\",\"rkey\":\"3mbinvented22\"}}",
                "{\"did\":\"did:plc:ann\",\"time_us\":1767409200000000,\"kind\":\"label\"}",
                "{\"did\":\"did:plc:ann\",\"time_us\":17674");

        staged.assertRows("rejected", """
                line  code
                2     missing_cell
                3     bad_record
                4     missing_cell
                5     missing_cell
                6     bad_record
                7     bad_record
                """);
    }

    @Test
    void aFolderOfRotatedFilesIsOneExportUnlessItHoldsAnythingElse() throws IOException {
        for (String name : new String[] {"jetstream-1.jsonl", "jetstream-2.jsonl", "jetstream.jsonl.3"}) {
            Files.writeString(folder.resolve(name), follow("did:plc:ann", "did:plc:bob", "3mbinvented22"));
        }
        Files.writeString(folder.resolve("jetstream-0.jsonl"), "");
        Files.writeString(folder.resolve("jetstream-9.jsonl"), "\n");
        Files.writeString(folder.resolve("README.md"), "our log");
        Staged staged = Staged.of(new BlueskyJetstream(), folder);
        assertEquals(5, staged.export().parts().size());

        Files.writeString(folder.resolve("edges.txt"), "1 2");
        assertTrue(
                Staged.recognise(new BlueskyJetstream(), folder, Staged.asked()).isEmpty());
    }

    private Staged staged(String... lines) throws IOException {
        Path file = folder.resolve("lines.jsonl");
        Files.writeString(file, String.join("\n", lines));
        return Staged.of(new BlueskyJetstream(), file);
    }

    private static String follow(String did, String subject, String key) {
        return line(did, commit("create", key, ",\"record\":{\"subject\":\"" + subject + "\"}"));
    }

    private static String line(String did, String what) {
        return "{\"did\":\"" + did + "\",\"time_us\":1767409200000000," + what + "}";
    }

    private static String commit(String operation, String key, String more) {
        return "\"kind\":\"commit\",\"commit\":{\"operation\":\"" + operation
                + "\",\"collection\":\"app.bsky.graph.follow\",\"rkey\":\"" + key + "\"" + more + "}";
    }

    private static String account(String active) {
        return "\"kind\":\"account\",\"account\":{\"active\":" + active + "}";
    }
}
