/**
 * Reads exports into the canonical tables.
 *
 * <p>Files, folders and archives come in, under any Hadoop URI, many at a time; rows of
 * {@link org.followerassay.table.IngestTables} go out, one part per input. {@link org.followerassay.ingest.Ingest} finds
 * the exports, leaves those that the warehouse knows, stages the others together and judges their rows; the formats
 * themselves are in the packages below this one. Every record of an input is accounted for: header, of another kind,
 * accepted, repeated, conflicting, self tie or rejected with a reason, and the run fails if the sum is not the number of
 * records. The direction of ties is stated in words. This package must not know what the rows are used for: no signature,
 * no churn, no report.
 */
package org.followerassay.ingest;
