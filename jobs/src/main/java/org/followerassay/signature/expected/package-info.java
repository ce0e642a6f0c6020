/**
 * How many followers accounts of the same age and activity have, and who has far more (S12).
 *
 * <p>The profiles of all accounts of an export come in, audited or not; a range of follower counts per audited account goes
 * out. What the followers are like plays no part: an account whose audience is poor must not be excused by others like it.
 */
package org.followerassay.signature.expected;
