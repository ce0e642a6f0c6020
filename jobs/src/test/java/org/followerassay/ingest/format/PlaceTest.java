package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.flow.AssayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    @TempDir
    Path folder;

    private Place place;

    @BeforeEach
    void files() throws IOException {
        for (String path : List.of(
                "b.csv",
                "a/x.txt",
                "a/y/z.txt",
                "aa/x.txt",
                "ab.txt",
                ".hidden",
                "_done",
                "a/.git/x",
                "Backup/old.csv",
                "t/_delta_log/0.json",
                "u/metadata/v1.metadata.json",
                "u/data/p.parquet")) {
            Path file = folder.resolve("in").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
        place = Staged.place(folder.resolve("in"));
    }

    @Test
    void filesComeInTheOrderOfTheirPathsWithoutWhatNobodyMeans() {
        assertEquals(
                List.of(
                        "a/x.txt",
                        "a/y/z.txt",
                        "aa/x.txt",
                        "ab.txt",
                        "b.csv",
                        "u/data/p.parquet",
                        "u/metadata/v1.metadata.json"),
                paths(place));
        assertFalse(place.isFile());
        assertEquals("in", place.name());
        assertEquals(7 + 9 + 8 + 6 + 5 + 16 + 27, place.bytes());
        assertTrue(place.path().endsWith("/in"), place.path());
    }

    @Test
    void aFolderWithinIsAPlaceOfItsOwn() {
        assertEquals(Set.of("a", "aa", "u"), place.folders());
        Place below = place.in("a");

        assertEquals(List.of("x.txt", "y/z.txt"), paths(below));
        assertEquals("in/a", below.name());
        assertEquals("a", below.fileName());
        assertTrue(below.path().endsWith("/in/a"), below.path());
        assertEquals(List.of("x.txt"), paths(place.in("aa")));
        assertEquals(List.of(), paths(place.in("none")));
        assertEquals(List.of("z.txt"), paths(below.in("y")));
    }

    @Test
    void filesDirectlyBelowArePlacesOfTheirOwn() {
        assertEquals(
                List.of("in/ab.txt", "in/b.csv"),
                place.files().stream().map(Place::name).toList());
        Place file = place.files().get(1);
        assertTrue(file.isFile());
        assertEquals("b.csv", file.fileName());
        assertEquals("b.csv", file.file().path());
        assertTrue(file.path().endsWith("/in/b.csv"), file.path());
    }

    @Test
    void tablesOfOtherSystemsAreKnownByTheirFolders() {
        assertTrue(place.in("t").hasMark("_delta_log"));
        assertFalse(place.hasMark("_delta_log"));
        assertTrue(place.in("u").hasMark("metadata"));
        assertFalse(place.in("u").hasMark("_delta_log"));
        Place one = place.in("u").asOne();
        assertTrue(one.isFile() && one.hasMark("metadata"));
        assertEquals(1, one.entries().size());
        assertEquals(16 + 27, one.file().bytes());
        Place file = place.files().get(0);
        assertEquals(file, file.asOne());
    }

    @Test
    void filesAreFoundByTheirWholePath() {
        assertEquals("a/x.txt", place.entry("a/x.txt").orElseThrow().path());
        assertTrue(place.entry("x.txt").isEmpty());
        assertEquals(
                List.of("a/x.txt", "aa/x.txt"),
                place.matching(Pattern.compile("a+/x\\.txt")).stream()
                        .map(Entry::path)
                        .toList());
    }

    @Test
    void aZipIsAFolderWithoutWhatNobodyMeans() throws IOException {
        byte[] zip = new ZipDraft()
                .file("data/x.js", "1")
                .file("__MACOSX/y", "2")
                .file(".z", "3")
                .bytes();
        Place unzipped = Staged.place(Files.write(folder.resolve("export.zip"), zip));

        assertEquals(List.of("data/x.js"), paths(unzipped));
        assertEquals(
                "export.zip!data/x.js",
                unzipped.entry("data/x.js").orElseThrow().shown());
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertDoesNotThrow(() -> Place.refuseTooDeep("in", "a/".repeat(100) + "a"));
        assertThrows(AssayException.class, () -> Place.refuseTooDeep("in", "a/".repeat(101) + "a"));
        assertDoesNotThrow(() -> Place.refuseTooDeep("in", "a".repeat(4_000)));
        assertThrows(AssayException.class, () -> Place.refuseTooDeep("in", "a".repeat(4_001)));
        Limits two = new Limits(2, 400, 1L << 40);
        assertDoesNotThrow(() -> Place.refuseTooMany("in", 2, two));
        assertThrows(AssayException.class, () -> Place.refuseTooMany("in", 3, two));
    }

    private static List<String> paths(Place place) {
        return place.entries().stream().map(Entry::path).toList();
    }
}
