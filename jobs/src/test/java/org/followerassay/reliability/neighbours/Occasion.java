package org.followerassay.reliability.neighbours;

/**
 * A reason why many look at one page within hours or days.
 *
 * @param where town whose people hear of it; null for the page's usual audience
 * @param people so many follow on average …
 * @param share … and so much of the audience that there is by then
 * @param hours mean time until they do, some within minutes and a few days later
 * @param newcomers share of them that signs up for it
 */
record Occasion(long at, Town where, double people, double share, double hours, double newcomers) {}
