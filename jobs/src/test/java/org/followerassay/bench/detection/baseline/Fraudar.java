package org.followerassay.bench.detection.baseline;

import java.util.Arrays;
import org.followerassay.bench.detection.score.Judgement;
import org.followerassay.bench.detection.score.Ties;

/**
 * The densest block by FRAUDAR's greedy peeling (Hooi et al., KDD 2016), the first block only.
 *
 * <p>A tie weighs 1 / ln(followers of the followee + 5). Whoever has the least weight left is removed, again and again; the
 * block is what was there when weight per account was highest. Ties inside the block are flagged.
 */
public final class Fraudar {
    private final Ties ties;
    private final int lists;
    private final int[] list;
    private final double[] weight;
    private final int[][] tiesOf;

    private Fraudar(Ties ties) {
        this.ties = ties;
        lists = ties.lists();
        list = new int[ties.count()];
        weight = new double[ties.count()];
        int nodes = lists + ties.world().people().size();
        int[] degree = new int[nodes];
        for (int one = 0; one < lists; one++) {
            int size = ties.first(one + 1) - ties.first(one);
            for (int tie = ties.first(one); tie < ties.first(one + 1); tie++) {
                list[tie] = one;
                weight[tie] = 1 / Math.log(size + 5.0);
                degree[one]++;
                degree[node(tie)]++;
            }
        }
        tiesOf = new int[nodes][];
        Arrays.setAll(tiesOf, node -> new int[degree[node]]);
        for (int tie = 0; tie < ties.count(); tie++) {
            tiesOf[list[tie]][--degree[list[tie]]] = tie;
            tiesOf[node(tie)][--degree[node(tie)]] = tie;
        }
    }

    public static Judgement of(Ties ties) {
        return new Fraudar(ties).judgement();
    }

    private int node(int tie) {
        return lists + ties.follower(tie);
    }

    private Judgement judgement() {
        LeastFirst left = new LeastFirst(tiesOf.length);
        double total = 0;
        int alive = 0;
        for (int node = 0; node < tiesOf.length; node++) {
            double sum = 0;
            for (int tie : tiesOf[node]) {
                sum += weight[tie];
            }
            if (tiesOf[node].length > 0) {
                left.put(node, sum);
                alive++;
                total += sum / 2;
            }
        }
        int[] removedAt = new int[tiesOf.length];
        Arrays.fill(removedAt, Integer.MAX_VALUE);
        double densest = total / alive;
        int densestAt = 0;
        for (int step = 1; alive > 1; step++) {
            int node = left.least();
            total -= left.value(node);
            left.remove(node);
            removedAt[node] = step;
            alive--;
            for (int tie : tiesOf[node]) {
                int other = node == list[tie] ? node(tie) : list[tie];
                if (removedAt[other] == Integer.MAX_VALUE) {
                    left.put(other, left.value(other) - weight[tie]);
                }
            }
            if (total / alive > densest) {
                densest = total / alive;
                densestAt = step;
            }
        }
        double[] scores = new double[ties.count()];
        for (int tie = 0; tie < scores.length; tie++) {
            scores[tie] = removedAt[list[tie]] > densestAt && removedAt[node(tie)] > densestAt ? 1 : 0;
        }
        return Judgement.baseline("FRAUDAR 2016", scores, 0.5);
    }
}
