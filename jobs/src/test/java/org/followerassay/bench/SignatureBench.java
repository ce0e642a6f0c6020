package org.followerassay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Runs the signatures on platforms of several sizes, each in a process of its own, and keeps how long each step took. */
record SignatureBench(Path work, Path results, Fork fork, PrintStream say) {
    static final String NAME = "signatures";

    List<StepTimes> run(List<Long> sizes, String session, String commit) throws IOException, InterruptedException {
        List<StepTimes> measured = new ArrayList<>();
        for (long ties : sizes) {
            say.printf("%,d ties ...%n", ties);
            Path folder = work.resolve("ties-" + ties);
            Path file = work.resolve("steps.json");
            fork.run(
                    TimedSteps.class,
                    List.of(folder.toString(), Long.toString(ties), session, commit, file.toString()));
            String line = Files.readString(file).strip();
            Files.createDirectories(results.toAbsolutePath().getParent());
            Files.writeString(results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            measured.add(Json.read(line, StepTimes.class));
            IngestBench.delete(folder);
        }
        return measured;
    }

    /** The lines of the newest session, in the order in which they were measured. */
    static List<StepTimes> newest(Path results) throws IOException {
        if (!Files.exists(results)) {
            return List.of();
        }
        List<StepTimes> all = Files.readAllLines(results).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, StepTimes.class))
                .toList();
        String newest =
                all.stream().map(StepTimes::session).max(String::compareTo).orElse("");
        return all.stream().filter(one -> one.session().equals(newest)).toList();
    }
}
