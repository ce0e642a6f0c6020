/**
 * An honest platform: a regional network for photos and neighbours on which nobody buys followers. It is made event by event from
 * 2011 to 2025 by an author who had seen neither the signatures nor the worlds that these were tuned on, and is written as tables in
 * our CSV form. All rates are the author's judgement of what is usual, not taken from a data set. Knows nothing of the program.
 */
package org.followerassay.reliability.neighbours;
