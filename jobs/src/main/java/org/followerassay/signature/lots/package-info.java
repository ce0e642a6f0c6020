/** Batches of accounts created together and delivered together: fingerprint, lots, their findings (S1, S2). */
package org.followerassay.signature.lots;
