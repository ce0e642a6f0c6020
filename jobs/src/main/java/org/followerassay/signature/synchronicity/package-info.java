/** Followers whose followees are all of one kind, as CatchSync looks for them, without its spectral step (S8). */
package org.followerassay.signature.synchronicity;
