package org.followerassay.ingest.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueskyCarTest {
    private static final Path FIXTURE = Path.of("../datasets/fixtures/bluesky-car/ann.car");
    private static final String ANN = "did:plc:annexample22222222222222";
    private static final long JANUARY = 1_767_409_200_000_000L;
    private static final String REVISION = TidTest.key(JANUARY, 1);

    @TempDir
    Path folder;

    @Test
    void theFixtureIsARepositoryOfSeveralLayers() throws IOException {
        Path written = folder.resolve("ann.car");
        Repository repository = new Repository().profile();
        for (int i = 0; i < 12; i++) {
            String key = TidTest.key(JANUARY - i * 86_400_000_000L, i);
            String name = "did:plc:" + "abcdefghijkl".substring(i, i + 1).repeat(10) + "example" + "2222222";
            repository.post(key).follow(key, name, "2025-12-" + (10 + i) + "T08:00:00.000Z");
        }
        repository
                .follow("imported", "did:plc:bobexample22222222222222", "2019-08-07T06:05:04.321Z")
                .follow(TidTest.key(JANUARY, 99), "did:plc:catexample22222222222222", "0001-01-01T00:00:00Z")
                .follow(TidTest.key(JANUARY, 100), null, "2026-01-01T00:00:00Z")
                .deletedFollow("did:plc:danexample22222222222222", "2025-01-01T00:00:00Z")
                .write(written, ANN, REVISION, true);
        if ("write".equals(System.getProperty("expected"))) {
            Files.createDirectories(FIXTURE.getParent());
            Files.copy(written, FIXTURE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        assertArrayEquals(Files.readAllBytes(written), Files.readAllBytes(FIXTURE));
    }

    @Test
    void theOwnerFollowsTheSubjectsOfTheRecordsThatTheTreeLeadsTo() throws IOException {
        Staged staged = staged(new Repository()
                .profile()
                .post("3mbinvented2a")
                .follow("3mbinvented2b", "did:plc:bob", "2024-11-12T10:11:12.345Z")
                .follow("3mbinvented2a", "did:plc:cat", "2024-11-13T10:11:12Z")
                .deletedFollow("did:plc:dan", "2024-11-14T10:11:12Z"));

        assertEquals(List.of(Owner.FOLLOWEES), staged.export().lists());
        assertEquals(ANN, staged.export().owner().orElseThrow().name());
        assertEquals(JANUARY, staged.export().snapshot().orElseThrow());
        assertEquals(2, staged.counted(RowSink.OTHER));
        staged.assertRows("tie", """
                line  follower  followee     direction  followed_at
                3     OWNER     did:plc:cat  followees  2024-11-13 10:11:12
                4     OWNER     did:plc:bob  followees  2024-11-12 10:11:12
                """);
    }

    @Test
    void aClaimThatIsNoTimeGivesWayToTheTimeInTheKey() throws IOException {
        Staged staged = staged(new Repository()
                .follow(TidTest.key(JANUARY, 5), "did:plc:bob", "0001-01-01T00:00:00Z")
                .follow("own-key", "did:plc:cat", "yesterday"));

        staged.assertRows("tie", """
                followee     followed_at
                did:plc:bob  2026-01-03 03:00:00
                did:plc:cat  -
                """);
    }

    @Test
    void aTreeOfHundredsOfKeysIsWalkedInTheirOrder() throws IOException {
        Repository repository = new Repository();
        for (int i = 0; i < 700; i++) {
            repository.follow(String.format("k%03d", i), "did:plc:a" + i, "2026-01-01T00:00:00Z");
        }
        StringBuilder expected = new StringBuilder("line  followee\n");
        for (int i = 0; i < 700; i++) {
            expected.append(i + 1).append("  did:plc:a").append(i).append('\n');
        }

        staged(repository).assertRows("tie", expected.toString());
    }

    @Test
    void aRecordWithoutSubjectOrWithoutItsBlockIsRejectedAlone() throws IOException {
        Staged staged = staged(new Repository()
                .follow("a", null, "2026-01-01T00:00:00Z")
                .lostFollow("b")
                .follow("c", "did:plc:cat", "2026-01-01T00:00:00Z"));

        staged.assertRows("rejected", """
                line  code          text
                1     missing_cell  a
                2     bad_record    b
                """);
        staged.assertRows("tie", """
                followee
                did:plc:cat
                """);
    }

    @Test
    void anEmptyRepositoryIsAListOfNobody() throws IOException {
        Staged staged = staged(new Repository());

        assertEquals(List.of(), staged.damage());
        assertEquals(List.of(Owner.FOLLOWEES), staged.export().lists());
    }

    @Test
    void anExportOfChangesOnlyIsDamaged() throws IOException {
        Path file = folder.resolve("ann.car");
        new Repository().follow("a", "did:plc:bob", "2026-01-01T00:00:00Z").write(file, ANN, REVISION, false);

        String why = Staged.of(new BlueskyCar(), file).damage().get(0);
        assertTrue(why.contains("export the repository whole"), why);
    }

    @Test
    void aFileThatIsCutOrChangedIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURE);
        Path cut = Files.write(folder.resolve("cut.car"), Arrays.copyOf(whole, whole.length - 7));
        assertTrue(Staged.of(new BlueskyCar(), cut).damage().get(0).contains("ends in the middle"));

        whole[whole.length - 7] ^= 1;
        Path changed = Files.write(folder.resolve("changed.car"), whole);
        assertTrue(Staged.of(new BlueskyCar(), changed).damage().get(0).contains("not what its name promises"));
    }

    @Test
    void anotherProgramsFileIsNotTakenForOneUnlessTheUserSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("assets.car"), "BOMStore and more of it");

        assertTrue(Staged.recognise(new BlueskyCar(), file, Staged.asked()).isEmpty());
        AssayException refused = Assertions.assertThrows(
                AssayException.class, () -> Staged.recognise(new BlueskyCar(), file, Staged.asked(null, null, null)));
        assertTrue(refused.getMessage().contains("is no repository in a CAR file"), refused.getMessage());
    }

    private Staged staged(Repository repository) throws IOException {
        Path file = folder.resolve("repository.car");
        repository.write(file, ANN, REVISION, true);
        return Staged.of(new BlueskyCar(), file);
    }
}
