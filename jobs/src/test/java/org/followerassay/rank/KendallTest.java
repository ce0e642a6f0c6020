package org.followerassay.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KendallTest {
    @Test
    void theSameOrderIsOneAndTheOppositeMinusOne() {
        double[] counts = {1, 2, 3, 4};

        assertEquals(1, Kendall.of(counts, new double[] {10, 11, 50, 90}).tau());
        assertEquals(-1, Kendall.of(counts, new double[] {4, 3, 2, 1}).tau());
        assertEquals(4.0 / 6, Kendall.of(counts, new double[] {1, 2, 4, 3}).tau(), 1e-12);
    }

    @Test
    void whatTellsNobodyApartHasNone() {
        assertNull(Kendall.of(new double[] {5, 5}, new double[] {1, 2}).tau());
        assertNull(Kendall.of(new double[] {1, 2}, new double[] {0, 0}).tau());
        assertNull(Kendall.of(new double[] {1}, new double[] {0}).tau());
    }

    @Test
    void everyPairOfRandomOrdersIsCounted() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int accounts = 1 + random.nextInt(30);
            double[][] points = IntStream.range(0, accounts)
                    .mapToObj(i -> new double[] {random.nextInt(12), random.nextInt(12)})
                    .sorted((one, other) ->
                            one[0] != other[0] ? Double.compare(one[0], other[0]) : Double.compare(one[1], other[1]))
                    .toArray(double[][]::new);
            long[] expected = new long[4];
            for (int one = 0; one < accounts; one++) {
                for (int other = 0; other < one; other++) {
                    double x = Math.signum(points[one][0] - points[other][0]);
                    double y = Math.signum(points[one][1] - points[other][1]);
                    expected[0] += x * y > 0 ? 1 : 0;
                    expected[1] += x * y < 0 ? 1 : 0;
                    expected[2] += x != 0 ? 1 : 0;
                    expected[3] += y != 0 ? 1 : 0;
                }
            }
            Kendall pairs = Kendall.of(column(points, 0), column(points, 1));

            assertEquals(new Kendall(expected[0], expected[1], expected[2], expected[3]), pairs);
        }
    }

    private static double[] column(double[][] points, int column) {
        return IntStream.range(0, points.length)
                .mapToDouble(i -> points[i][column])
                .toArray();
    }
}
