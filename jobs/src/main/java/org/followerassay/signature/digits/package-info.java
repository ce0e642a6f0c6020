/**
 * First digits of the counts that an account's followers state, beside the first-digit law and beside peers (S14).
 *
 * <p>Follower lists and profiles come in; digit counts and deviations go out. It supports other evidence and is none alone:
 * no population follows the law exactly, so that peers, not the law, decide what stands out.
 */
package org.followerassay.signature.digits;
