package org.followerassay.bench.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.detection.score.Chosen;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Quality;
import org.followerassay.bench.detection.score.Ties;
import org.followerassay.bench.detection.world.SharesWorld;
import org.followerassay.bench.detection.world.SharesWorld.Creation;
import org.followerassay.bench.detection.world.SharesWorld.Delivery;
import org.followerassay.bench.detection.world.VendorsWorld;
import org.followerassay.bench.detection.world.VendorsWorld.Camouflage;
import org.followerassay.bench.detection.world.World;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.signature.estimate.TieScores;
import org.followerassay.signature.evidence.Measured;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written of a signature's precision and recall is what two small worlds give today. */
@ExtendWith(SparkTest.class)
class MeasuredTest {
    private static final Path WRITTEN = Path.of("src/main/resources/org/followerassay/signature/measured.properties");

    /** A batch for each buyer, in order; and a pool that customers share, as bare edges. */
    private static final List<World> WORLDS = List.of(
            new SharesWorld(24, 800, 2_500, 0.3, Delivery.DAY_1, Creation.BATCH_30_DAYS).of(1),
            new VendorsWorld(1_500, 6_000, 50_000, 400, 8, 3, false, Camouflage.NONE, false, false).of(1));

    private static final String CELL =
            "24 accounts of which 2 bought 30 % in a day from a batch of 30 days, and a graph of"
                    + " 50,000 ties in which a vendor's 400 accounts each follow 3 of 8 small customers";

    @Test
    void whatIsWrittenOfEachSignatureIsMeasuredAgain(SparkSession session) throws IOException {
        SortedMap<String, Chosen> measured = new TreeMap<>();
        for (World world : WORLDS) {
            Ties ties = new Ties(world);
            try (Assay assay = new Assay(session, ties)) {
                List<Judgement> judgements = assay.judgements();
                assertCombinedAsPublished(assay, ties, judgements.get(judgements.size() - 1));
                for (Judgement judgement : judgements) {
                    measured.merge(
                            judgement.detector(), Quality.of(ties, judgement, 1).ties(), Chosen::plus);
                }
            }
        }
        measured.remove(Assay.ALL);
        assertEquals(written(measured), Files.readString(WRITTEN), "run with -Dexpected=write");
    }

    @Test
    void figuresAreFoundByTheNameOfTheSignatureThatSaysSomethingOfTies() {
        SignatureSteps.scored(SignatureOptions.defaults())
                .forEach(signature ->
                        assertTrue(Measured.of(signature.signature()).isPresent(), signature.signature()));
        assertTrue(Measured.of("audience profile").isEmpty());
    }

    /** The file as it ought to be, put there if so asked. */
    private static String written(SortedMap<String, Chosen> measured) throws IOException {
        StringBuilder text = new StringBuilder("# Written by MeasuredTest: run it with -Dexpected=write.\n");
        text.append("cell=").append(CELL).append("\nseeds=1\n");
        measured.forEach((signature, chosen) -> {
            String key = signature.replace(' ', '_');
            text.append(String.format(Locale.ROOT, "%s.precision=%.3f%n", key, chosen.precision()));
            text.append(String.format(Locale.ROOT, "%s.recall=%.3f%n", key, chosen.recall()));
        });
        if ("write".equals(System.getProperty("expected"))) {
            Files.writeString(WRITTEN, text);
        }
        return text.toString();
    }

    /** The bench combines scores that it has at hand; a report combines tables. Both are the same. */
    private static void assertCombinedAsPublished(Assay assay, Ties ties, Judgement all) {
        double[] published = new double[ties.count()];
        for (Row row : TieScores.of(assay, SignatureSteps.scored(SignatureOptions.defaults()))
                .select("account", "follower", "score")
                .collectAsList()) {
            published[ties.tie(row.getLong(0), row.getLong(1))] = row.getDouble(2);
        }
        double largest = 0;
        for (int tie = 0; tie < published.length; tie++) {
            largest = Math.max(largest, Math.abs(published[tie] - all.scores()[tie]));
        }
        assertTrue(largest < 1e-9, "scores differ by up to " + largest);
    }
}
