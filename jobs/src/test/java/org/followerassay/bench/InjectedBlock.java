package org.followerassay.bench;

import org.followerassay.signature.block.PlantedBlock.Camouflage;

/**
 * A block of 200 followers and 200 followees planted into one made-up graph, and what two searches found of it.
 *
 * @param session when the command was started: its lines belong together
 * @param commit of our code; ends in "+" if files were changed since
 * @param ties of the background
 * @param density share of the block's possible ties that are there
 * @param published the greedy search as its paper describes it, on one core
 * @param ours the step that finds dense blocks, from Parquet, all ties in one task
 * @param pruned the same with Spark's passes first, as if one task could hold only a third of the ties
 */
record InjectedBlock(
        String session,
        String commit,
        Machine machine,
        long ties,
        double density,
        Camouflage camouflage,
        long seed,
        Found published,
        Found ours,
        Found pruned) {

    /**
     * The densest block that one search found.
     *
     * @param followersF harmonic mean of precision and recall of the block's followers
     */
    record Found(double density, double followersF, double followeesF, double wallSeconds) {}

    /** How far our densities are from the published search's, ours being rounded to nine decimals. */
    double offBy() {
        return Math.max(
                Math.abs(ours.density() - published.density()), Math.abs(pruned.density() - published.density()));
    }
}
