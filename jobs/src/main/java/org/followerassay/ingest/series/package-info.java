/**
 * What changes over time: streams of follows and unfollows, lists exported every day, counts of followers. One class per
 * format, with the readers of its files beside it.
 */
package org.followerassay.ingest.series;
