/**
 * What an export format is, and what the formats share. In come files of any kind; out go staged rows, one verdict for
 * each record, with times in microseconds and accounts as 63-bit ids. A format recognises an export ({@link
 * org.followerassay.ingest.format.ExportFormat}) and names a reader for each of its files ({@link
 * org.followerassay.ingest.format.RowReader}); readers are sent to tasks. Nothing here knows tables, warehouses or Spark
 * sessions. The formats themselves are in the packages beside this one.
 */
package org.followerassay.ingest.format;
