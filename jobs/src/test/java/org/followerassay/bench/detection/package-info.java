/**
 * How well signatures find what was planted, beside published methods, on a grid of small worlds.
 *
 * <p>{@link org.followerassay.bench.detection.world} makes the worlds, {@link org.followerassay.bench.detection.baseline} holds
 * the published methods, and {@link org.followerassay.bench.detection.score} judges; here are the grid, the run of our own
 * signatures, and the tables. Results are appended to a file and never typed by hand.
 */
package org.followerassay.bench.detection;
