/**
 * How long our ingest takes beside DuckDB, which reads the same file, removes the same repeats and writes the same ties in
 * the same order.
 *
 * <p>{@link org.followerassay.bench.Bench} is the command behind {@code scripts/bench}. It makes up an edge list
 * ({@link org.followerassay.bench.MadeUpTies}), runs each contender in a JVM of its own, appends what each measured to a
 * file of results, and makes the tables out of that file. The contenders know nothing of each other; that they wrote the
 * same ties is checked after every round ({@link org.followerassay.bench.SameTies}). Nothing here is part of the job jar,
 * and no test asserts a time.
 */
package org.followerassay.bench;
