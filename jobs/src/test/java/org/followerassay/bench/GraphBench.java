package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the same of one made-up platform by a step of ours and by DuckDB, in turns, and checks that both say the same. */
final class GraphBench {
    private static final String WARM_UP_TIES = "20000";

    private final Race race;
    private final Path work;

    GraphBench(Race race) {
        this.race = race;
        this.work = race.folder("graph");
    }

    List<Result> run(long ties, int runs) throws IOException, InterruptedException {
        Path large = work.resolve("ties-" + ties);
        Path small = work.resolve("warm-up");
        race.say("making up a platform of %,d ties ...", ties);
        race.fork().run(Platform.class, List.of(large.toString(), Long.toString(ties), "csv"));
        race.fork().run(Platform.class, List.of(small.toString(), WARM_UP_TIES, "csv"));
        long rows = DuckDbLedger.newest(Platform.warehouse(large)).parts("follows").stream()
                .mapToLong(part -> part.rows())
                .sum();
        List<Result> measured = new ArrayList<>();
        for (Question question : Question.values()) {
            Path output = work.resolve("answer-" + question);
            Task task = new Task(
                    Platform.warehouse(large), Platform.warehouse(small), output, work.resolve("measurement.json"));
            measured.addAll(race.run(
                    question.label(),
                    rows,
                    runs,
                    List.of(
                            new Race.Contender(OurAnswer.NAME, OurAnswer.class, task, List.of(question.name())),
                            new Race.Contender(
                                    DuckDbAnswer.NAME, DuckDbAnswer.class, task, List.of(question.name())))));
            race.fork()
                    .run(SameAnswer.class, List.of(question.name(), task.input().toString(), output.toString()));
            race.say("%s: both hold the same rows", question.label());
        }
        IngestBench.delete(large);
        Files.deleteIfExists(work.resolve("measurement.json"));
        return measured;
    }
}
