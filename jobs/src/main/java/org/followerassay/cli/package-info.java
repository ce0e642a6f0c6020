/**
 * The program {@code assay}: its subcommands, their options, and the list of steps that a run consists of.
 *
 * <p>Command lines come in; published tables, reports and exit codes go out. This is the only package that opens a Spark
 * session, prints, and ends the process, and the only one that knows all others. No formula lives here.
 */
package org.followerassay.cli;
