/** What the signatures say together: of a tie, of an account, beside a placebo. */
package org.followerassay.signature.estimate;
