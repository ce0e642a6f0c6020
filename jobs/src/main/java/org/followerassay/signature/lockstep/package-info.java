/**
 * Followers that come to several accounts at the same times.
 *
 * <p>Dated ties come in: stated times of follows, or events whose interval is narrow. Crowds (two accounts, two windows, the
 * same followers) go out, joined into groups with their members, and a weaker measure of crowds at a single account whose
 * followers do hardly anything else. Times that only the order of a list bounds are intervals and are not used here.
 */
package org.followerassay.signature.lockstep;
