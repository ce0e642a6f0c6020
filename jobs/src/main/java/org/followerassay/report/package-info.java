/**
 * Comparisons of accounts, account cards and industry editions, as pages, as tables and as lines for a terminal.
 *
 * <p>Published tables come in. Out go the table {@code comparison}, and a folder with one self-contained HTML page, a
 * Markdown summary, a CSV, JSON and Parquet twin of every table on it, and a manifest that is written last. Whatever grows with the graph is
 * aggregated in Spark to a bound before it is collected. It must not know how a signature is found or an audience is
 * weighed, must not show a follower, and must not judge: texts live in {@code messages.properties}, and a test reads them.
 */
package org.followerassay.report;
