/**
 * Files of any format as one Spark data source. In come readers and the files that they read; out come staged rows, one
 * verdict for each record, and one row at the end of each file with the number of its records. Many small files share a
 * task, a long text is cut into blocks. A file that turns out to be damaged becomes a row that says so, not a failed task.
 */
package org.followerassay.ingest.stage;
