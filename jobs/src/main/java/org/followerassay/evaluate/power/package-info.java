/**
 * Detection power on an analyst's own lists: lots and dense blocks are planted into copies, and looked for.
 *
 * <p>The tables of a warehouse come in and stay as they are; tables with planted ties go out, with the truth, and after the
 * steps have run on them, the share of planted lots and blocks whose ties are among the matches. It must not know how any
 * signature works; the steps are handed in.
 */
package org.followerassay.evaluate.power;
