package org.followerassay.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranking of random audiences, against its definition in plain Java. */
@ExtendWith(SparkTest.class)
class AudienceRankOracleTest {
    private record Follower(String name, Integer followers, Integer followees) {}

    private record Audience(
            String account, Double count, Double attention, Double audienceH, Double effectiveAudience) {}

    @ParameterizedTest(name = "random audiences, seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithItsDefinition(int seed, Drawings draw) {
        Random random = new Random(seed);
        Audiences tables = new Audiences(draw);
        List<Follower> population = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Follower follower = new Follower("f" + i, maybe(random, 12), maybe(random, 300));
            population.add(follower);
            tables.stated(follower.name, follower.followers, follower.followees);
        }
        List<Audience> audiences = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String account = "n" + i;
            Collections.shuffle(population, random);
            List<Follower> followers = population.subList(0, random.nextInt(4) == 0 ? 3 : random.nextInt(20));
            List<Follower> trusted = new ArrayList<>(followers);
            trusted.removeIf(follower -> random.nextInt(5) == 0);
            followers.stream()
                    .filter(follower -> !trusted.contains(follower))
                    .forEach(follower -> tables.matched(account, follower.name));
            tables.followed(account, followers.stream().map(Follower::name).toArray(String[]::new));
            audiences.add(measured(account, List.copyOf(followers), trusted));
        }

        Map<String, String> expected = new TreeMap<>();
        for (Audience audience : audiences) {
            expected.put(
                    audience.account,
                    words(audience.count, audience.attention, audience.audienceH, audience.effectiveAudience)
                            + words(
                                    rank(audiences, audience, Audience::count),
                                    rank(audiences, audience, Audience::attention),
                                    rank(audiences, audience, Audience::audienceH),
                                    rank(audiences, audience, Audience::effectiveAudience)));
        }

        assertEquals(
                expected,
                tables.ranked().collectAsList().stream()
                        .collect(Collectors.toMap(
                                row -> draw.name(row.getAs("account")),
                                AudienceRankOracleTest::words,
                                (one, other) -> one,
                                TreeMap::new)));
    }

    private static Integer maybe(Random random, int most) {
        return random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(most));
    }

    private static Audience measured(String account, List<Follower> followers, List<Follower> trusted) {
        List<Follower> attentive = followers.stream()
                .filter(follower -> follower.followees != null)
                .toList();
        double[] weights = attentive.stream()
                .mapToDouble(follower -> trusted.contains(follower) ? 1.0 / Math.max(follower.followees, 50) : 0)
                .toArray();
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        List<Follower> seen = followers.stream()
                .filter(follower -> follower.followers != null)
                .toList();
        double audienceH = 0;
        for (int h = 1; h <= seen.size(); h++) {
            int least = h;
            if (seen.stream().filter(follower -> follower.followers >= least).count() >= h) {
                audienceH = h;
            }
        }
        Double attention = attentive.isEmpty() ? null : Double.valueOf(rounded(sum));
        Double effective = attention == null ? null : Double.valueOf(squares > 0 ? rounded(sum * sum / squares) : 0);
        return new Audience(
                account,
                (double) followers.size(),
                attention,
                seen.isEmpty() ? null : Double.valueOf(audienceH),
                effective);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    /** 1 more than those that have more; null for one that has no such measure. */
    private static Integer rank(List<Audience> audiences, Audience own, Function<Audience, Double> measure) {
        if (measure.apply(own) == null) {
            return null;
        }
        long above = audiences.stream()
                .map(measure)
                .filter(other -> other != null && other > measure.apply(own))
                .count();
        return (int) above + 1;
    }

    private static String words(Row row) {
        return words(
                        row.<Long>getAs("followers"),
                        row.getAs("attention"),
                        row.getAs("audience_h"),
                        row.getAs("effective_audience"))
                + words(
                        row.<Long>getAs("rank_by_followers"),
                        row.getAs("rank_by_attention"),
                        row.getAs("rank_by_audience_h"),
                        row.getAs("rank_by_effective_audience"));
    }

    private static String words(Number... numbers) {
        StringBuilder words = new StringBuilder();
        for (Number number : numbers) {
            words.append(number == null ? "-" : String.format(Locale.ROOT, "%.6f", number.doubleValue()))
                    .append(' ');
        }
        return words.toString();
    }
}
