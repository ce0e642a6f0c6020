package org.followerassay.bench.detection;

import static org.followerassay.bench.detection.DetectionText.percent;
import static org.followerassay.bench.detection.DetectionText.three;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.followerassay.bench.detection.score.Quality;

/**
 * What the combination has to reach in a cell, on every seed, and what it reached on the worst.
 *
 * @param measure what is measured, in words
 * @param wanted the goal, in words
 * @param reached the worst of all seeds, in words
 */
record Goal(CellResults cell, String measure, String wanted, String reached, boolean met) {
    private static final double AUC = 0.98;
    private static final double AUC_OF_TWO_PERCENT = 0.95;
    private static final double F1 = 0.95;
    private static final double F1_WHERE_OTHERS_FAIL = 0.8;
    private static final double CLEAN_SHARE = 0.005;

    private static final String FRAUDAR = "FRAUDAR 2016";
    private static final String SHARED_AUDIENCE = "shared audience";

    /** Reuse that shared audiences alone were measured to find when customers are small. */
    private static final Set<String> FOUND_WHEN_SMALL = Set.of("5×2", "20×5", "20×15", "50×30");

    /** Reuse that neither shared audiences nor FRAUDAR alone were measured to find when customers are popular. */
    private static final Set<String> LOST_WHEN_POPULAR = Set.of("5×2", "20×5");

    static List<Goal> of(List<CellResults> cells) {
        List<Goal> goals = new ArrayList<>();
        for (CellResults cell : cells) {
            switch (cell.part()) {
                case DetectionGrid.SHARES -> shares(cell, goals);
                case DetectionGrid.VENDORS -> vendors(cell, goals);
                default -> clean(cell, goals);
            }
        }
        return goals;
    }

    /** Aged accounts, and a drip of 2 %, have no goal: no date stands out. */
    private static void shares(CellResults cell, List<Goal> goals) {
        boolean batch = cell.facts().creation().equals(DetectionGrid.BATCH);
        boolean burst = cell.facts().delivery().startsWith("burst");
        if (batch && (cell.facts().share() >= 0.1 || burst)) {
            double wanted = cell.facts().share() >= 0.1 ? AUC : AUC_OF_TWO_PERCENT;
            double worst = cell.least(Assay.ALL, Quality::auc);
            goals.add(new Goal(cell, "AUC per follower", "≥ " + wanted, three(worst), worst >= wanted));
        }
    }

    private static void vendors(CellResults cell, List<Goal> goals) {
        Facts facts = cell.facts();
        double alone = Math.max(
                cell.least(FRAUDAR, quality -> quality.sellers().f1()),
                zeroIfNone(
                        cell.least(SHARED_AUDIENCE, quality -> quality.sellers().f1())));
        double wanted = 0;
        if (alone >= F1 || facts.size().equals(DetectionGrid.SMALL) && FOUND_WHEN_SMALL.contains(facts.customers())) {
            wanted = F1;
        } else if (facts.size().equals(DetectionGrid.POPULAR) && LOST_WHEN_POPULAR.contains(facts.customers())) {
            wanted = F1_WHERE_OTHERS_FAIL;
        }
        if (wanted > 0) {
            double worst = cell.least(
                    Assay.ALL, quality -> zeroIfNone(quality.sellers().f1()));
            goals.add(new Goal(cell, "F1 per vendor account", "≥ " + wanted, three(worst), worst >= wanted));
        }
    }

    private static void clean(CellResults cell, List<Goal> goals) {
        double strong = cell.most(Assay.ALL, quality -> (double) quality.strong());
        goals.add(new Goal(
                cell, "clean accounts with a strong finding", "0", Integer.toString((int) strong), strong == 0));
        double share = cell.most(Assay.ALL, Quality::publishedHigh);
        goals.add(new Goal(
                cell,
                "share of clean followers named, upper end of the interval",
                "≤ " + percent(CLEAN_SHARE, 1),
                percent(share, 2),
                share <= CLEAN_SHARE));
    }

    private static double zeroIfNone(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
