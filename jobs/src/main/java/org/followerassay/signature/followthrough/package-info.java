/**
 * What became of followers that a signature matched.
 *
 * <p>Matches and two lists of an account come in; the shares that vanished among matched and comparable unmatched followers go
 * out. A check of the signatures that needs no labels.
 */
package org.followerassay.signature.followthrough;
