/**
 * The exports that platforms hand to the owner of an account: X, Instagram, Facebook, LinkedIn, TikTok, Mastodon. One
 * class per format, with the readers of its files beside it.
 */
package org.followerassay.ingest.takeout;
