package org.followerassay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.followerassay.churn.ChurnOptions;
import org.followerassay.churn.ChurnSteps;
import org.followerassay.flow.Derivation;
import org.followerassay.ingest.Ingest;
import org.followerassay.signature.About;
import org.followerassay.signature.Signature;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.junit.jupiter.api.Test;

/** A feature that nobody can find is a defect. */
class DocumentationTest {
    private static final List<Signature> SIGNATURES = SignatureSteps.signatures(SignatureOptions.defaults());

    @Test
    void everySignatureExplainsItselfInFull() {
        for (Signature signature : SIGNATURES) {
            About about = signature.about();
            for (String text :
                    List.of(about.question(), about.mechanism(), about.trace(), about.lookAlike(), about.limits())) {
                assertTrue(text.length() > 40 && text.matches("(?s).*[.?]"), signature.signature() + ": " + text);
            }
            assertTrue(about.source().matches(".*[12][0-9]{3}.*"), "a paper and its year: " + about.source());
            assertTrue(about.needs().matches("[EOTPI]( [EOTPI])*"), about.needs());
        }
    }

    @Test
    void everySignatureIsInTheReadmeAndHasALabelInTheReport() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Properties texts = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src/main/resources/org/followerassay/report/messages.properties"))) {
            texts.load(in);
        }
        for (Signature signature : SIGNATURES) {
            assertTrue(readme.contains("| " + signature.signature() + " |"), signature.signature());
            assertFalse(texts.getProperty("signature." + signature.signature().replace(' ', '_'), "")
                    .isEmpty());
        }
    }

    @Test
    void everyFormatIsInTheReadmeOfTheDatasets() throws IOException {
        String text = Files.readString(Path.of("../datasets/README.md"));
        Ingest.formats()
                .forEach(format -> assertTrue(
                        text.contains(format.name()) || !format.name().contains("-"), format.name()));
    }

    @Test
    void everyStepHasANameInWordsAndAnOutput() {
        List<Derivation> steps = new ArrayList<>(SignatureSteps.steps(SignatureOptions.defaults()));
        steps.addAll(ChurnSteps.steps(ChurnOptions.defaults()));
        assertEquals(
                List.of(),
                steps.stream()
                        .map(Derivation::name)
                        .filter(name -> !name.matches("[a-z][a-z -]+"))
                        .toList());
    }
}
