package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a contender is to do, as its process is told.
 *
 * @param warmUp a small file of the same kind, read first and not timed
 * @param output a folder that is not there yet
 * @param measurement where to write what was measured
 */
record Task(Path input, Path warmUp, Path output, Path measurement) {
    static final String SNAPSHOT = "2026-01-01";

    static Task of(String[] args) {
        return new Task(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
    }

    List<String> args() {
        return List.of(input.toString(), warmUp.toString(), output.toString(), measurement.toString());
    }

    Path warmUpOutput() {
        return output.resolveSibling(output.getFileName() + "-warm-up");
    }

    void report(Measurement measured) throws IOException {
        Files.writeString(measurement, Json.line(measured));
    }

    Measurement measured() throws IOException {
        return Json.read(Files.readString(measurement), Measurement.class);
    }
}
