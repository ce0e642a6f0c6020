/**
 * A world with planted truth, and how well the findings agree with it.
 *
 * <p>A seed and sizes come in; an export as a user would bring it, and beside it the truth, go out. Later the published
 * tables and that truth come in and {@link org.followerassay.evaluate.Scores} go out: what was found, missed or named
 * without cause, beside simple published rules on the same data. The simulation must not know how any signature works,
 * and the scorer reads only tables and truth files.
 */
package org.followerassay.evaluate;
