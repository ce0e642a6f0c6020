/**
 * Reads exports into the canonical tables, one class per export format.
 *
 * <p>Files, folders and archives come in, under any Hadoop URI; rows of {@link org.followerassay.table.IngestTables}
 * go out, one part per input. Every line of an input is accounted for: header, accepted, repeated, conflicting, self tie
 * or rejected with a reason, and the run fails if the sum is not the number of lines. The direction of each tie is stated
 * in words. This package must not know what the rows are used for: no signature, no churn, no report.
 */
package org.followerassay.ingest;
