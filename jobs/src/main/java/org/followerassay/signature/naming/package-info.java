/**
 * Followers whose ids follow one another, and followers whose handles are built alike (S13).
 *
 * <p>Follower lists, creation dates and handles come in; counts of runs and of handle templates go out. No handle and no
 * follower's id leaves this package: a template keeps nothing but where letters and digits stand.
 */
package org.followerassay.signature.naming;
