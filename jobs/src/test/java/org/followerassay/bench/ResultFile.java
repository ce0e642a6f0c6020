package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Every result ever measured, one line of JSON each; lines are only ever added. */
record ResultFile(Path path) {

    void append(Result result) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, Json.line(result), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The results of the newest session of a benchmark, in the order in which they were measured. */
    List<Result> newest(String benchmark) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<Result> all = Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, Result.class))
                .filter(result -> result.benchmark().equals(benchmark))
                .toList();
        String newest = all.stream().map(Result::session).max(String::compareTo).orElse("");
        return all.stream().filter(result -> result.session().equals(newest)).toList();
    }
}
