/** Collusion and trust by link (S15), shown beside the findings and never part of them: whom one follows proves nothing. */
package org.followerassay.signature.trust;
