/**
 * What changes over time: streams of follows and unfollows, stars by the day, lists exported every day, counts of followers,
 * and an account's repository with the time of each follow. One class per format, with the readers of its files beside it.
 * In come files; out go staged rows. A stream may end a tie without naming it: {@link
 * org.followerassay.ingest.series.RecordKeys} joins such ends to their beginnings, in Spark, once all files are staged.
 * Nothing here knows tables or warehouses.
 */
package org.followerassay.ingest.series;
