/**
 * Dense blocks that camouflage does not hide (S4): which followers and followees they hold, and how much of each is chance.
 *
 * <p>The ties of follower lists come in; blocks, their members and findings go out. {@link
 * org.followerassay.signature.block.GreedyPeel} is the algorithm in plain arrays and knows no Spark; {@link
 * org.followerassay.signature.block.DenseBlocks} decides how much of it has to be done by Spark first.
 */
package org.followerassay.signature.block;
