/** What every signature says of itself, and how it words and confirms its evidence. */
package org.followerassay.signature.evidence;
