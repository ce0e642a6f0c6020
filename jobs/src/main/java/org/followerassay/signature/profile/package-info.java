/**
 * What an audience looks like by its profiles, beside accounts of its size (S7).
 *
 * <p>Follower lists and profiles come in; shares of traits, and shares of the classes of published rule sets, go out. Each
 * published rule is written once, here, also for the bench that measures how little it tells. Nothing here knows how a
 * follower came: inactive is not bought.
 */
package org.followerassay.signature.profile;
