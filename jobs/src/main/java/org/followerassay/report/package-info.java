/**
 * Comparisons of accounts, as a table, as a page and as a few lines for a terminal.
 *
 * <p>Published tables come in. Out go the table {@code comparison}, and a folder with one self-contained HTML page, a CSV
 * and a Parquet twin of every table on it, and a manifest that is written last. Whatever grows with the graph is
 * aggregated in Spark to a bound before it is collected. It must not know how a signature is found or an audience is
 * weighed, must not show a follower, and must not judge: texts live in {@code messages.properties}, and a test reads them.
 */
package org.followerassay.report;
