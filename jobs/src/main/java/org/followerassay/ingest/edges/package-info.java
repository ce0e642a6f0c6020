/**
 * The forms in which graphs are published: edge lists, ego networks, matrices, compressed graphs and XML. Each states in
 * which direction its ties run. One class per format, with the readers of its files beside it.
 */
package org.followerassay.ingest.edges;
