/**
 * A made-up platform of any size, with planted truth, made by Spark in parallel.
 *
 * <p>A seed and a number of ties come in; ties, profiles and the truth about them go out, in one of several export forms.
 * Every number is a hash of the seed, a stream and the row's own key, so that the result is the same for any number of
 * partitions, and no process holds more than the plan of what is planted. It must not know how any signature works.
 */
package org.followerassay.evaluate.platform;
