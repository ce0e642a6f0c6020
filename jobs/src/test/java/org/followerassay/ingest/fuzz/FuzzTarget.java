package org.followerassay.ingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code scripts/fuzz} calls again and again, in a program that watches which code each input reaches. */
public final class FuzzTarget {
    private static Trial trial;

    public static void fuzzerInitialize() throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("fuzz.folder")), "fuzz");
        folder.toFile().deleteOnExit();
        trial = new Trial(folder);
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        trial.of(input);
    }

    private FuzzTarget() {}
}
