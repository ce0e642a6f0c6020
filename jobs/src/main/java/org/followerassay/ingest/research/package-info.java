/**
 * The data sets that studies of bots and bought followers published, in their own layouts. One class per format, with the
 * readers of its files beside it.
 */
package org.followerassay.ingest.research;
