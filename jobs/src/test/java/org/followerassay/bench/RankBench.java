package org.followerassay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PageRank by this project's two plans, by one core in plain arrays, and by GraphX, in turns; all must agree. */
final class RankBench {
    static final String NAME = "page rank, " + PageRanks.ROUNDS + " rounds";
    private static final String WARM_UP_TIES = "100000";

    private final Race race;
    private final Path work;

    RankBench(Race race) {
        this.race = race;
        this.work = race.folder("rank");
    }

    /** @param shuffling whether the plans that shuffle in every round, ours in many tasks and GraphX, take part */
    List<Result> run(long ties, int runs, boolean shuffling) throws IOException, InterruptedException {
        Path large = work.resolve("ties-" + ties);
        Path small = work.resolve("warm-up");
        race.say("making up a graph of %,d ties ...", ties);
        race.fork().run(MadeUpEdges.class, List.of(large.toString(), Long.toString(ties)));
        IngestBench.delete(small);
        race.fork().run(MadeUpEdges.class, List.of(small.toString(), WARM_UP_TIES));
        List<Race.Contender> contenders = new ArrayList<>();
        contenders.add(contender("Follower Assay, one task", PageRanks.class, List.of("task"), large));
        contenders.add(contender(PlainPageRank.NAME, PlainPageRank.class, List.of(), large));
        if (shuffling) {
            contenders.add(contender("Follower Assay, many tasks", PageRanks.class, List.of("many"), large));
            contenders.add(contender(GraphXPageRank.NAME, GraphXPageRank.class, List.of(), large));
        }
        List<Result> measured = race.run(NAME, new MadeUpTies(ties, 7).distinct(), runs, contenders);
        List<String> answers =
                new ArrayList<>(List.of(output(PlainPageRank.NAME).toString()));
        contenders.stream()
                .filter(contender -> !contender.name().equals(PlainPageRank.NAME))
                .forEach(contender -> answers.add(contender.task().output().toString()));
        race.fork().run(SameRanks.class, answers);
        race.say("all give every account the same share");
        IngestBench.delete(large);
        return measured;
    }

    private Race.Contender contender(String name, Class<?> main, List<String> more, Path input) {
        return new Race.Contender(
                name,
                main,
                new Task(input, work.resolve("warm-up"), output(name), work.resolve("measurement.json")),
                more);
    }

    private Path output(String name) {
        return work.resolve("answer-" + name.replaceAll("[^A-Za-z]+", "-"));
    }
}
