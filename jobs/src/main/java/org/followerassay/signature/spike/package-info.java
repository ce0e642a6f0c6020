/**
 * Followers gained in one interval, and what became of them.
 *
 * <p>Follower lists of several snapshots come in; cohorts of arrivals go out, each with its retention in later lists beside
 * that of other accounts' cohorts of like age. Arrivals and losses lie between two snapshots: all that is known of their times
 * are bounds.
 */
package org.followerassay.signature.spike;
