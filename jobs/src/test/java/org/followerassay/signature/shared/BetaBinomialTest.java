package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkTest.class)
class BetaBinomialTest {
    @ParameterizedTest(name = "{0} choices, share {1}, overdispersion {2}")
    @CsvSource({"2, 0.036, 0.01", "6, 0.3, 0.2", "40, 0.02, 0.05", "150, 0.6, 0.9"})
    void itIsThePolyaUrn(int choices, double share, double overdispersion, SparkSession session) {
        Row[] rows = (Row[]) session.range(choices + 1)
                .select(BetaBinomial.probability(col("id"), lit(choices), lit(share), lit(overdispersion)))
                .collect();
        double[] urn = urn(choices, share, overdispersion);
        for (int inside = 0; inside <= choices; inside++) {
            assertEquals(urn[inside], rows[inside].getDouble(0), 1e-8, inside + " inside");
        }
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
