/**
 * Audiences by size beside audiences by quality, and what each order says of the other.
 *
 * <p>Ties, coverage, stated counts and the signatures' matches come in; one row per account with a follower list goes out.
 * Measures are read off counts of followers per distinct value, so that a celebrity's list is never sorted. It must not know
 * how a signature matches, export formats or reports.
 */
package org.followerassay.rank;
