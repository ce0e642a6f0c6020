/**
 * What detectors say of single ties, and how well that agrees with what was planted.
 *
 * <p>Comes in: a world, and a score of each of its ties. Goes out: ranking quality, and precision and recall per tie, lot,
 * customer and vendor, with intervals. Nothing here knows how a detector works.
 */
package org.followerassay.bench.detection.score;
