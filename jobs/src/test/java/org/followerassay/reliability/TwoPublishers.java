package org.followerassay.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * R4: two processes publish to one warehouse at once, staggered by up to 300 ms. One must succeed at least; what a reader finds
 * must be all of one of those that said so, never rows of both.
 */
final class TwoPublishers {
    private static final int STAGGER = 300;

    static Outcome outcome(Path work, JavaProcess.Start start, int pairs, long seed) throws IOException {
        Random dice = new Random(seed);
        List<String> missed = new ArrayList<>();
        int both = 0;
        int one = 0;
        try (JavaProcess first = start.of(Publisher.class, List.of());
                JavaProcess second = start.of(Publisher.class, List.of())) {
            first.awaitLine("ready");
            second.awaitLine("ready");
            for (int pair = 1; pair <= pairs; pair++) {
                Path warehouse = work.resolve("warehouse-" + pair / 10);
                first.say(warehouse + " " + dice.nextInt(STAGGER) + " " + (2 * pair));
                second.say(warehouse + " " + dice.nextInt(STAGGER) + " " + (2 * pair + 1));
                String firstSaid = first.line();
                String secondSaid = second.line();
                List<Long> succeeded = new ArrayList<>();
                if (firstSaid.equals("published")) {
                    succeeded.add(2L * pair);
                }
                if (secondSaid.equals("published")) {
                    succeeded.add(2L * pair + 1);
                }
                both += succeeded.size() == 2 ? 1 : 0;
                one += succeeded.size() == 1 ? 1 : 0;
                String wrong = wrong(warehouse, succeeded, List.of(firstSaid, secondSaid));
                if (!wrong.isEmpty()) {
                    missed.add("pair " + pair + ": " + wrong);
                }
            }
        }
        return new Outcome(
                pairs, missed, one + " times one was refused, " + both + " times one came wholly after the other");
    }

    private static String wrong(Path warehouse, List<Long> succeeded, List<String> said) throws IOException {
        List<Long> numbers = numbers(warehouse);
        long distinct = numbers.stream().distinct().count();
        if (succeeded.isEmpty()) {
            return "neither published: " + said;
        }
        if (said.stream().anyMatch(answer -> answer.startsWith("failed"))) {
            return said.toString();
        }
        if (numbers.size() != Publisher.ROWS || distinct != 1) {
            return numbers.size() + " rows of " + distinct + " runs";
        }
        return succeeded.contains(numbers.get(0)) ? "" : "the rows of a run that was refused";
    }

    private static List<Long> numbers(Path warehouse) throws IOException {
        List<Long> numbers = new ArrayList<>();
        JsonNode manifest = new ObjectMapper().readTree(Files.readAllBytes(PublishedRows.newestManifest(warehouse)));
        for (JsonNode part : manifest.path("tables").path("follows")) {
            for (JsonNode file : part.path("files")) {
                Path path = warehouse
                        .resolve(part.path("path").asText())
                        .resolve(file.path("name").asText());
                try (ParquetReader<Group> reader = ParquetReader.builder(
                                new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
                        .withConf(new Configuration())
                        .build()) {
                    for (Group row = reader.read(); row != null; row = reader.read()) {
                        numbers.add(row.getLong("follower", 0));
                    }
                }
            }
        }
        return numbers;
    }

    private TwoPublishers() {}
}
