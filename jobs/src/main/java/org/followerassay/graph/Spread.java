package org.followerassay.graph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores that spread from seeds along edges, round by round, each account passing its own on in equal shares.
 *
 * <p>score(to) = damping · Σ over edges from → to of score(from) / edges of from + (1 − damping) · weight(to), where weight is
 * that of a seed, or 0, and scores begin as weights. With a damping below 1 this is PageRank with restarts at the seeds, in as
 * many rounds as asked for; with a damping of 1 a walk that is stopped early.
 *
 * @param damping share of a score that comes over edges
 * @param rounds how often scores are passed on; 0 for log2 of the accounts, rounded up
 * @param everybody the weight of each account that an edge names, if all are seeds alike; 0 if seeds are named one by one
 */
public record Spread(double damping, int rounds, double everybody) implements Serializable {
    public Spread(double damping, int rounds) {
        this(damping, rounds, 0);
    }

    public Spread {
        if (!(damping > 0 && damping <= 1) || rounds < 0) {
            throw new IllegalArgumentException(
                    "damping must be above 0 and at most 1, rounds 0 or more, were " + damping + " and " + rounds);
        }
    }

    /**
     * In one task, in plain arrays: 40 bytes per edge at most, no shuffle but the one that brings them together. It runs the jobs
     * that its inputs need when it is called.
     *
     * @param edges from and to; repeats do not matter
     * @param seeds account and weight (double), an account once; perhaps least_fan (double or null): its score is cut into at
     *     least so many shares, of which those without an edge reach nobody. Where everybody is a seed, weight is left out, and
     *     accounts without an edge don't count
     * @return account and score, where it is not 0
     */
    public Dataset<Row> inOneTask(Dataset<Row> edges, Dataset<Row> seeds) {
        return SpreadTask.on(together(edges, seeds), this);
    }

    /**
     * The same in many tasks, in plain arrays as well: one shuffle of the edges, and one of sums a round. It runs Spark jobs
     * when it is called; the lineage is cut every eight rounds.
     */
    public Dataset<Row> inManyTasks(Dataset<Row> edges, Dataset<Row> seeds) {
        return SpreadJob.on(together(edges, seeds), this);
    }

    /** Edges, and seeds as edges that lead nowhere. */
    private Dataset<Row> together(Dataset<Row> edges, Dataset<Row> seeds) {
        Column none = lit(null).cast("double");
        List<String> has = Arrays.asList(seeds.columns());
        return edges.select(col("from"), col("to"), none.as("weight"), none.as("least_fan"))
                .unionByName(seeds.select(
                        col("account").as("from"),
                        lit(null).cast("long").as("to"),
                        (everybody == 0 ? col("weight") : none).as("weight"),
                        (has.contains("least_fan") ? col("least_fan") : none).as("least_fan")));
    }

    int rounds(long accounts) {
        return rounds > 0 ? rounds : Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, accounts - 1)));
    }
}
