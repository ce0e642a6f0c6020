/**
 * Published methods on arrays, written from the papers' formulas, so that a reader sees what each finds and where it fails.
 *
 * <p>They see what an export holds (order, creation dates, profiles, ties) and nothing of what was planted.
 */
package org.followerassay.bench.detection.baseline;
