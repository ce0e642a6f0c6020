/**
 * Signatures of purchased followers: what each looks for, what it measures, and the findings that it reports.
 *
 * <p>The canonical tables of an export come in; lots, shared audiences and audience profiles go out, with findings in
 * sentences, the ties that match, and a row per signature that says whether it could run. One signature is one class with
 * an {@link org.followerassay.signature.About}. A finding is evidence about followers, not a verdict on an account; nothing
 * here may know how a report looks or how an export was read.
 */
package org.followerassay.signature;
