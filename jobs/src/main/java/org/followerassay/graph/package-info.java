/**
 * What ties say by themselves: degrees, reciprocity, connected components.
 *
 * <p>Ties come in, tables with a row per account, degree or snapshot go out. The only package that may import GraphX or
 * Scala. It must not know exports, signatures or reports.
 */
package org.followerassay.graph;
