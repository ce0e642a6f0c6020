package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** How long the steps of commands took, one line of JSON per command and size; lines are only ever added. */
record StepFile(Path path) {
    void append(StepTimes times) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, Json.line(times).strip() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The lines of a command's newest session, in the order in which they were measured. */
    List<StepTimes> newest(String command) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<StepTimes> all = Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, StepTimes.class))
                .filter(one -> one.command().equals(command))
                .toList();
        String newest =
                all.stream().map(StepTimes::session).max(String::compareTo).orElse("");
        return all.stream().filter(one -> one.session().equals(newest)).toList();
    }
}
