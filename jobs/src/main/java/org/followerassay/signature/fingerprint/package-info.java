/** Creation dates by time of arrival, against a population of other lists (S1). */
package org.followerassay.signature.fingerprint;
