package org.followerassay.bench.detection;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.followerassay.bench.detection.score.Chosen;
import org.followerassay.bench.detection.score.Quality;

/** The results of one cell, one for each seed. */
record CellResults(String part, Facts facts, List<DetectionResult> seeds) {

    /** In the order of the grid, whichever was measured first; cells that it does not hold any more last. */
    static List<CellResults> of(List<DetectionResult> results) {
        List<Facts> grid = DetectionGrid.full().stream().map(Cell::facts).toList();
        Map<Facts, CellResults> cells = new LinkedHashMap<>();
        for (DetectionResult result : results) {
            cells.computeIfAbsent(result.facts(), facts -> new CellResults(result.part(), facts, new ArrayList<>()))
                    .seeds()
                    .add(result);
        }
        return cells.values().stream()
                .sorted(comparingInt(cell -> grid.contains(cell.facts()) ? grid.indexOf(cell.facts()) : grid.size()))
                .toList();
    }

    /** A figure of one detector, seed by seed; none where it did not look, or where there is no such figure. */
    DoubleStream figures(String detector, Function<Quality, Double> figure) {
        return seeds.stream()
                .map(seed -> seed.quality(detector))
                .filter(Objects::nonNull)
                .map(figure)
                .filter(value -> value != null && !value.isNaN())
                .mapToDouble(value -> value);
    }

    double mean(String detector, Function<Quality, Double> figure) {
        return figures(detector, figure).average().orElse(Double.NaN);
    }

    double least(String detector, Function<Quality, Double> figure) {
        return figures(detector, figure).min().orElse(Double.NaN);
    }

    double most(String detector, Function<Quality, Double> figure) {
        return figures(detector, figure).max().orElse(Double.NaN);
    }

    /** What was chosen over all seeds; null for a detector that does not choose such things. */
    Chosen sum(String detector, Function<Quality, Chosen> chosen) {
        return seeds.stream()
                .map(seed -> seed.quality(detector))
                .filter(Objects::nonNull)
                .map(chosen)
                .filter(Objects::nonNull)
                .reduce(Chosen::plus)
                .orElse(null);
    }
}
