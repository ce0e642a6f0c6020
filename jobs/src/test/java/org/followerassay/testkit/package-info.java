/** Graphs drawn as text, tables compared as text, one Spark session for all tests. */
package org.followerassay.testkit;
