/**
 * Small worlds in which it is known who bought what: accounts, their follower lists in order, and who the followers are.
 *
 * <p>A world is a pure function of its cell and seed. Nothing here knows signatures, or how they are judged.
 */
package org.followerassay.bench.detection.world;
