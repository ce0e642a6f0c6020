package org.followerassay.signature.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {
    @ParameterizedTest(name = "{0} choices, share {1}, overdispersion {2}")
    @CsvSource({"1, 0.5, 0.1", "2, 0.036, 0.01", "6, 0.3, 0.2", "40, 0.02, 0.05", "150, 0.6, 0.9"})
    void itIsThePolyaUrn(int choices, double share, double overdispersion) {
        assertArrayEquals(
                urn(choices, share, overdispersion), BetaBinomial.probabilities(choices, share, overdispersion), 1e-10);
    }

    @Test
    void thousandsOfChoicesStillSumToOne() {
        double[] many = BetaBinomial.probabilities(5_000, 0.3, 0.01);

        assertEquals(1, DoubleStream.of(many).sum(), 1e-9);
    }

    /** Each ball drawn is put back with others of its colour, so that draws of one person are alike. */
    private static double[] urn(int choices, double share, double overdispersion) {
        double weight = (1 - overdispersion) / overdispersion;
        double[] inside = {1};
        for (int drawn = 0; drawn < choices; drawn++) {
            double[] next = new double[drawn + 2];
            for (int j = 0; j <= drawn; j++) {
                double again = (share * weight + j) / (weight + drawn);
                next[j + 1] += inside[j] * again;
                next[j] += inside[j] * (1 - again);
            }
            inside = next;
        }
        return inside;
    }
}
