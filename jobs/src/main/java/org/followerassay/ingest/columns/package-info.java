/**
 * Tables whose columns say what they are: CSV and TSV texts, Parquet files, and tables that Spark knows by a format of its
 * own. The names that columns go by are in one place ({@link org.followerassay.ingest.columns.Vocabulary}); from the names
 * follows what a row is. Ties, lists, profiles, dated changes, interactions and coverage are read.
 */
package org.followerassay.ingest.columns;
